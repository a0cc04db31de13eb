package org.certifact.datasets;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;

/** The rows of .npy files, read in slices by the executors. */
final class NpyTable {
    private static final long SLICE_BYTES = 8L << 20;

    private NpyTable() {}

    static DenseTable read(JavaSparkContext spark, InputFiles files, TableOptions options) {
        options.refuseRowNames(files.name(0));
        List<NpyHeader> headers = headers(files, spark.hadoopConfiguration());
        TableColumns columns =
                TableColumns.find(List.of(), headers.get(0).columns(), 0, options.leftOut(), files.name(0));
        JavaRDD<Parsed> parsed = parse(spark, files, headers, columns);
        TableSurvey survey = TableSurvey.of(parsed, Places.rows(files), columns);
        return survey.table(survey.numbered(parsed));
    }

    /**
     * The headers of all the files.
     *
     * @throws BadInputException if one cannot be read, is cut short, or has another number of columns than the first
     */
    private static List<NpyHeader> headers(InputFiles files, Configuration configuration) {
        List<NpyHeader> headers = new ArrayList<>();
        for (int file = 0; file < files.size(); file++) {
            headers.add(header(files.path(file), files.name(file), configuration));
            int columns = headers.get(file).columns();
            int first = headers.get(0).columns();
            if (columns != first) {
                throw new BadInputException(files.name(file) + ": has " + columns + " columns, " + files.name(0)
                        + " has " + first + "; give files of one width");
            }
        }
        return headers;
    }

    private static NpyHeader header(Path path, String name, Configuration configuration) {
        try {
            FileSystem system = path.getFileSystem(configuration);
            long length = system.getFileStatus(path).getLen();
            try (FSDataInputStream in = system.open(path)) {
                NpyHeader header = NpyHeader.read(in, name);
                if (length != header.fileBytes()) {
                    throw new BadInputException(name + ": holds " + length + " bytes, " + header.rows() + " x "
                            + header.columns() + " elements of type '" + header.descr() + "' need "
                            + header.fileBytes()
                            + (length < header.fileBytes() ? ": the file is cut short" : "; save one array a file"));
                }
                return header;
            }
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    private static JavaRDD<Parsed> parse(
            JavaSparkContext spark, InputFiles files, List<NpyHeader> headers, TableColumns columns) {
        List<NpySlice> slices = slices(headers, spark.defaultParallelism());
        Broadcast<SerializableConfiguration> configuration =
                spark.broadcast(new SerializableConfiguration(spark.hadoopConfiguration()));
        Broadcast<InputFiles> shared = spark.broadcast(files);
        return spark.parallelize(slices, slices.size())
                .flatMap(slice -> rows(
                        slice,
                        shared.value(),
                        headers.get(slice.file()),
                        columns,
                        configuration.value().value()));
    }

    /** At least so many as there are cores, each of some megabytes. */
    private static List<NpySlice> slices(List<NpyHeader> headers, int cores) {
        List<NpySlice> slices = new ArrayList<>();
        for (int file = 0; file < headers.size(); file++) {
            NpyHeader header = headers.get(file);
            long byCores = (header.rows() + cores - 1) / cores;
            int most = (int) Math.max(1, Math.min(byCores, SLICE_BYTES / header.rowBytes()));
            for (long row = 0; row < header.rows(); row += most) {
                slices.add(new NpySlice(file, row, (int) Math.min(most, header.rows() - row)));
            }
        }
        return slices;
    }

    private static Iterator<Parsed> rows(
            NpySlice slice, InputFiles files, NpyHeader header, TableColumns columns, Configuration configuration) {
        Path path = files.path(slice.file());
        try (FSDataInputStream in = path.getFileSystem(configuration).open(path)) {
            return slice.rows(in, header, columns);
        } catch (IOException e) {
            throw unreadable(files.name(slice.file()), e);
        }
    }

    private static BadInputException unreadable(String name, IOException e) {
        return new BadInputException(name + ": cannot be read: " + e.getMessage(), e);
    }
}
