package org.certifact.ml;

import java.util.Optional;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.certifact.matrix.BlockMatrix;
import org.certifact.matrix.FactorTable;
import org.certifact.ml.result.FactorFiles;
import org.certifact.ml.result.ModelFactors;
import org.certifact.ml.result.Report;
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
                .orElseThrow(() -> new IllegalStateException("the model is not as it was fitted and has no certificate"));
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
