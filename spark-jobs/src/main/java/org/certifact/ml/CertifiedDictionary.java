package org.certifact.ml;

import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.ParamValidators;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.certifact.ml.result.GaugedSpec;
import org.certifact.ml.result.ModelFactors;
import org.certifact.ml.result.Report;

/** Sparse codes of a column of signals, ‖U_k‖₂ + γ‖U_k‖₁ with γ {@code sparsity}, with a bound on how far they are from the best ones. */
public final class CertifiedDictionary extends VectorFactorization<CertifiedDictionaryModel> {
    private static final long serialVersionUID = 1L;

    private final DoubleParam sparsity;

    public CertifiedDictionary() {
        this(Identifiable$.MODULE$.randomUID("dictionary"));
    }

    /** As readers make it. */
    public CertifiedDictionary(String uid) {
        super(uid);
        this.sparsity =
                new DoubleParam(this, "sparsity", "weight gamma of the l1 norm of the codes", ParamValidators.gt(0));
        setDefault(sparsity, 0.05);
    }

    public DoubleParam sparsity() {
        return sparsity;
    }

    /** γ. Default: 0.05. */
    public CertifiedDictionary setSparsity(double value) {
        set(sparsity, value);
        return this;
    }

    @Override
    GaugedSpec spec(Double lambda, Double share) {
        return spec("dictionary", lambda, share, (Double) getOrDefault(sparsity), false, false);
    }

    @Override
    CertifiedDictionaryModel model(ModelFactors factors, Report report) {
        return new CertifiedDictionaryModel(uid(), factors, report);
    }

    @Override
    public CertifiedDictionary copy(ParamMap extra) {
        return defaultCopy(extra);
    }

    public static MLReader<CertifiedDictionary> read() {
        return new DefaultParamsReader<>();
    }

    public static CertifiedDictionary load(String path) {
        return read().load(path);
    }
}
