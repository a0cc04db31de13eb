package org.certifact.ml;

import java.util.Arrays;
import java.util.Locale;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.ParamValidators;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.DefaultParamsWritable;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.StructType;
import org.certifact.matrix.Duplicates;
import org.certifact.solver.Centering;

/**
 * Matrix completion with a certificate, where MLlib has ALS: minimizes ½ Σ_ratings (y − u·v)² + λ Σ_k ‖D_r^{α/2} U_k‖ ‖D_c^{α/2} V_k‖
 * over factors of any rank. λ is {@code regParam}, α is {@code weighting}; at the default α = 1 the objective is that of ALS (halved), so a
 * {@code regParam} means the same.
 */
public final class CertifiedCompletion extends Estimator<CertifiedCompletionModel>
        implements RatingParams<CertifiedCompletion>, DefaultParamsWritable {
    private static final long serialVersionUID = 1L;

    private final String uid;
    private final RatingColumns columns;
    private final Param<String> ratingCol;
    private final IntParam rank;
    private final IntParam maxIter;
    private final DoubleParam regParam;
    private final DoubleParam tolerance;
    private final DoubleParam weighting;
    private final Param<String> center;
    private final Param<String> duplicates;
    private final BooleanParam nonnegative;
    private final BooleanParam implicitPrefs;
    private final DoubleParam alpha;
    private final LongParam seed;
    private final IntParam checkpointInterval;
    private transient CertifiedCompletionModel initialModel;

    public CertifiedCompletion() {
        this(Identifiable$.MODULE$.randomUID("completion"));
    }

    /** As readers make it. */
    public CertifiedCompletion(String uid) {
        this.uid = uid;
        this.columns = new RatingColumns(this);
        this.ratingCol = new Param<>(this, "ratingCol", "column of ratings; if empty, every rating is 1");
        this.rank = new IntParam(this, "rank", "most columns of the factors; 0 for no limit", ParamValidators.gtEq(0));
        this.maxIter = new IntParam(this, "maxIter", "most sweeps over the ratings", ParamValidators.gtEq(1));
        this.regParam = new DoubleParam(this, "regParam", "regularization lambda", ParamValidators.gt(0));
        this.tolerance = new DoubleParam(
                this,
                "tolerance",
                "relative gap to the global optimum at which a fit is certified",
                ParamValidators.inRange(0, 1, false, false));
        this.weighting = new DoubleParam(
                this,
                "weighting",
                "how the penalty of a user or item grows with its number of ratings: 0 nuclear norm, 1 ALS",
                ParamValidators.inRange(0, 1));
        this.center = new Param<>(
                this,
                "center",
                "what is subtracted first: none, mean or bias",
                ParamValidators.inArray(names(Centering.values())));
        this.duplicates = new Param<>(
                this,
                "duplicates",
                "several ratings of one item by one user: fail, sum, mean or last",
                ParamValidators.inArray(names(Duplicates.values())));
        this.nonnegative = new BooleanParam(this, "nonnegative", "whether factors are at least 0; needs weighting 0");
        this.implicitPrefs = new BooleanParam(this, "implicitPrefs", "whether ratings are implicit preferences");
        this.alpha = new DoubleParam(this, "alpha", "confidence of implicit preferences", ParamValidators.gtEq(0));
        this.seed = new LongParam(this, "seed", "seed of the certificates' random starts");
        this.checkpointInterval = new IntParam(
                this,
                "checkpointInterval",
                "sweeps between checkpoints, or -1 for none",
                RatingEntries.checkpointInterval());
        setRatingDefaults();
        setDefault(ratingCol, "rating");
        setDefault(rank, 0);
        setDefault(maxIter, 10_000);
        setDefault(regParam, 0.1);
        setDefault(tolerance, 1e-3);
        setDefault(weighting, 1.0);
        setDefault(center, name(Centering.NONE));
        setDefault(duplicates, name(Duplicates.FAIL));
        setDefault(nonnegative, false);
        setDefault(implicitPrefs, false);
        setDefault(alpha, 1.0);
        setDefault(seed, 1L);
        setDefault(checkpointInterval, 5);
    }

    private static java.util.List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(CertifiedCompletion::name).toList();
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String uid() {
        return uid;
    }

    @Override
    public RatingColumns ratingColumns() {
        return columns;
    }

    @Override
    public CertifiedCompletion self() {
        return this;
    }

    public Param<String> ratingCol() {
        return ratingCol;
    }

    public IntParam rank() {
        return rank;
    }

    public IntParam maxIter() {
        return maxIter;
    }

    public DoubleParam regParam() {
        return regParam;
    }

    public DoubleParam tolerance() {
        return tolerance;
    }

    public DoubleParam weighting() {
        return weighting;
    }

    public Param<String> center() {
        return center;
    }

    public Param<String> duplicates() {
        return duplicates;
    }

    public BooleanParam nonnegative() {
        return nonnegative;
    }

    public BooleanParam implicitPrefs() {
        return implicitPrefs;
    }

    public DoubleParam alpha() {
        return alpha;
    }

    public LongParam seed() {
        return seed;
    }

    public IntParam checkpointInterval() {
        return checkpointInterval;
    }

    public String getRatingCol() {
        return getOrDefault(ratingCol);
    }

    /** Column of ratings, of any numeric type; if empty, every rating is 1. Default: rating. */
    public CertifiedCompletion setRatingCol(String value) {
        set(ratingCol, value);
        return this;
    }

    public int getRank() {
        return (Integer) getOrDefault(rank);
    }

    /** Most columns of the factors; 0 for no limit, the default. */
    public CertifiedCompletion setRank(int value) {
        set(rank, value);
        return this;
    }

    public int getMaxIter() {
        return (Integer) getOrDefault(maxIter);
    }

    /** Most sweeps over the ratings. Default: 10000; a fit ends when it is certified. */
    public CertifiedCompletion setMaxIter(int value) {
        set(maxIter, value);
        return this;
    }

    public double getRegParam() {
        return (Double) getOrDefault(regParam);
    }

    /** λ. Default: 0.1, as of ALS. */
    public CertifiedCompletion setRegParam(double value) {
        set(regParam, value);
        return this;
    }

    public double getTolerance() {
        return (Double) getOrDefault(tolerance);
    }

    /** Relative gap to certify. Default: 1e-3. */
    public CertifiedCompletion setTolerance(double value) {
        set(tolerance, value);
        return this;
    }

    public double getWeighting() {
        return (Double) getOrDefault(weighting);
    }

    /** α in [0, 1]. Default: 1, the objective of ALS. */
    public CertifiedCompletion setWeighting(double value) {
        set(weighting, value);
        return this;
    }

    public String getCenter() {
        return getOrDefault(center);
    }

    /** What is subtracted before factorizing: none, mean or bias. Default: none, as in ALS. */
    public CertifiedCompletion setCenter(String value) {
        set(center, value.toLowerCase(Locale.ROOT));
        return this;
    }

    public String getDuplicates() {
        return getOrDefault(duplicates);
    }

    /** Several ratings of one item by one user: fail, sum, mean or last. Default: fail. */
    public CertifiedCompletion setDuplicates(String value) {
        set(duplicates, value.toLowerCase(Locale.ROOT));
        return this;
    }

    public boolean getNonnegative() {
        return (Boolean) getOrDefault(nonnegative);
    }

    /** Whether factors are at least 0; needs weighting 0. Default: false. */
    public CertifiedCompletion setNonnegative(boolean value) {
        set(nonnegative, value);
        return this;
    }

    public boolean getImplicitPrefs() {
        return (Boolean) getOrDefault(implicitPrefs);
    }

    /**
     * Whether ratings are implicit preferences, as of ALS: what was seen is a 1 with confidence 1 + α|r|, every other cell a
     * 0 with confidence 1. Needs center none. Default: false.
     */
    public CertifiedCompletion setImplicitPrefs(boolean value) {
        set(implicitPrefs, value);
        return this;
    }

    public double getAlpha() {
        return (Double) getOrDefault(alpha);
    }

    /** α of the confidence of implicit preferences. Default: 1. */
    public CertifiedCompletion setAlpha(double value) {
        set(alpha, value);
        return this;
    }

    public long getSeed() {
        return (Long) getOrDefault(seed);
    }

    /** Seed of everything random. Default: 1. */
    public CertifiedCompletion setSeed(long value) {
        set(seed, value);
        return this;
    }

    public int getCheckpointInterval() {
        return (Integer) getOrDefault(checkpointInterval);
    }

    /** Sweeps between checkpoints, or -1 for none. Default: 5. */
    public CertifiedCompletion setCheckpointInterval(int value) {
        set(checkpointInterval, value);
        return this;
    }

    /** A model to start from, such as one of fewer ratings. It is not part of what is saved. */
    public CertifiedCompletion setInitialModel(CertifiedCompletionModel model) {
        initialModel = model;
        return this;
    }

    @Override
    public CertifiedCompletionModel fit(Dataset<?> ratings) {
        transformSchema(ratings.schema());
        CertifiedCompletionModel model = new CompletionFit(this, ratings.sparkSession()).fit(ratings, initialModel);
        return copyValues(model.setParent(this), ParamMap.empty());
    }

    /**
     * The model without factors, mean and damped biases of users and items, with a prediction for everybody: what an error is to be judged
     * beside.
     */
    public CertifiedCompletionModel fitBaseline(Dataset<?> ratings) {
        transformSchema(ratings.schema());
        CertifiedCompletionModel model = new CompletionFit(this, ratings.sparkSession()).baseline(ratings);
        return copyValues(model, ParamMap.empty()).setColdStartStrategy(ColdStart.BIAS.parameter());
    }

    @Override
    public StructType transformSchema(StructType schema) {
        RatingEntries.checkIds(schema, getUserCol(), getItemCol());
        RatingEntries.checkRatings(schema, getRatingCol());
        return RatingEntries.withPrediction(schema, getPredictionCol());
    }

    @Override
    public CertifiedCompletion copy(ParamMap extra) {
        CertifiedCompletion copy = defaultCopy(extra);
        return copy.setInitialModel(initialModel);
    }

    public static MLReader<CertifiedCompletion> read() {
        return new DefaultParamsReader<>();
    }

    public static CertifiedCompletion load(String path) {
        return read().load(path);
    }
}
