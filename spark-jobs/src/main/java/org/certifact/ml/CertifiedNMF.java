package org.certifact.ml;

import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.certifact.ml.result.GaugedSpec;
import org.certifact.ml.result.ModelFactors;
import org.certifact.ml.result.Report;

/** Non-negative factorization of a column of vectors, U and V ≥ 0, with a bound on how far it is from the best one. */
public final class CertifiedNMF extends VectorFactorization<CertifiedNMFModel> {
    private static final long serialVersionUID = 1L;

    public CertifiedNMF() {
        this(Identifiable$.MODULE$.randomUID("nmf"));
    }

    /** As readers make it. */
    public CertifiedNMF(String uid) {
        super(uid);
    }

    @Override
    GaugedSpec spec(Double lambda, Double share) {
        return spec("nmf", lambda, share, 0, true, true);
    }

    @Override
    CertifiedNMFModel model(ModelFactors factors, Report report) {
        return new CertifiedNMFModel(uid(), factors, report);
    }

    @Override
    public CertifiedNMF copy(ParamMap extra) {
        return defaultCopy(extra);
    }

    public static MLReader<CertifiedNMF> read() {
        return new DefaultParamsReader<>();
    }

    public static CertifiedNMF load(String path) {
        return read().load(path);
    }
}
