package org.certifact.ml;

import org.apache.spark.ml.util.DefaultParamsWriter;
import org.apache.spark.ml.util.MLWriter;

/** Saves a completion model: Spark's metadata, and beside them the files of a result directory. */
final class CompletionWriter extends MLWriter {
    private final CertifiedCompletionModel model;

    CompletionWriter(CertifiedCompletionModel model) {
        this.model = model;
    }

    @Override
    public void saveImpl(String path) {
        DefaultParamsWriter.saveMetadata(model, path, sparkSession());
        model.factors().write(path, model.hasSummary() ? model.summary() : null);
    }
}
