package org.certifact.ml.result;

import java.io.IOException;
import java.io.Serializable;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetOutputFormat;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.certifact.datasets.BadInputException;
import org.certifact.datasets.ExactPath;
import org.certifact.matrix.Blocks;
import org.certifact.matrix.FactorBlock;
import org.certifact.matrix.FactorMatrix;
import org.certifact.matrix.FactorRow;
import org.certifact.matrix.FactorTable;
import scala.Tuple2;

/**
 * A factor as files: Parquet with columns {@code id} (bigint where every id is a whole number, else string),
 * {@code bias} (double) and {@code factors} (array of double), in the order of the ids; sparse codes with {@code size},
 * {@code indices} and {@code values} instead; and CSV.
 */
public final class FactorFiles {
    /** Where ids are strings, the first is a string. */
    private static final List<String> LAYOUTS = List.of(
            "id bigint, bias double, factors array<double>",
            "id bigint, size int, indices array<int>, values array<double>");

    /** Files of a factor. */
    private static final int MOST_FILES = 8;

    private FactorFiles() {}

    /**
     * Writes rows of a factor as Parquet, in the order of the ids. Not by Spark SQL, which takes seconds to start, to plan and
     * to compile: as long as solving a small problem.
     *
     * @param idType bigint or string
     */
    public static void writeParquet(JavaRDD<FactorRow> rows, DataType idType, String path) {
        boolean whole = idType.equals(DataTypes.LongType);
        Configuration job = new Configuration(rows.context().hadoopConfiguration());
        job.setBoolean(FactorRowSupport.WHOLE, whole);
        job.set(ParquetOutputFormat.WRITE_SUPPORT_CLASS, FactorRowSupport.class.getName());
        job.set(ParquetOutputFormat.COMPRESSION, CompressionCodecName.SNAPPY.name());
        job.set(ParquetOutputFormat.JOB_SUMMARY_LEVEL, ParquetOutputFormat.JobSummaryLevel.NONE.name());
        // hardly a number comes twice
        job.setBoolean(ParquetOutputFormat.ENABLE_DICTIONARY, false);
        sorted(rows, order(whole))
                .mapToPair(row -> new Tuple2<>((Void) null, row))
                .saveAsNewAPIHadoopFile(path, Void.class, FactorRow.class, ParquetOutputFormat.class, job);
    }

    /** One block, which is in memory, is sorted where it is. */
    private static JavaRDD<FactorRow> sorted(JavaRDD<FactorRow> rows, Comparator<String> order) {
        return rows.getNumPartitions() == 1
                ? FactorTable.sorted(rows, order)
                : rows.mapToPair(row -> new Tuple2<>(row.id(), row))
                        .sortByKey(order, true, Math.min(MOST_FILES, rows.getNumPartitions()))
                        .values();
    }

    /** Of ids, as Spark SQL has it: numbers by value, strings by their characters' code points. */
    private static Comparator<String> order(boolean whole) {
        return whole
                ? (Comparator<String> & Serializable) (a, b) -> Long.compare(Long.parseLong(a), Long.parseLong(b))
                : (Comparator<String> & Serializable) (a, b) ->
                        Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }

    /** bigint where every id is a whole number, else string. */
    public static DataType idType(JavaRDD<String[]> ids) {
        return FactorTable.allWhole(ids) ? DataTypes.LongType : DataTypes.StringType;
    }

    /** Rows of a factor as a data frame of this session, lazily. @param idType bigint or string */
    public static Dataset<Row> frame(SparkSession spark, JavaRDD<FactorRow> rows, DataType idType) {
        boolean whole = idType.equals(DataTypes.LongType);
        StructType schema = new StructType()
                .add("id", idType, false)
                .add("bias", DataTypes.DoubleType, false)
                .add("factors", DataTypes.createArrayType(DataTypes.DoubleType, false), false);
        return spark.createDataFrame(
                rows.map(row -> RowFactory.create(
                        whole ? (Object) Long.valueOf(row.id()) : row.id(), row.bias(), boxed(row.factors()))),
                schema);
    }

    /** Rows of a factor as they were before {@link #frame}, or were saved. */
    public static JavaRDD<FactorRow> rows(Dataset<Row> table) {
        return table.toJavaRDD().map(row -> new FactorRow(String.valueOf(row.get(0)), bias(row), values(row)));
    }

    /** Ids and the entries of factor rows that are not zero: {@code size}, {@code indices} (from 0) and {@code values}. */
    public static Dataset<Row> sparseTable(SparkSession spark, JavaRDD<String[]> ids, FactorMatrix factor) {
        FactorMatrix noBiases = new FactorMatrix(factor.blocks().map(b -> FactorBlock.zeros(b.rows(), 1)), 1);
        return sparseFrame(interpreted(spark), FactorTable.rows(ids, noBiases, factor), idType(ids))
                .sort("id");
    }

    /** The same as a data frame of this session, lazily. @param idType bigint or string */
    public static Dataset<Row> sparseFrame(SparkSession spark, JavaRDD<FactorRow> rows, DataType idType) {
        boolean whole = idType.equals(DataTypes.LongType);
        StructType schema = new StructType()
                .add("id", idType, false)
                .add("size", DataTypes.IntegerType, false)
                .add("indices", DataTypes.createArrayType(DataTypes.IntegerType, false), false)
                .add("values", DataTypes.createArrayType(DataTypes.DoubleType, false), false);
        return spark.createDataFrame(
                rows.map(row -> sparse(whole ? (Object) Long.valueOf(row.id()) : row.id(), row.factors())), schema);
    }

    private static Row sparse(Object id, double[] values) {
        Integer[] indices = IntStream.range(0, values.length)
                .filter(k -> values[k] != 0)
                .boxed()
                .toArray(Integer[]::new);
        Double[] kept = Arrays.stream(indices).map(k -> values[k]).toArray(Double[]::new);
        return RowFactory.create(id, values.length, indices, kept);
    }

    private static double[] values(Row row) {
        if (row.schema().fieldNames()[1].equals("bias")) {
            return unboxed(row.getList(2));
        }
        double[] values = new double[row.getInt(1)];
        List<Integer> indices = row.getList(2);
        List<Double> kept = row.getList(3);
        for (int k = 0; k < kept.size(); k++) {
            values[indices.get(k)] = kept.get(k);
        }
        return values;
    }

    private static double bias(Row row) {
        return row.schema().fieldNames()[1].equals("bias") ? row.getDouble(1) : 0;
    }

    private static Object boxed(double[] values) {
        Double[] boxed = new Double[values.length];
        for (int k = 0; k < values.length; k++) {
            boxed[k] = values[k];
        }
        return boxed;
    }

    public static void writeParquet(Dataset<Row> table, String path) {
        table.write().parquet(path);
    }

    /** {@code id,f0,f1,...}, every digit; ids quoted where they need it. */
    public static void writeCsv(Dataset<Row> table, int rank, Writer out) throws IOException {
        StringBuilder line = new StringBuilder("id");
        for (int k = 0; k < rank; k++) {
            line.append(",f").append(k);
        }
        out.write(line.append('\n').toString());
        for (Iterator<Row> rows = table.toLocalIterator(); rows.hasNext(); ) {
            Row row = rows.next();
            line.setLength(0);
            line.append(quoted(String.valueOf(row.get(0))));
            for (double x : values(row)) {
                line.append(',').append(x);
            }
            out.write(line.append('\n').toString());
        }
    }

    /** {@code id,bias}. */
    public static void writeBiases(Dataset<Row> table, Writer out) throws IOException {
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

    /** @throws BadInputException if there is no factor */
    public static Dataset<Row> read(SparkSession spark, String path) {
        Dataset<Row> table;
        try {
            table = interpreted(spark).read().parquet(ExactPath.glob(path));
        } catch (Exception e) {
            throw new BadInputException(
                    path + ": is not a factor of certifact: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    e);
        }
        List<String> types = Arrays.stream(table.schema().fields())
                .map(field -> field.name() + " " + field.dataType().simpleString())
                .toList();
        if (!LAYOUTS.contains(String.join(", ", types).replaceFirst("^id string", "id bigint"))) {
            throw new BadInputException(path + ": is not a factor of certifact: its columns are " + types);
        }
        return table;
    }

    /**
     * A session beside the job's that compiles no code and plans no stage anew: a factor is read and written once, and for
     * most factors compiling takes longer.
     */
    public static SparkSession interpreted(SparkSession spark) {
        SparkSession session = spark.newSession();
        session.conf().set("spark.sql.codegen.wholeStage", false);
        session.conf().set("spark.sql.codegen.factoryMode", "NO_CODEGEN");
        session.conf().set("spark.sql.adaptive.enabled", false);
        return session;
    }

    /** Factor rows by id. */
    public static JavaPairRDD<String, double[]> factors(Dataset<Row> table) {
        return table.toJavaRDD().mapToPair(row -> new Tuple2<>(String.valueOf(row.get(0)), values(row)));
    }

    /** All rows as a factor in no particular order: for sums over them. */
    public static FactorMatrix matrix(Dataset<Row> table, int rank) {
        return new FactorMatrix(
                table.toJavaRDD()
                        .mapPartitions(rows -> List.of(block(rows, rank)).iterator()),
                rank);
    }

    private static FactorBlock block(Iterator<Row> rows, int rank) {
        List<double[]> all = new ArrayList<>();
        rows.forEachRemaining(row -> all.add(values(row)));
        double[] packed = new double[all.size() * rank];
        for (int i = 0; i < all.size(); i++) {
            System.arraycopy(all.get(i), 0, packed, i * rank, rank);
        }
        return new FactorBlock(all.size(), rank, packed, null);
    }

    /** Biases by id, as rows of rank 1. */
    public static JavaPairRDD<String, double[]> biases(Dataset<Row> table) {
        return table.toJavaRDD().mapToPair(row -> new Tuple2<>(String.valueOf(row.get(0)), new double[] {bias(row)}));
    }

    private static double[] unboxed(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** A hash of every id and every bit of its numbers, independent of their order. */
    public static long fingerprint(Dataset<Row> table) {
        return fingerprint(rows(table));
    }

    /** The same of rows before they are written. */
    public static long fingerprint(JavaRDD<FactorRow> rows) {
        return Blocks.collect(Blocks.whole(rows, FactorFiles::hash)).stream()
                .mapToLong(sum -> sum)
                .sum();
    }

    private static long hash(Iterator<FactorRow> rows) {
        long sum = 0;
        while (rows.hasNext()) {
            FactorRow row = rows.next();
            long h = FactorTable.hash(row.id());
            h = h * 31 + Double.doubleToLongBits(row.bias());
            for (double x : row.factors()) {
                h = (h ^ (h >>> 29)) * 0xbf58476d1ce4e5b9L + Double.doubleToLongBits(x);
            }
            sum += h * 0x94d049bb133111ebL;
        }
        return sum;
    }
}
