package org.certifact.datasets;

import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;

/** Reads dense numeric tables from files. */
public final class TableReader {
    private TableReader() {}

    /**
     * The rows of all the files behind the paths, one file after the other, as one table. One pass over the input checks it whole; the rows
     * are parsed again when they are evaluated.
     *
     * @param paths files, directories (all files below, names that begin with _ or . aside) or globs, of any Hadoop file system
     * @throws BadInputException if something is wrong with the input: a value that is not finite or no number, a row that is too short or
     *     too long, two rows or two columns of one name, no rows. Missing cells are no error, see {@link DenseTable#checkComplete}
     */
    public static DenseTable read(JavaSparkContext spark, List<String> paths, TableOptions options) {
        Configuration configuration = spark.hadoopConfiguration();
        InputFiles files = InputFiles.find(paths, configuration);
        return switch (format(files, options, configuration)) {
            case TEXT, AUTO -> DelimitedTable.read(spark, files, options);
            case NPY -> NpyTable.read(spark, files, options);
            case MATRIX_MARKET -> ArrayTable.read(spark, files, options);
            case PARQUET -> ParquetTable.read(spark, paths, files, options);
        };
    }

    /**
     * What is there to be read, by the names of the files and their first bytes.
     *
     * @throws BadInputException if something is wrong with the input as far as that tells
     */
    public static InputHead head(List<String> paths, TableOptions options, Configuration configuration) {
        InputFiles files = InputFiles.find(paths, configuration);
        return InputHead.of(files, format(files, options, configuration), configuration);
    }

    private static TableFormat format(InputFiles files, TableOptions options, Configuration configuration) {
        Optional<TableFormat> asked = Optional.of(options.format()).filter(format -> format != TableFormat.AUTO);
        return new FormatDetector<>(new TableFormatSigns(), configuration).detect(files, asked);
    }
}
