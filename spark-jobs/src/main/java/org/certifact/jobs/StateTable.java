package org.certifact.jobs;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.certifact.datasets.ExactPath;
import org.certifact.matrix.FactorBlock;
import org.certifact.matrix.FactorMatrix;
import org.certifact.matrix.FactorTable;
import org.certifact.ml.result.FactorFiles;
import scala.Tuple2;

/**
 * A factor as a checkpoint keeps it: Parquet with columns {@code id} and {@code numbers}, the row and the step that led to
 * it, 2·rank doubles, little-endian. By id, so that a run may go on with other blocks on another cluster.
 */
final class StateTable {
    private static final StructType SCHEMA =
            new StructType().add("id", DataTypes.StringType, false).add("numbers", DataTypes.BinaryType, false);

    private StateTable() {}

    static void write(JavaRDD<String[]> ids, FactorMatrix factor, String path) {
        FactorMatrix noBiases = new FactorMatrix(factor.blocks().map(b -> FactorBlock.zeros(b.rows(), 1)), 1);
        JavaRDD<Row> rows = FactorTable.rows(ids, noBiases, factor.widened())
                .map(row -> RowFactory.create(row.id(), bytes(row.factors())));
        FactorFiles.writeParquet(FactorFiles.interpreted(Sessions.sql()).createDataFrame(rows, SCHEMA), path);
    }

    /** @param ids of the matrix whose factor it is */
    static FactorMatrix read(String path, JavaRDD<String[]> ids, int rank, String name) {
        JavaPairRDD<String, double[]> rows = FactorFiles.interpreted(Sessions.sql())
                .read()
                .schema(SCHEMA)
                .parquet(ExactPath.glob(path))
                .toJavaRDD()
                .mapToPair(row -> new Tuple2<>(row.getString(0), numbers(row.getAs(1))));
        return FactorTable.align(rows, ids, 2 * rank).narrowed(name);
    }

    private static byte[] bytes(double[] numbers) {
        ByteBuffer buffer = ByteBuffer.allocate(Double.BYTES * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asDoubleBuffer().put(numbers);
        return buffer.array();
    }

    private static double[] numbers(byte[] bytes) {
        double[] numbers = new double[bytes.length / Double.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(numbers);
        return numbers;
    }
}
