package org.certifact.datasets;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;

/** Entries from the rows of Parquet files, of which only the columns needed are read. */
final class ParquetEntries {
    private ParquetEntries() {}

    static JavaRDD<Parsed> read(JavaSparkContext spark, List<String> paths, InputFiles files, List<String> asked) {
        Dataset<Row> table = ParquetFiles.open(ParquetFiles.session(spark), paths, files);
        List<StructField> present = Arrays.asList(table.schema().fields());
        ColumnPositions columns = ColumnPositions.find(
                asked, present.stream().map(StructField::name).toList(), files.name(0));
        Dataset<Row> needed = table.select(
                id(table, present.get(columns.row() - 1), files.name(0)),
                id(table, present.get(columns.column() - 1), files.name(0)),
                number(table, present.get(columns.value() - 1), "values", files.name(0)),
                columns.hasWeight()
                        ? number(table, present.get(columns.weight() - 1), "weights", files.name(0))
                        : functions.lit(1.0),
                ParquetFiles.file(table),
                ParquetFiles.number(table));
        Broadcast<InputFiles> shared = spark.broadcast(files);
        return needed.toJavaRDD().mapPartitions(rows -> new ParquetRows(rows, shared.value()), true);
    }

    private static Column id(Dataset<Row> table, StructField field, String name) {
        if (!(field.dataType() instanceof StringType) && !ParquetFiles.isWhole(field.dataType())) {
            throw ParquetFiles.mistyped(field, name, "ids must be whole numbers or strings");
        }
        return ParquetFiles.column(table, field).cast(DataTypes.StringType);
    }

    private static Column number(Dataset<Row> table, StructField field, String what, String name) {
        if (!(field.dataType() instanceof NumericType)) {
            throw ParquetFiles.mistyped(field, name, what + " must be numbers");
        }
        return ParquetFiles.column(table, field).cast(DataTypes.DoubleType);
    }
}
