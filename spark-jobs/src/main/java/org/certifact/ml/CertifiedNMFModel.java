package org.certifact.ml;

import org.apache.spark.ml.util.MLReader;
import org.certifact.ml.result.ModelFactors;
import org.certifact.ml.result.Report;

/** Components that a {@link CertifiedNMF} found. */
public final class CertifiedNMFModel extends VectorFactorizationModel<CertifiedNMFModel> {
    private static final long serialVersionUID = 1L;

    CertifiedNMFModel(String uid, ModelFactors factors, Report summary) {
        super(uid, factors, summary);
    }

    @Override
    CertifiedNMFModel copied() {
        return new CertifiedNMFModel(uid(), factors(), summary());
    }

    public static MLReader<CertifiedNMFModel> read() {
        return new VectorModelReader<>(CertifiedNMFModel.class, "nmf", CertifiedNMFModel::new);
    }

    /** A model that was saved here, or by {@code certifact nmf}. */
    public static CertifiedNMFModel load(String path) {
        return read().load(path);
    }
}
