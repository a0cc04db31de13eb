package org.certifact.datasets;

import java.util.ArrayList;
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
import org.apache.spark.sql.types.StructField;

/** The rows of Parquet files, whose values are numeric columns or one column of arrays. */
final class ParquetTable {
    private ParquetTable() {}

    static DenseTable read(JavaSparkContext spark, List<String> paths, InputFiles files, TableOptions options) {
        Dataset<Row> table = ParquetFiles.open(ParquetFiles.session(spark), paths, files);
        ParquetLayout layout = ParquetLayout.find(Arrays.asList(table.schema().fields()), options, files.name(0));
        boolean named = layout.columns().namesRows();
        TableColumns columns = layout.isArray() ? ofArray(table, layout, files.name(0)) : layout.columns();
        Dataset<Row> needed = table.select(needed(table, layout).toArray(Column[]::new));
        Broadcast<InputFiles> shared = spark.broadcast(files);
        JavaRDD<Parsed> parsed = needed.toJavaRDD()
                .mapPartitions(rows -> new ParquetTableRows(rows, shared.value(), columns, layout), true);
        TableSurvey survey = TableSurvey.of(parsed, Places.records(files), columns);
        survey.check();
        return survey.table(inOrder(parsed, survey, files.size(), named));
    }

    /** Spark mixes the parts of several files; their rows are brought into order by a shuffle. */
    private static JavaRDD<DenseRow> inOrder(JavaRDD<Parsed> parsed, TableSurvey survey, int files, boolean named) {
        RowOrder order = new RowOrder(survey.beforeFiles(files), survey.rows(), parsed.getNumPartitions());
        JavaRDD<DenseRow> rows = parsed.map(row -> (DenseRow) row)
                .map(row -> named ? row : row.withId(Long.toString(order.number(row.source()))));
        return files == 1
                ? rows
                : rows.keyBy(DenseRow::source)
                        .repartitionAndSortWithinPartitions(order)
                        .values();
    }

    /** The name of the row, if it has one; the values; the place. */
    private static List<Column> needed(Dataset<Row> table, ParquetLayout layout) {
        List<Column> needed = new ArrayList<>();
        if (layout.columns().namesRows()) {
            needed.add(ParquetFiles.column(table, layout.rowName()).cast(DataTypes.StringType));
        }
        for (StructField field : layout.values()) {
            Column column = ParquetFiles.column(table, field);
            needed.add(column.cast(
                    layout.isArray() ? DataTypes.createArrayType(DataTypes.DoubleType) : DataTypes.DoubleType));
        }
        needed.add(ParquetFiles.file(table));
        needed.add(ParquetFiles.number(table));
        return needed;
    }

    /** As many columns as some row's array has values. */
    private static TableColumns ofArray(Dataset<Row> table, ParquetLayout layout, String name) {
        Column array = ParquetFiles.column(table, layout.values().get(0));
        List<Row> first =
                table.filter(array.isNotNull()).select(functions.size(array)).takeAsList(1);
        if (first.isEmpty() || first.get(0).getInt(0) == 0) {
            throw new BadInputException(name + ": no values in the arrays of column '"
                    + layout.values().get(0).name() + "'");
        }
        return TableColumns.find(List.of(), first.get(0).getInt(0), 0, List.of(), name);
    }
}
