package org.certifact.ml;

import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.recommendation.ALSModel;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.certifact.datasets.Entry;
import org.certifact.matrix.BlockMatrix;
import org.certifact.matrix.FactorTable;
import org.certifact.ml.result.FactorFiles;
import org.certifact.ml.result.LossName;
import org.certifact.ml.result.ModelConstants;
import org.certifact.ml.result.ModelFactors;
import org.certifact.ml.result.Report;
import org.certifact.solver.Centering;
import org.certifact.solver.Factors;

/** A completed matrix: a prediction is mean + bias of the user + bias of the item + u·v. */
public final class CertifiedCompletionModel extends Model<CertifiedCompletionModel>
        implements RatingParams<CertifiedCompletionModel>, MLWritable {
    private static final long serialVersionUID = 1L;

    private final String uid;
    private final RatingColumns columns;
    private final transient ModelFactors factors;
    private final transient Report summary;

    /** @param summary null where the factors are not those of a fit */
    CertifiedCompletionModel(String uid, ModelFactors factors, Report summary) {
        this.uid = uid;
        this.columns = new RatingColumns(this);
        this.factors = factors;
        this.summary = summary;
        setRatingDefaults();
    }

    /**
     * A model of MLlib's, to start a fit from: {@code new CertifiedCompletion().setInitialModel(of(als, regParam)).fit(ratings)} goes on to the optimum.
     *
     * @param regParam that it was fitted with
     */
    public static CertifiedCompletionModel of(ALSModel als, double regParam) {
        return new CertifiedCompletionModel(
                        newUid(),
                        new ModelFactors(
                                table(als.userFactors()),
                                table(als.itemFactors()),
                                new ModelConstants(
                                        ModelConstants.FORMAT,
                                        CompletionFit.FREE,
                                        0,
                                        regParam,
                                        1,
                                        Centering.NONE,
                                        als.rank())),
                        null)
                .setUserCol(als.getUserCol())
                .setItemCol(als.getItemCol())
                .setPredictionCol(als.getPredictionCol());
    }

    private static Dataset<Row> table(Dataset<Row> factors) {
        return factors.select(
                functions.col("id").cast(DataTypes.LongType).as("id"),
                functions.lit(0.0).as("bias"),
                functions.col("features").cast("array<double>").as("factors"));
    }

    static String newUid() {
        return Identifiable$.MODULE$.randomUID("completion");
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
    public CertifiedCompletionModel self() {
        return this;
    }

    /** Number of columns of the factors. */
    public int rank() {
        return factors.constants().rank();
    }

    /** The mean that was subtracted; 0 where nothing was. */
    public double mean() {
        return factors.constants().mean();
    }

    /** id (bigint or string), bias and factors (array of double) of every user. */
    public Dataset<Row> userFactors() {
        return factors.rows();
    }

    /** id (bigint or string), bias and factors (array of double) of every item. */
    public Dataset<Row> itemFactors() {
        return factors.columns();
    }

    ModelFactors factors() {
        return factors;
    }

    /** Whether there is a {@link #summary}. */
    public boolean hasSummary() {
        return summary != null;
    }

    /** The certificate, and the history of the fit. @throws IllegalStateException where rows were folded in since */
    public Report summary() {
        return Optional.ofNullable(summary)
                .orElseThrow(
                        () -> new IllegalStateException("the model is not as it was fitted and has no certificate"));
    }

    @Override
    public Dataset<Row> transform(Dataset<?> ratings) {
        transformSchema(ratings.schema());
        ColdStart coldStart = CompletionFit.option(ColdStart.class, getColdStartStrategy());
        return new Predictions(factors, getUserCol(), getItemCol(), coldStart).append(ratings, getPredictionCol());
    }

    @Override
    public StructType transformSchema(StructType schema) {
        RatingEntries.checkIds(schema, getUserCol(), getItemCol());
        return RatingEntries.withPrediction(schema, getPredictionCol());
    }

    /** The factors beside the ids of a matrix; ids that the model does not have get zeros. */
    Factors placed(BlockMatrix data) {
        return Factors.of(
                        FactorTable.align(FactorFiles.factors(factors.rows()), data.rowIds(), rank()),
                        FactorTable.align(FactorFiles.factors(factors.columns()), data.columnIds(), rank()))
                .keep();
    }

    /** The items with the highest predictions for every user: user, array of (item, rating), best first. */
    public Dataset<Row> recommendForAllUsers(int items) {
        return recommendations().of(userFactors(), getUserCol(), null, itemFactors(), getItemCol(), items);
    }

    /** The same for the users of a frame that the model has. */
    public Dataset<Row> recommendForUserSubset(Dataset<?> users, int items) {
        return recommendations()
                .of(subset(userFactors(), users, getUserCol()), getUserCol(), null, itemFactors(), getItemCol(), items);
    }

    /** The users with the highest predictions for every item: item, array of (user, rating), best first. */
    public Dataset<Row> recommendForAllItems(int users) {
        return recommendations().of(itemFactors(), getItemCol(), null, userFactors(), getUserCol(), users);
    }

    /** The same for the items of a frame that the model has. */
    public Dataset<Row> recommendForItemSubset(Dataset<?> items, int users) {
        return recommendations()
                .of(subset(itemFactors(), items, getItemCol()), getItemCol(), null, userFactors(), getUserCol(), users);
    }

    /** The items with the highest predictions for every user, without those that a frame says the user has seen. */
    public Dataset<Row> recommendUnseen(Dataset<?> seen, int items) {
        RatingEntries.checkIds(seen.schema(), getUserCol(), getItemCol());
        return recommendations()
                .of(
                        userFactors(),
                        getUserCol(),
                        RatingEntries.itemsByUser(seen, getUserCol(), getItemCol()),
                        itemFactors(),
                        getItemCol(),
                        items);
    }

    private Recommendations recommendations() {
        return new Recommendations(mean(), getBlockSize(), Recommendations.pieceSize(rank()));
    }

    private static Dataset<Row> subset(Dataset<Row> factors, Dataset<?> frame, String column) {
        RatingEntries.checkIds(frame.schema(), column);
        boolean whole = Predictions.joinsAsLong(frame.schema(), column, factors);
        Dataset<Row> wanted =
                frame.select(Predictions.key(frame, column, whole).as("wanted")).distinct();
        return factors.join(
                wanted,
                factors.col("id")
                        .cast(whole ? DataTypes.LongType : DataTypes.StringType)
                        .equalTo(wanted.col("wanted")),
                "left_semi");
    }

    /**
     * This model with rows for the users that the ratings name, new users or users with more ratings, without fitting anew:
     * each row is the best one beside the items as they are.
     *
     * @param ratings all that these users have rated, of items that the model has
     * @throws org.certifact.datasets.BadInputException if an item is unknown
     */
    public CertifiedCompletionModel foldInUsers(Dataset<?> ratings, String ratingCol) {
        return foldedIn(new ModelFactors(
                foldIn().into(userFactors(), entries(ratings, getUserCol(), getItemCol(), ratingCol), itemFactors()),
                itemFactors(),
                factors.constants()));
    }

    /** The same for items. @param ratings all ratings of these items, by users that the model has */
    public CertifiedCompletionModel foldInItems(Dataset<?> ratings, String ratingCol) {
        return foldedIn(new ModelFactors(
                userFactors(),
                foldIn().into(itemFactors(), entries(ratings, getItemCol(), getUserCol(), ratingCol), userFactors()),
                factors.constants()));
    }

    private FoldIn foldIn() {
        if (factors.constants().model().equals(CompletionFit.NONNEGATIVE)) {
            throw new UnsupportedOperationException(
                    "rows cannot be folded into a model with non-negative factors; fit anew");
        }
        if (factors.constants().loss() != null && factors.constants().loss().name() == LossName.IMPLICIT) {
            throw new UnsupportedOperationException(
                    "rows cannot be folded into a model of implicit preferences; fit anew");
        }
        return new FoldIn(factors.constants());
    }

    private static JavaRDD<Entry> entries(Dataset<?> ratings, String own, String other, String rating) {
        RatingEntries.checkIds(ratings.schema(), own, other);
        RatingEntries.checkRatings(ratings.schema(), rating);
        return RatingEntries.of(ratings, own, other, rating);
    }

    private CertifiedCompletionModel foldedIn(ModelFactors changed) {
        return copyValues(new CertifiedCompletionModel(uid, changed, null), ParamMap.empty());
    }

    @Override
    public CertifiedCompletionModel copy(ParamMap extra) {
        CertifiedCompletionModel copy = new CertifiedCompletionModel(uid, factors, summary);
        return copyValues(copy.setParent(parent()), extra);
    }

    @Override
    public MLWriter write() {
        return new CompletionWriter(this);
    }

    public static MLReader<CertifiedCompletionModel> read() {
        return new CompletionReader();
    }

    /** A model that was saved here, or by {@code certifact complete}. */
    public static CertifiedCompletionModel load(String path) {
        return read().load(path);
    }

    @Override
    public String toString() {
        return "CertifiedCompletionModel: uid=" + uid + ", rank=" + rank();
    }
}
