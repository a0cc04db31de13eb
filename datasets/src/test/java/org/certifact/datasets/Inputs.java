package org.certifact.datasets;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.SaveMode;

/** Writes small input files and reads them back as entries. */
final class Inputs {
    private Inputs() {}

    static String write(Path directory, String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (name.endsWith(".gz")) {
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
                out.write(bytes);
            }
        } else {
            Files.write(file, bytes);
        }
        return file.toString();
    }

    /** Writes one Parquet file. */
    static String parquet(Path directory, String name, String query) throws IOException {
        Path written = directory.resolve("_written");
        SharedSpark.SESSION
                .sql(query)
                .coalesce(1)
                .write()
                .mode(SaveMode.Overwrite)
                .parquet(written.toString());
        Path target = directory.resolve(name);
        Files.createDirectories(target.getParent());
        try (Stream<Path> parts = Files.list(written)) {
            Path part = parts.filter(file -> file.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
            Files.copy(part, target);
        }
        return target.toString();
    }

    static EntrySet read(ReadOptions options, String... paths) {
        return EntryReader.read(SharedSpark.CONTEXT, List.of(paths), options);
    }

    static EntrySet read(String... paths) {
        return read(ReadOptions.defaults(), paths);
    }

    /** Evaluates the entries, in file order. */
    static List<Entry> entries(EntrySet set) {
        return set.entries().collect().stream()
                .sorted(Comparator.comparingLong(Entry::source))
                .toList();
    }

    /** Evaluates and checks the set: every entry as "place row column value weight". */
    static List<String> listing(EntrySet set) {
        List<Entry> entries = entries(set);
        set.check();
        return entries.stream().map(entry -> described(set, entry)).toList();
    }

    /** The same without the places. */
    static List<String> contents(EntrySet set) {
        return listing(set).stream()
                .map(line -> line.substring(line.indexOf(" | ") + 3))
                .toList();
    }

    static Stream<String> evaluatedBad(EntrySet set) {
        set.entries().count();
        return set.bad().first().stream();
    }

    private static String described(EntrySet set, Entry entry) {
        return set.where(entry.source()) + " | " + entry.row() + " " + entry.column() + " " + entry.value()
                + (entry.weight() == 1 ? "" : " x" + entry.weight());
    }
}
