package org.certifact.ml;

import java.io.Serializable;
import java.util.Arrays;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamValidators;
import org.apache.spark.ml.util.Identifiable;

/** The parameters that {@link CertifiedCompletion} and its model share, made once for each of them. */
final class RatingColumns implements Serializable {
    private static final long serialVersionUID = 1L;

    final Param<String> userCol;
    final Param<String> itemCol;
    final Param<String> predictionCol;
    final Param<String> coldStartStrategy;
    final IntParam blockSize;

    /** @param parent whose uid is known */
    RatingColumns(Identifiable parent) {
        userCol = new Param<>(parent, "userCol", "column of user ids: whole numbers or strings");
        itemCol = new Param<>(parent, "itemCol", "column of item ids: whole numbers or strings");
        predictionCol = new Param<>(parent, "predictionCol", "column of predictions");
        coldStartStrategy = new Param<>(
                parent,
                "coldStartStrategy",
                "prediction where user or item is unknown: nan, drop (no row) or bias (mean and known biases)",
                ParamValidators.inArray(Arrays.stream(ColdStart.values())
                        .map(ColdStart::parameter)
                        .toList()));
        blockSize = new IntParam(
                parent, "blockSize", "rows that are multiplied at once in recommendations", ParamValidators.gtEq(1));
    }
}
