package org.certifact.ml;

import java.util.Arrays;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.apache.spark.sql.types.StructType;

/** The parameters of a {@link VectorFactorization} that its model has too. */
public interface VectorParams extends Params {

    /** The parameters themselves. */
    VectorColumnParams vectorColumns();

    default Param<String> inputCol() {
        return vectorColumns().inputCol;
    }

    default Param<String> outputCol() {
        return vectorColumns().outputCol;
    }

    default String getInputCol() {
        return getOrDefault(inputCol());
    }

    default String getOutputCol() {
        return getOrDefault(outputCol());
    }

    /** @throws IllegalArgumentException where the input is not of vectors, or the output exists */
    default StructType appended(StructType schema) {
        if (!Arrays.asList(schema.fieldNames()).contains(getInputCol())) {
            throw new IllegalArgumentException("no column '" + getInputCol() + "'; there are " + schema.size() + ": "
                    + String.join(", ", schema.fieldNames()));
        }
        if (!schema.apply(getInputCol()).dataType().equals(SQLDataTypes.VectorType())) {
            throw new IllegalArgumentException("column '" + getInputCol() + "' is of type "
                    + schema.apply(getInputCol()).dataType().simpleString() + ", not of Spark ML vectors");
        }
        if (Arrays.asList(schema.fieldNames()).contains(getOutputCol())) {
            throw new IllegalArgumentException(
                    "column '" + getOutputCol() + "' exists already; name another outputCol");
        }
        return schema.add(getOutputCol(), SQLDataTypes.VectorType(), true);
    }
}
