package org.certifact.datasets;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;

/** Reads observed entries from files. */
public final class EntryReader {
    private EntryReader() {}

    /**
     * The entries of all the files behind the paths, as one set. Lazy, but for the first lines of files and a count of the lines of text
     * files that are read in several splits.
     *
     * @param paths files, directories (all files below, names that begin with _ or . aside) or globs, of any Hadoop file system
     * @throws BadInputException if something is wrong with the input as a whole; single bad records show in the set when it is evaluated
     */
    public static EntrySet read(JavaSparkContext spark, List<String> paths, ReadOptions options) {
        Configuration configuration = spark.hadoopConfiguration();
        InputFiles files = InputFiles.find(paths, configuration);
        return switch (format(files, options.format(), configuration)) {
            case PARQUET -> parquet(spark, paths, files, options);
            case MATRIX_MARKET -> matrixMarket(spark, files, options);
            case LIBSVM -> libsvm(spark, files, options);
            case TEXT, AUTO -> text(spark, files, delimited(files, configuration, options), Map.of(), options);
        };
    }

    /**
     * What is there to be read, by the names of the files and their first lines.
     *
     * @throws BadInputException if something is wrong with the input as far as that tells
     */
    public static InputHead head(List<String> paths, ReadOptions options, Configuration configuration) {
        InputFiles files = InputFiles.find(paths, configuration);
        Format format = format(files, options.format(), configuration);
        if (format == Format.TEXT) {
            delimited(files, configuration, options);
        }
        return InputHead.of(files, format, configuration);
    }

    private static Format format(InputFiles files, Format asked, Configuration configuration) {
        return new FormatDetector<>(new EntryFormatSigns(), configuration)
                .detect(files, Optional.of(asked).filter(format -> format != Format.AUTO));
    }

    private static EntrySet parquet(JavaSparkContext spark, List<String> paths, InputFiles files, ReadOptions options) {
        JavaRDD<Parsed> parsed = ParquetEntries.read(spark, paths, files, options.columns());
        return new EntrySet(parsed, Places.records(files), Map.of(), options.badRecords());
    }

    private static EntrySet matrixMarket(JavaSparkContext spark, InputFiles files, ReadOptions options) {
        refuseColumns(files, options, "a Matrix Market file");
        List<MatrixMarketHeader> headers =
                MatrixMarketHeader.ofAll(files, spark.hadoopConfiguration(), MatrixMarketHeader::read);
        MatrixMarketLayout layout = new MatrixMarketLayout(headers);
        return text(spark, files, layout, layout.declared(), options);
    }

    private static EntrySet libsvm(JavaSparkContext spark, InputFiles files, ReadOptions options) {
        refuseColumns(files, options, "a libsvm file");
        return text(spark, files, new LibsvmLayout(TextLines.before(spark, files)), Map.of(), options);
    }

    private static void refuseColumns(InputFiles files, ReadOptions options, String what) {
        if (!options.columns().isEmpty()) {
            throw new BadInputException(files.name(0) + ": columns '" + String.join(",", options.columns())
                    + "' cannot be chosen in " + what + "; leave them out");
        }
    }

    private static EntrySet text(
            JavaSparkContext spark,
            InputFiles files,
            LineParser.Layout layout,
            Map<Integer, Long> declared,
            ReadOptions options) {
        JavaRDD<Parsed> parsed = parse(TextLines.read(spark, files), layout);
        return new EntrySet(parsed, Places.lines(files), declared, options.badRecords());
    }

    static JavaRDD<Parsed> parse(JavaRDD<Line> lines, LineParser.Layout layout) {
        return lines.mapPartitions(part -> new ParsedLines(part, layout.parser()), true);
    }

    /** By the first line of the first file that has one. */
    private static DelimitedLayout delimited(InputFiles files, Configuration configuration, ReadOptions options) {
        for (int file = 0; file < files.size(); file++) {
            try (TextHead head = TextHead.open(files.path(file), configuration)) {
                DelimitedLayout layout = DelimitedLayout.detect(head, file, files.name(file), options);
                if (layout != null) {
                    return layout;
                }
            } catch (IOException e) {
                throw unreadable(files.name(file), e);
            }
        }
        throw new BadInputException(
                files.size() == 1
                        ? files.name(0) + ": the file is empty"
                        : files.name(0) + " and all others are empty");
    }

    private static BadInputException unreadable(String name, IOException e) {
        return new BadInputException(name + ": cannot be read: " + e.getMessage(), e);
    }
}
