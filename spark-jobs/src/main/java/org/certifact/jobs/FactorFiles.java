package org.certifact.jobs;

import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.certifact.matrix.FactorMatrix;
import org.certifact.matrix.FactorTable;
import scala.Tuple2;

/**
 * A factor as files: Parquet with columns {@code id} (bigint where every id is a whole number, else string),
 * {@code bias} (double) and {@code factors} (array of double), in the order of the ids; and CSV.
 */
final class FactorFiles {
    private FactorFiles() {}

    /** Ids, biases and factor rows as a table, in the order of the ids. */
    static Dataset<Row> table(SparkSession spark, JavaRDD<String[]> ids, FactorMatrix biases, FactorMatrix factor) {
        boolean whole = FactorTable.allWhole(ids);
        StructType schema = new StructType()
                .add("id", whole ? DataTypes.LongType : DataTypes.StringType, false)
                .add("bias", DataTypes.DoubleType, false)
                .add("factors", DataTypes.createArrayType(DataTypes.DoubleType, false), false);
        JavaRDD<Row> rows = FactorTable.rows(ids, biases, factor)
                .map(row -> RowFactory.create(
                        whole ? (Object) Long.valueOf(row.id()) : row.id(), row.bias(), boxed(row.factors())));
        return spark.createDataFrame(rows, schema).sort("id");
    }

    private static Object boxed(double[] values) {
        Double[] boxed = new Double[values.length];
        for (int k = 0; k < values.length; k++) {
            boxed[k] = values[k];
        }
        return boxed;
    }

    static void writeParquet(Dataset<Row> table, String path) {
        table.write().parquet(path);
    }

    /** {@code id,f0,f1,...}, every digit; ids quoted where they need it. */
    static void writeCsv(Dataset<Row> table, int rank, Writer out) throws IOException {
        StringBuilder line = new StringBuilder("id");
        for (int k = 0; k < rank; k++) {
            line.append(",f").append(k);
        }
        out.write(line.append('\n').toString());
        for (Iterator<Row> rows = table.toLocalIterator(); rows.hasNext(); ) {
            Row row = rows.next();
            line.setLength(0);
            line.append(quoted(String.valueOf(row.get(0))));
            for (double x : row.<Double>getList(2)) {
                line.append(',').append(x);
            }
            out.write(line.append('\n').toString());
        }
    }

    /** {@code id,bias}. */
    static void writeBiases(Dataset<Row> table, Writer out) throws IOException {
        out.write("id,bias\n");
        for (Iterator<Row> rows = table.toLocalIterator(); rows.hasNext(); ) {
            Row row = rows.next();
            out.write(quoted(String.valueOf(row.get(0))) + "," + row.getDouble(1) + "\n");
        }
    }

    private static String quoted(String id) {
        boolean plain = id.indexOf(',') < 0 && id.indexOf('"') < 0 && id.indexOf('\n') < 0 && id.indexOf('\r') < 0;
        return plain ? id : '"' + id.replace("\"", "\"\"") + '"';
    }

    static Dataset<Row> read(SparkSession spark, String path) {
        return spark.read().parquet(path);
    }

    /** Factor rows by id. */
    static JavaPairRDD<String, double[]> factors(Dataset<Row> table) {
        return table.toJavaRDD().mapToPair(row -> new Tuple2<>(String.valueOf(row.get(0)), unboxed(row.getList(2))));
    }

    /** Biases by id, as rows of rank 1. */
    static JavaPairRDD<String, double[]> biases(Dataset<Row> table) {
        return table.toJavaRDD()
                .mapToPair(row -> new Tuple2<>(String.valueOf(row.get(0)), new double[] {row.getDouble(1)}));
    }

    private static double[] unboxed(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** A hash of every id and every bit of its numbers, independent of their order. */
    static long fingerprint(Dataset<Row> table) {
        return table.toJavaRDD()
                .map(row -> {
                    long h = FactorTable.hash(String.valueOf(row.get(0)));
                    h = h * 31 + Double.doubleToLongBits(row.getDouble(1));
                    for (double x : row.<Double>getList(2)) {
                        h = (h ^ (h >>> 29)) * 0xbf58476d1ce4e5b9L + Double.doubleToLongBits(x);
                    }
                    return h * 0x94d049bb133111ebL;
                })
                .fold(0L, Long::sum);
    }
}
