package org.certifact.ml;

import org.apache.spark.ml.util.MLReader;
import org.certifact.ml.result.ModelFactors;
import org.certifact.ml.result.Report;

/** Components that a {@link CertifiedDictionary} found. */
public final class CertifiedDictionaryModel extends VectorFactorizationModel<CertifiedDictionaryModel> {
    private static final long serialVersionUID = 1L;

    CertifiedDictionaryModel(String uid, ModelFactors factors, Report summary) {
        super(uid, factors, summary);
    }

    @Override
    CertifiedDictionaryModel copied() {
        return new CertifiedDictionaryModel(uid(), factors(), summary());
    }

    public static MLReader<CertifiedDictionaryModel> read() {
        return new VectorModelReader<>(CertifiedDictionaryModel.class, "dictionary", CertifiedDictionaryModel::new);
    }

    /** A model that was saved here, or by {@code certifact dictionary}. */
    public static CertifiedDictionaryModel load(String path) {
        return read().load(path);
    }
}
