package org.certifact.ml;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.linalg.DenseMatrix;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.certifact.datasets.BadInputException;
import org.certifact.matrix.FactorRow;
import org.certifact.ml.result.FactorFiles;
import org.certifact.ml.result.GaugedSpec;
import org.certifact.ml.result.ModelFactors;
import org.certifact.ml.result.Report;
import org.certifact.solver.RowEncoder;

/**
 * Components of vectors. A transformed vector is its code: the best combination of the components at the penalty that they were learned with.
 *
 * @param <M> the model itself
 */
public abstract class VectorFactorizationModel<M extends VectorFactorizationModel<M>> extends Model<M>
        implements VectorParams, MLWritable {
    private static final long serialVersionUID = 1L;

    private final String uid;
    private final VectorColumnParams columns;
    private final transient ModelFactors factors;
    private final transient Report summary;

    VectorFactorizationModel(String uid, ModelFactors factors, Report summary) {
        this.uid = uid;
        this.columns = new VectorColumnParams(this);
        this.factors = factors;
        this.summary = summary;
        setDefault(columns.inputCol, "features");
        setDefault(columns.outputCol, "codes");
    }

    abstract M copied();

    @Override
    public String uid() {
        return uid;
    }

    @Override
    public VectorColumnParams vectorColumns() {
        return columns;
    }

    /** Number of components. */
    public int rank() {
        return factors.constants().rank();
    }

    ModelFactors factors() {
        return factors;
    }

    /** The certificate, and the history of the fit. */
    public Report summary() {
        return summary;
    }

    /** Column of vectors. Default: as of the fit. */
    public M setInputCol(String value) {
        return set(columns.inputCol, value);
    }

    /** Column of the codes. Default: as of the fit. */
    public M setOutputCol(String value) {
        return set(columns.outputCol, value);
    }

    @SuppressWarnings("unchecked")
    private M set(org.apache.spark.ml.param.Param<String> param, String value) {
        super.set(param, value);
        return (M) this;
    }

    /** The components, a column each: places of a vector × rank. */
    public DenseMatrix components() {
        int rank = rank();
        double[] values = values();
        return new DenseMatrix(values.length / Math.max(1, rank), rank, values, true);
    }

    /** V, places of a vector × rank. */
    private double[] values() {
        int rank = rank();
        List<FactorRow> rows = FactorFiles.rows(factors.columns()).collect();
        int size = summary.data().columns();
        for (FactorRow row : rows) {
            size = Math.max(size, place(row) + 1);
        }
        double[] values = new double[Math.multiplyExact(size, rank)];
        rows.forEach(row -> System.arraycopy(row.factors(), 0, values, place(row) * rank, rank));
        return values;
    }

    private static int place(FactorRow row) {
        try {
            return Math.addExact(Integer.parseInt(row.id()), -1);
        } catch (NumberFormatException e) {
            throw new BadInputException("the model's columns have names such as '" + row.id()
                    + "'; vectors have places, so the columns of the data must be numbered from 1");
        }
    }

    @Override
    public Dataset<Row> transform(Dataset<?> frame) {
        transformSchema(frame.schema());
        GaugedSpec spec = (GaugedSpec) summary.options();
        double[] values = values();
        int size = values.length / Math.max(1, rank());
        boolean sparse = spec.rowSparsity() > 0;
        Broadcast<RowEncoder> encoder = JavaSparkContext.fromSparkContext(
                        frame.sparkSession().sparkContext())
                .broadcast(new RowEncoder(
                        spec.norm(), factors.constants().lambda(), FactorFiles.matrix(factors.rows(), rank()), values));
        UDF1<Vector, Vector> encode = vector -> code(vector, encoder.value(), size, sparse);
        return frame.withColumn(
                getOutputCol(),
                functions.udf(encode, SQLDataTypes.VectorType()).apply(frame.col(RatingEntries.quoted(getInputCol()))));
    }

    private static Vector code(Vector vector, RowEncoder encoder, int size, boolean sparse) {
        if (vector == null) {
            return null;
        }
        SparseVector nonzero = vector.toSparse();
        if (IntStream.of(nonzero.indices()).anyMatch(j -> j >= size)) {
            throw new BadInputException("a vector has " + vector.size() + " values, the components have " + size);
        }
        Vector code = Vectors.dense(encoder.encode(nonzero.indices(), nonzero.values()));
        return sparse ? code.toSparse() : code;
    }

    @Override
    public StructType transformSchema(StructType schema) {
        return appended(schema);
    }

    @Override
    public M copy(ParamMap extra) {
        return copyValues(copied().setParent(parent()), extra);
    }

    @Override
    public MLWriter write() {
        return new VectorModelWriter(this);
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + ": uid=" + uid + ", rank=" + rank();
    }
}
