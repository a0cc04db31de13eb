package org.certifact.datasets;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;

/** Which fields of Parquet files hold a table: one that names the rows, if any, and numbers or one array of them. */
final class ParquetLayout implements Serializable {
    private final List<StructField> fields;
    private final TableColumns columns;

    private ParquetLayout(List<StructField> fields, TableColumns columns) {
        this.fields = fields;
        this.columns = columns;
    }

    /** @throws BadInputException if a field is neither, or if there is more than one array */
    static ParquetLayout find(List<StructField> fields, TableOptions options, String name) {
        List<String> names = fields.stream().map(StructField::name).toList();
        int rowName = namesRows(fields, options, name) ? 1 : 0;
        TableColumns columns = TableColumns.find(names, fields.size(), rowName, options.leftOut(), name);
        ParquetLayout layout = new ParquetLayout(fields, columns);
        for (StructField field : layout.values()) {
            if (isArray(field) ? columns.size() > 1 : !(field.dataType() instanceof NumericType)) {
                throw ParquetFiles.mistyped(
                        field,
                        name,
                        (isArray(field) ? "an array must be the only column" : "values must be numbers")
                                + ": leave it out with --leave-out " + field.name());
            }
        }
        return layout;
    }

    private static boolean namesRows(List<StructField> fields, TableOptions options, String name) {
        StructField first = fields.get(0);
        boolean text = first.dataType() instanceof StringType;
        boolean whole = ParquetFiles.isWhole(first.dataType());
        if (options.rowNames() == RowNames.YES && !text && !whole) {
            throw ParquetFiles.mistyped(first, name, "row names must be whole numbers or strings");
        }
        boolean leftOut = options.leftOut().contains("1") || options.leftOut().contains(first.name());
        return options.rowNames() == RowNames.YES || (options.rowNames() == RowNames.AUTO && text && !leftOut);
    }

    private static boolean isArray(StructField field) {
        return field.dataType() instanceof ArrayType array
                && (array.elementType().equals(DataTypes.DoubleType)
                        || array.elementType().equals(DataTypes.FloatType));
    }

    /** Whether the values of a row are one array. */
    boolean isArray() {
        return isArray(values().get(0));
    }

    /** The fields of the values. */
    List<StructField> values() {
        return IntStream.range(0, columns.size())
                .mapToObj(column -> fields.get(columns.field(column)))
                .toList();
    }

    TableColumns columns() {
        return columns;
    }

    StructField rowName() {
        return fields.get(columns.nameField());
    }
}
