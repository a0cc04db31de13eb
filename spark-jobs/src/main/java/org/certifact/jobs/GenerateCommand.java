package org.certifact.jobs;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.certifact.datasets.BadInputException;
import org.certifact.datasets.PlantedRatings;
import org.certifact.datasets.RatingsGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code certifact generate}. */
@Command(
        name = "generate",
        description = "Writes ratings with a planted low rank, busy and idle rows, popular and rare columns. The same "
                + "options make the same ratings on any machine.",
        footer = {
            "",
            "Example:",
            "  certifact generate --rows 100000 --columns 20000 --entries 10000000 --output ratings",
            "  certifact complete --input ratings --center mean --weighting 1"
        })
final class GenerateCommand implements Callable<Integer> {
    private static final StructType SCHEMA = new StructType()
            .add("row", DataTypes.LongType, false)
            .add("column", DataTypes.LongType, false)
            .add("value", DataTypes.DoubleType, false);

    /** Entries a file, about. */
    private static final long FILE = 4_000_000;

    @Option(names = "--rows", required = true, paramLabel = "M", description = "Number of rows.")
    private int rows;

    @Option(names = "--columns", required = true, paramLabel = "N", description = "Number of columns.")
    private int columns;

    @Option(names = "--entries", required = true, paramLabel = "K", description = "Number of entries, exactly.")
    private long entries;

    @Mixin
    private PlantedArguments planted;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "S",
            description = "Seed of everything random. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "DIR",
            description = "Directory for the files, on any Hadoop file system; it must not exist.")
    private String output;

    @Option(
            names = "--format",
            defaultValue = "parquet",
            paramLabel = "FORMAT",
            description = "parquet or csv; columns row, column and value. Default: ${DEFAULT-VALUE}.")
    private String format;

    @Override
    public Integer call() throws IOException {
        String kind = format.toLowerCase(Locale.ROOT);
        if (!kind.equals("parquet") && !kind.equals("csv")) {
            throw new BadInputException("--format '" + format + "' is unknown; there are parquet, csv");
        }
        PlantedRatings spec = planted.spec(rows, columns, entries, seed);
        try (SparkSession spark = Sessions.sql("generate")) {
            requireAbsent(spark.sparkContext().hadoopConfiguration());
            Dataset<Row> table = table(spark, spec);
            if (kind.equals("csv")) {
                table.write().option("header", true).csv(output);
            } else {
                table.write().parquet(output);
            }
        }
        System.out.printf("%d x %d, %d entries in %s%n", rows, columns, entries, output);
        return ExitCode.CERTIFIED;
    }

    private static Dataset<Row> table(SparkSession spark, PlantedRatings spec) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        int files =
                (int) Math.min(spec.rows(), Math.max(context.defaultParallelism(), (spec.entries() + FILE - 1) / FILE));
        JavaRDD<Row> ratings = RatingsGenerator.generate(context, spec, files)
                .entries()
                .map(e -> RowFactory.create(Long.parseLong(e.row()), Long.parseLong(e.column()), e.value()));
        return spark.createDataFrame(ratings, SCHEMA);
    }

    private void requireAbsent(Configuration hadoop) {
        try {
            Path path = new Path(output);
            if (path.getFileSystem(hadoop).exists(path)) {
                throw new BadInputException(output + ": exists already; give another --output");
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new BadInputException(output + ": cannot be written: " + e.getMessage(), e);
        }
    }
}
