package org.certifact.datasets;

import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;

/** Opens Parquet files as one data set. */
final class ParquetFiles {
    private static final Set<DataType> WHOLE =
            Set.of(DataTypes.ByteType, DataTypes.ShortType, DataTypes.IntegerType, DataTypes.LongType);

    private ParquetFiles() {}

    /** Spark SQL's session, started when the first such file is opened: that takes a second, and nothing else needs it. */
    static SparkSession session(JavaSparkContext spark) {
        return SparkSession.builder().sparkContext(spark.sc()).getOrCreate();
    }

    static Dataset<Row> open(SparkSession session, List<String> paths, InputFiles files) {
        Configuration configuration = session.sparkContext().hadoopConfiguration();
        try {
            return session.read()
                    .option("recursiveFileLookup", !partitioned(files))
                    .parquet(paths.stream()
                            .map(path -> InputFiles.exists(path, configuration) ? ExactPath.glob(path) : path)
                            .toArray(String[]::new));
        } catch (Exception e) {
            throw new BadInputException(files.name(0) + ": cannot be read as Parquet: " + firstLine(e), e);
        }
    }

    static Column column(Dataset<Row> table, StructField field) {
        return table.col("`" + field.name().replace("`", "``") + "`");
    }

    static boolean isWhole(DataType type) {
        return WHOLE.contains(type);
    }

    /** The URI of the file that a row was read from. */
    static Column file(Dataset<Row> table) {
        return table.metadataColumn("_metadata").getField("file_path");
    }

    /** The 0-based number of a row in its file. */
    static Column number(Dataset<Row> table) {
        return table.metadataColumn("_metadata").getField("row_index");
    }

    static BadInputException mistyped(StructField field, String name, String rule) {
        return new BadInputException(name + ": column '" + field.name() + "' is of type "
                + field.dataType().simpleString() + "; " + rule);
    }

    /** Whether directories give columns (day=1/…); where they do not, Spark passes over those below unless told. */
    private static boolean partitioned(InputFiles files) {
        return files.paths().stream()
                .anyMatch(path -> new Path(path).getParent().getName().contains("="));
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
