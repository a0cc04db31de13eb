package org.certifact.ml;

import java.io.Serializable;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.util.Identifiable;

/** The parameters that factorizations of vectors and their models share, made once for each of them. */
final class VectorColumnParams implements Serializable {
    private static final long serialVersionUID = 1L;

    final Param<String> inputCol;
    final Param<String> outputCol;

    /** @param parent whose uid is known */
    VectorColumnParams(Identifiable parent) {
        inputCol = new Param<>(parent, "inputCol", "column of vectors");
        outputCol = new Param<>(parent, "outputCol", "column of the codes, which are vectors");
    }
}
