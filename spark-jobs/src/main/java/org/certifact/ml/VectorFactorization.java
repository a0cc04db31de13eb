package org.certifact.ml;

import java.util.List;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.ParamValidators;
import org.apache.spark.ml.util.DefaultParamsWritable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.StructType;
import org.certifact.linalg.certify.Certificate;
import org.certifact.matrix.BlockMatrix;
import org.certifact.matrix.Totals;
import org.certifact.ml.result.FrameInput;
import org.certifact.ml.result.GaugedSpec;
import org.certifact.ml.result.History;
import org.certifact.ml.result.ModelConstants;
import org.certifact.ml.result.ModelFactors;
import org.certifact.ml.result.Provenance;
import org.certifact.ml.result.Report;
import org.certifact.solver.Budget;
import org.certifact.solver.Centering;
import org.certifact.solver.CentredData;
import org.certifact.solver.Factors;
import org.certifact.solver.GaugedSolver;
import org.certifact.solver.Outcome;

/**
 * Factorizations of a column of vectors, a row of Y each: Y ≈ UVᵀ at the least ½‖Y − UVᵀ‖² + λ Σ_k ‖U_k‖ ‖V_k‖ for the gauges of a subclass.
 * The rows of U are the output, the columns of V are the components.
 *
 * @param <M> the model
 */
public abstract class VectorFactorization<M extends VectorFactorizationModel<M>> extends Estimator<M>
        implements VectorParams, DefaultParamsWritable {
    private static final long serialVersionUID = 1L;

    private final String uid;
    private final VectorColumnParams columns;
    private final DoubleParam regParam;
    private final DoubleParam regShare;
    private final IntParam rank;
    private final IntParam maxIter;
    private final DoubleParam tolerance;
    private final DoubleParam certifyTime;
    private final LongParam seed;

    VectorFactorization(String uid) {
        this.uid = uid;
        this.columns = new VectorColumnParams(this);
        this.regParam = new DoubleParam(
                this, "regParam", "regularization lambda; if not set, regShare says it", ParamValidators.gt(0));
        this.regShare = new DoubleParam(
                this,
                "regShare",
                "lambda as a share of the one above which the answer is zero",
                ParamValidators.inRange(0, 1, false, false));
        this.rank = new IntParam(this, "rank", "most components; 0 for no limit", ParamValidators.gtEq(0));
        this.maxIter = new IntParam(this, "maxIter", "most sweeps over the data", ParamValidators.gtEq(1));
        this.tolerance = new DoubleParam(
                this,
                "tolerance",
                "relative gap to the global optimum at which a fit is certified",
                ParamValidators.inRange(0, 1, false, false));
        this.certifyTime =
                new DoubleParam(this, "certifyTime", "most seconds for the lower bound", ParamValidators.gt(0));
        this.seed = new LongParam(this, "seed", "seed of everything random");
        setDefault(columns.inputCol, "features");
        setDefault(columns.outputCol, "codes");
        setDefault(regShare, 0.1);
        setDefault(rank, 0);
        setDefault(maxIter, 10_000);
        setDefault(tolerance, 1e-3);
        setDefault(certifyTime, 600.0);
        setDefault(seed, 1L);
    }

    /** The options of a run, gauges among them. @param lambda null where {@code share} says it */
    abstract GaugedSpec spec(Double lambda, Double share);

    abstract M model(ModelFactors factors, Report report);

    /** Column of vectors. Default: features. */
    public VectorFactorization<M> setInputCol(String value) {
        set(columns.inputCol, value);
        return this;
    }

    /** Column of the codes. Default: codes. */
    public VectorFactorization<M> setOutputCol(String value) {
        set(columns.outputCol, value);
        return this;
    }

    /** λ. Default: regShare of the largest. */
    public VectorFactorization<M> setRegParam(double value) {
        set(regParam, value);
        return this;
    }

    /** λ as a share of the one above which the answer is zero. Default: 0.1. */
    public VectorFactorization<M> setRegShare(double value) {
        set(regShare, value);
        return this;
    }

    /** Most components; 0 for no limit, the default. */
    public VectorFactorization<M> setRank(int value) {
        set(rank, value);
        return this;
    }

    /** Most sweeps. Default: 10000. */
    public VectorFactorization<M> setMaxIter(int value) {
        set(maxIter, value);
        return this;
    }

    /** Relative gap to certify. Default: 1e-3. */
    public VectorFactorization<M> setTolerance(double value) {
        set(tolerance, value);
        return this;
    }

    /** Most seconds for the lower bound. Default: 600. */
    public VectorFactorization<M> setCertifyTime(double value) {
        set(certifyTime, value);
        return this;
    }

    /** Seed of everything random. Default: 1. */
    public VectorFactorization<M> setSeed(long value) {
        set(seed, value);
        return this;
    }

    @Override
    public String uid() {
        return uid;
    }

    @Override
    public VectorColumnParams vectorColumns() {
        return columns;
    }

    public DoubleParam regParam() {
        return regParam;
    }

    public DoubleParam regShare() {
        return regShare;
    }

    public IntParam rank() {
        return rank;
    }

    public IntParam maxIter() {
        return maxIter;
    }

    public DoubleParam tolerance() {
        return tolerance;
    }

    public DoubleParam certifyTime() {
        return certifyTime;
    }

    public LongParam seed() {
        return seed;
    }

    /** @param nonnegativeCodes U ≥ 0 @param nonnegativeComponents V ≥ 0 */
    final GaugedSpec spec(
            String model,
            Double lambda,
            Double share,
            double sparsity,
            boolean nonnegativeCodes,
            boolean nonnegativeComponents) {
        int most = (Integer) getOrDefault(rank);
        return new GaugedSpec(
                model,
                lambda,
                share,
                sparsity,
                0,
                nonnegativeCodes,
                nonnegativeComponents,
                "none",
                null,
                (Integer) getOrDefault(maxIter),
                (Double) getOrDefault(certifyTime),
                (Double) getOrDefault(tolerance),
                most == 0 ? null : most,
                null,
                (Long) getOrDefault(seed));
    }

    @Override
    public M fit(Dataset<?> frame) {
        transformSchema(frame.schema());
        boolean given = isSet(regParam);
        GaugedSpec spec =
                spec(given ? (Double) getOrDefault(regParam) : null, given ? null : (Double) getOrDefault(regShare));
        BlockMatrix data = new VectorMatrix(frame, getInputCol(), spec.norm()).blocks();
        double lambda =
                given ? spec.lambda() : spec.lambdaShare() * GaugedSolver.largestLambda(data, spec.norm(), spec.seed());
        Budget budget = new Budget(null, spec.maxSweeps());
        History history = new History(History.Watcher.NONE);
        GaugedSolver solver = new GaugedSolver(data, spec.settings(), lambda, history);
        Outcome<Factors> outcome = solver.solve(budget);
        Factors factors = outcome.factors();
        ModelConstants constants =
                new ModelConstants(ModelConstants.FORMAT, spec.model(), 0, lambda, 0, Centering.NONE, factors.rank());
        CentredData plain = CentredData.of(data, Centering.NONE);
        ModelFactors kept = spec.rowSparsity() > 0
                ? ModelFactors.keepCodes(frame.sparkSession(), plain, factors, constants)
                : ModelFactors.keep(frame.sparkSession(), plain, factors, constants);
        Report report = report(data, spec, lambda, outcome, history, budget, solver.certifySeconds());
        factors.unpersist();
        data.unpersist();
        return copyValues(model(kept, report).setParent(this), ParamMap.empty());
    }

    private static Report report(
            BlockMatrix data,
            GaugedSpec spec,
            double lambda,
            Outcome<Factors> outcome,
            History history,
            Budget budget,
            double certifySeconds) {
        Certificate proof = outcome.certificate();
        Totals totals = data.totals();
        return new Report(
                spec.model(),
                outcome.verdict(),
                proof.primal(),
                proof.dual(),
                proof.relativeGap(),
                outcome.factors().rank(),
                lambda,
                Report.Polar.of(proof),
                false,
                null,
                budget.seconds(),
                certifySeconds,
                history.iterations(),
                List.of(),
                new double[0],
                new Report.DataSummary(
                        "vectors of a data frame",
                        data.byRows().rows(),
                        data.byColumns().rows(),
                        totals.entries(),
                        0,
                        totals.weightedValue(),
                        totals.weightedSquare()),
                Report.UNSAVED,
                FrameInput.of("vectors"),
                spec,
                null,
                Provenance.versions());
    }

    @Override
    public StructType transformSchema(StructType schema) {
        return appended(schema);
    }
}
