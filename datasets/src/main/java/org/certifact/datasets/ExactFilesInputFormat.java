package org.certifact.datasets;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.InputSplit;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.JobContext;
import org.apache.hadoop.mapreduce.lib.input.TextInputFormat;

/**
 * Lines of exactly the files named, which are neither globs nor filtered by their names. Public because Hadoop creates it.
 */
public final class ExactFilesInputFormat extends TextInputFormat {
    private static final String FILES = "certifact.input.files";

    /** A copy of the configuration that names the files. */
    static Configuration naming(List<String> files, Configuration configuration) {
        Configuration named = new Configuration(configuration);
        named.setStrings(
                FILES, files.stream().map(ExactFilesInputFormat::escaped).toArray(String[]::new));
        return named;
    }

    /** The splits that the files named will be read in. */
    static List<InputSplit> splits(Configuration named) throws IOException {
        return new ExactFilesInputFormat().getSplits(Job.getInstance(named));
    }

    @Override
    protected List<FileStatus> listStatus(JobContext job) throws IOException {
        Configuration configuration = job.getConfiguration();
        List<FileStatus> files = new ArrayList<>();
        for (String file : configuration.getStrings(FILES)) {
            Path path = new Path(unescaped(file));
            files.add(path.getFileSystem(configuration).getFileStatus(path));
        }
        return files;
    }

    /** Hadoop's lists of strings are apart by commas and substitute variables. */
    private static String escaped(String file) {
        return file.replace("%", "%25").replace(",", "%2C").replace("$", "%24");
    }

    private static String unescaped(String file) {
        return file.replace("%24", "$").replace("%2C", ",").replace("%25", "%");
    }
}
