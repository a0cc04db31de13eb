package org.certifact.datasets;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;

/** Entries from the rows of Parquet files, of which only the columns needed are read. */
final class ParquetEntries {
    private static final Set<DataType> WHOLE =
            Set.of(DataTypes.ByteType, DataTypes.ShortType, DataTypes.IntegerType, DataTypes.LongType);

    private ParquetEntries() {}

    static JavaRDD<Parsed> read(SparkSession session, List<String> paths, InputFiles files, List<String> asked) {
        Dataset<Row> table = open(session, paths, files);
        List<StructField> present = Arrays.asList(table.schema().fields());
        ColumnPositions columns = ColumnPositions.find(
                asked, present.stream().map(StructField::name).toList(), files.name(0));
        Column place = table.metadataColumn("_metadata");
        Dataset<Row> needed = table.select(
                id(table, present.get(columns.row() - 1), files.name(0)),
                id(table, present.get(columns.column() - 1), files.name(0)),
                number(table, present.get(columns.value() - 1), "values", files.name(0)),
                columns.hasWeight()
                        ? number(table, present.get(columns.weight() - 1), "weights", files.name(0))
                        : functions.lit(1.0),
                place.getField("file_path"),
                place.getField("row_index"));
        Broadcast<InputFiles> shared =
                JavaSparkContext.fromSparkContext(session.sparkContext()).broadcast(files);
        return needed.toJavaRDD().mapPartitions(rows -> new ParquetRows(rows, shared.value()), true);
    }

    private static Dataset<Row> open(SparkSession session, List<String> paths, InputFiles files) {
        Configuration configuration = session.sparkContext().hadoopConfiguration();
        try {
            return session.read()
                    .option("recursiveFileLookup", !partitioned(files))
                    .parquet(paths.stream()
                            .map(path -> InputFiles.exists(path, configuration) ? globEscaped(path) : path)
                            .toArray(String[]::new));
        } catch (Exception e) {
            throw new BadInputException(files.name(0) + ": cannot be read as Parquet: " + firstLine(e), e);
        }
    }

    /** Whether directories give columns (day=1/…); where they do not, Spark passes over those below unless told. */
    private static boolean partitioned(InputFiles files) {
        return files.paths().stream()
                .anyMatch(path -> new Path(path).getParent().getName().contains("="));
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private static Column id(Dataset<Row> table, StructField field, String name) {
        if (!(field.dataType() instanceof StringType) && !WHOLE.contains(field.dataType())) {
            throw mistyped(field, name, "ids must be whole numbers or strings");
        }
        return column(table, field).cast(DataTypes.StringType);
    }

    private static Column number(Dataset<Row> table, StructField field, String what, String name) {
        if (!(field.dataType() instanceof NumericType)) {
            throw mistyped(field, name, what + " must be numbers");
        }
        return column(table, field).cast(DataTypes.DoubleType);
    }

    private static Column column(Dataset<Row> table, StructField field) {
        return table.col("`" + field.name().replace("`", "``") + "`");
    }

    private static BadInputException mistyped(StructField field, String name, String rule) {
        return new BadInputException(name + ": column '" + field.name() + "' is of type "
                + field.dataType().simpleString() + "; " + rule);
    }

    /** Spark takes every path for a glob. */
    private static String globEscaped(String path) {
        return path.replaceAll("([\\\\\\[\\]{}*?])", "\\\\$1");
    }
}
