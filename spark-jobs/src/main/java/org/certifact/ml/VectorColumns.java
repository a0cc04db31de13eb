package org.certifact.ml;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.types.StructField;
import org.certifact.datasets.BadInputException;
import org.certifact.datasets.ParquetRecords;

/**
 * Which columns of Parquet files are read.
 *
 * @param vectors the one of vectors; empty where there is only one of that type
 * @param ids the one that names the records; empty to number them from 1, one file after the other
 */
public record VectorColumns(Optional<String> vectors, Optional<String> ids) {
    public VectorColumns {
        Objects.requireNonNull(vectors, "vectors");
        Objects.requireNonNull(ids, "ids");
    }

    /** The only column of vectors, and numbers for ids. */
    public static VectorColumns defaults() {
        return new VectorColumns(Optional.empty(), Optional.empty());
    }

    public VectorColumns withVectors(String newVectors) {
        return new VectorColumns(Optional.of(newVectors), ids);
    }

    public VectorColumns withIds(String newIds) {
        return new VectorColumns(vectors, Optional.of(newIds));
    }

    /** @throws BadInputException if there is none, or if there are several and none is named */
    StructField findVectors(ParquetRecords records) {
        if (vectors.isPresent()) {
            StructField named = records.field(vectors.get());
            if (!isVectors(named)) {
                throw new BadInputException(records.title() + ": column '" + named.name() + "' is of type "
                        + named.dataType().simpleString() + ", not of Spark ML vectors");
            }
            return named;
        }
        List<StructField> found =
                records.fields().stream().filter(VectorColumns::isVectors).toList();
        if (found.isEmpty()) {
            throw new BadInputException(
                    records.title() + ": none of the columns " + names(records.fields()) + " is of Spark ML vectors");
        }
        if (found.size() > 1) {
            throw new BadInputException(
                    records.title() + ": " + found.size() + " columns are of vectors: " + names(found) + "; name one");
        }
        return found.get(0);
    }

    private static boolean isVectors(StructField field) {
        return field.dataType().equals(SQLDataTypes.VectorType());
    }

    private static String names(List<StructField> fields) {
        return String.join(", ", fields.stream().map(StructField::name).toList());
    }
}
