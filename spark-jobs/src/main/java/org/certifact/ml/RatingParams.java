package org.certifact.ml;

import java.util.Locale;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;

/**
 * The parameters of {@link CertifiedCompletion} that its model has too; names and meaning are those of MLlib's ALS.
 *
 * @param <S> the class that has them
 */
public interface RatingParams<S extends RatingParams<S>> extends Params {

    /** The parameters themselves. */
    RatingColumns ratingColumns();

    /** This. */
    S self();

    default Param<String> userCol() {
        return ratingColumns().userCol;
    }

    default Param<String> itemCol() {
        return ratingColumns().itemCol;
    }

    default Param<String> predictionCol() {
        return ratingColumns().predictionCol;
    }

    default Param<String> coldStartStrategy() {
        return ratingColumns().coldStartStrategy;
    }

    default IntParam blockSize() {
        return ratingColumns().blockSize;
    }

    default String getUserCol() {
        return getOrDefault(userCol());
    }

    /** Column of user ids. Default: user. */
    default S setUserCol(String value) {
        set(userCol(), value);
        return self();
    }

    default String getItemCol() {
        return getOrDefault(itemCol());
    }

    /** Column of item ids. Default: item. */
    default S setItemCol(String value) {
        set(itemCol(), value);
        return self();
    }

    default String getPredictionCol() {
        return getOrDefault(predictionCol());
    }

    /** Column of predictions. Default: prediction. */
    default S setPredictionCol(String value) {
        set(predictionCol(), value);
        return self();
    }

    default String getColdStartStrategy() {
        return getOrDefault(coldStartStrategy());
    }

    /** Prediction where user or item is unknown: nan, drop or bias. Default: nan. */
    default S setColdStartStrategy(String value) {
        set(coldStartStrategy(), value.toLowerCase(Locale.ROOT));
        return self();
    }

    default int getBlockSize() {
        return (Integer) getOrDefault(blockSize());
    }

    /** Rows that are multiplied at once in recommendations. Default: 4096. */
    default S setBlockSize(int value) {
        set(blockSize(), value);
        return self();
    }

    /** The defaults of ALS. */
    default void setRatingDefaults() {
        setDefault(userCol(), "user");
        setDefault(itemCol(), "item");
        setDefault(predictionCol(), "prediction");
        setDefault(coldStartStrategy(), ColdStart.NAN.parameter());
        setDefault(blockSize(), 4096);
    }
}
