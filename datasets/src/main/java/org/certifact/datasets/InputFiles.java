package org.certifact.datasets;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The files behind the given paths, numbered in reading order, each with the shortest name that tells it from the others. */
final class InputFiles implements Serializable {
    private final List<String> paths;
    private final List<String> names;
    private final long bytes;
    private final Map<String, Integer> indices = new HashMap<>();

    private InputFiles(List<String> paths, long bytes) {
        this.paths = paths;
        this.bytes = bytes;
        this.names = shortestNames(paths);
        for (int i = 0; i < paths.size(); i++) {
            indices.put(paths.get(i), i);
        }
    }

    static InputFiles of(List<String> paths) {
        return new InputFiles(List.copyOf(paths), 0);
    }

    /**
     * The files that hold something: those given, those anywhere below a directory (names that begin with _ or . aside), those that match
     * a glob.
     *
     * @throws BadInputException if a path does not exist, matches nothing, cannot be read, or holds nothing
     */
    static InputFiles find(List<String> given, Configuration configuration) {
        return find(given, configuration, file -> file.getLen() > 0);
    }

    /** The same with those that hold nothing. */
    static InputFiles findAll(List<String> given, Configuration configuration) {
        return find(given, configuration, file -> true);
    }

    private static InputFiles find(List<String> given, Configuration configuration, Predicate<FileStatus> wanted) {
        if (given.isEmpty()) {
            throw new BadInputException("no input is given; name a file, a directory or a glob");
        }
        Map<String, Long> found = new LinkedHashMap<>();
        given.forEach(ExactPath::requireNoCredentials);
        for (String path : given) {
            try {
                find(path, configuration, wanted)
                        .forEach(file -> found.put(file.getPath().toString(), file.getLen()));
            } catch (FileNotFoundException e) {
                throw new BadInputException(path + ": no such file or directory", e);
            } catch (IOException | IllegalArgumentException e) {
                throw new BadInputException(path + ": cannot be read: " + e.getMessage(), e);
            }
        }
        return new InputFiles(
                List.copyOf(found.keySet()),
                found.values().stream().mapToLong(Long::longValue).sum());
    }

    /** Whether a file or directory of exactly that name exists. */
    static boolean exists(String given, Configuration configuration) {
        Path path = new Path(given);
        try {
            return path.getFileSystem(configuration).exists(path);
        } catch (IOException e) {
            throw new BadInputException(given + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<FileStatus> find(String given, Configuration configuration, Predicate<FileStatus> wanted)
            throws IOException {
        Path path = new Path(given);
        FileSystem system = path.getFileSystem(configuration);
        List<FileStatus> files = new ArrayList<>();
        if (system.exists(path)) {
            collect(system, system.getFileStatus(path), files);
        } else {
            FileStatus[] matches = system.globStatus(path);
            if (matches == null) {
                throw new FileNotFoundException(given);
            }
            for (FileStatus match : matches) {
                collect(system, match, files);
            }
        }
        if (files.isEmpty()) {
            throw new BadInputException(
                    given + (system.exists(path) ? ": the directory holds no files" : ": no file matches"));
        }
        files.sort((a, b) -> a.getPath().compareTo(b.getPath()));
        List<FileStatus> filled = files.stream().filter(wanted).toList();
        if (filled.isEmpty()) {
            throw new BadInputException(given + (files.size() == 1 ? ": the file is empty" : ": all files are empty"));
        }
        return filled;
    }

    private static void collect(FileSystem system, FileStatus status, List<FileStatus> files) throws IOException {
        if (status.isFile()) {
            files.add(status);
            return;
        }
        for (FileStatus child : system.listStatus(status.getPath())) {
            char first = child.getPath().getName().charAt(0);
            if (first != '_' && first != '.') {
                collect(system, child, files);
            }
        }
    }

    int size() {
        return paths.size();
    }

    /** Their length, where they were found in a file system. */
    long bytes() {
        return bytes;
    }

    Path path(int file) {
        return new Path(paths.get(file));
    }

    List<String> paths() {
        return Collections.unmodifiableList(paths);
    }

    /** The name to show. */
    String name(int file) {
        return names.get(file);
    }

    /** The index of the file at that path. */
    int index(String path) {
        Integer index = indices.get(path);
        if (index == null) {
            throw new IllegalArgumentException("'" + path + "' is not one of the " + paths.size() + " input files");
        }
        return index;
    }

    private static List<String> shortestNames(List<String> paths) {
        List<String> last = paths.stream().map(path -> new Path(path).getName()).toList();
        if (new HashSet<>(last).size() == paths.size()) {
            return last;
        }
        int common = commonDirectory(paths).length();
        return paths.stream().map(path -> path.substring(common)).toList();
    }

    /** The path of the lowest directory that holds them all, with the slash at its end; empty where there is none. */
    private static String commonDirectory(List<String> paths) {
        String common = paths.get(0);
        for (String path : paths) {
            while (!path.startsWith(common)) {
                common = common.substring(0, common.length() - 1);
            }
        }
        return common.substring(0, common.lastIndexOf('/') + 1);
    }
}
