package org.certifact.ml;

import org.apache.spark.ml.util.DefaultParamsWriter;
import org.apache.spark.ml.util.MLWriter;

/** Saves a model of vectors: Spark's metadata, and beside them the files of a result directory. */
final class VectorModelWriter extends MLWriter {
    private final VectorFactorizationModel<?> model;

    VectorModelWriter(VectorFactorizationModel<?> model) {
        this.model = model;
    }

    @Override
    public void saveImpl(String path) {
        DefaultParamsWriter.saveMetadata(model, path, sparkSession());
        model.factors().write(path, model.summary());
    }
}
