package org.certifact.ml;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.certifact.datasets.BadInputException;
import org.certifact.datasets.DenseRow;
import org.certifact.datasets.Entry;
import org.certifact.datasets.ParquetRecords;
import org.certifact.datasets.Source;
import scala.Tuple2;

/** Parquet files with a column of Spark ML vectors, as a matrix with a row for each record and a column for each place in the vectors. */
public final class VectorRows {
    static final int VECTOR = 0;
    static final int ID = 1;

    private final ParquetRecords records;
    private final JavaPairRDD<Long, Row> rows;
    private final VectorColumns columns;
    private final VectorTally tally;

    private VectorRows(ParquetRecords records, JavaPairRDD<Long, Row> rows, VectorColumns columns, VectorTally tally) {
        this.records = records;
        this.rows = rows;
        this.columns = columns;
        this.tally = tally;
    }

    /**
     * Reads the vectors once to check them; they are read again when rows or entries are evaluated.
     *
     * @param paths files, directories or globs, see {@link ParquetRecords#open}
     * @throws BadInputException if there is no such column, if vectors differ in size or hold what is not finite, if one is null or has no
     *     id, or if two have one id
     */
    public static VectorRows read(SparkSession session, List<String> paths, VectorColumns columns) {
        ParquetRecords records = ParquetRecords.open(session, paths);
        Column vectors = records.values(columns.findVectors(records));
        Column ids =
                columns.ids().map(name -> records.ids(records.field(name))).orElseGet(() -> functions.lit("by number"));
        JavaPairRDD<Long, Row> rows = records.select(List.of(vectors, ids));
        VectorTally tally = VectorSurvey.of(rows, records);
        if (columns.ids().isPresent()) {
            VectorSurvey.checkIds(rows, records);
        }
        return new VectorRows(records, rows, columns, tally);
    }

    /** Whether any vector is stored as a sparse one, so that {@link #entries} is the way to read them all. */
    public boolean isSparse() {
        return tally.sparse() > 0;
    }

    /** The number of records. */
    public long rowCount() {
        return tally.records();
    }

    /** The number of values of each vector. */
    public int columnCount() {
        return tally.firstOfSize().keySet().iterator().next();
    }

    /** The records in the order of the files, zeros of sparse vectors filled in. */
    public JavaRDD<DenseRow> rows() {
        JavaRDD<DenseRow> dense =
                named().map(row -> new DenseRow(row._2()._1(), row._2()._2().toArray(), row._1()));
        return (records.fileCount() == 1
                        ? dense
                        : dense.keyBy(DenseRow::source).sortByKey().values())
                .setName("rows of " + records.title());
    }

    /**
     * An entry of weight 1 for each value that is not 0, whether it is stored as one of a dense or of a sparse vector. Columns are numbered
     * from 1. Records of zeros alone have none.
     */
    public JavaRDD<Entry> entries() {
        return named().flatMap(
                        row -> entries(row._2()._1(), row._2()._2(), row._1()).iterator())
                .setName("entries of " + records.title());
    }

    /** Place, id and vector of each record. */
    private JavaRDD<Tuple2<Long, Tuple2<String, Vector>>> named() {
        boolean numbered = columns.ids().isEmpty();
        long[] before = tally.beforeFiles(records.fileCount());
        return rows.map(record -> {
            long source = record._1();
            String id = numbered
                    ? Long.toString(before[Source.file(source)] + Source.number(source))
                    : record._2().getString(ID);
            return new Tuple2<>(source, new Tuple2<>(id, (Vector) record._2().get(VECTOR)));
        });
    }

    private static List<Entry> entries(String id, Vector vector, long source) {
        SparseVector nonzero = vector.toSparse();
        int[] indices = nonzero.indices();
        double[] values = nonzero.values();
        List<Entry> entries = new ArrayList<>(indices.length);
        for (int i = 0; i < indices.length; i++) {
            entries.add(new Entry(id, Integer.toString(indices[i] + 1), values[i], 1, source));
        }
        return entries;
    }

    /** The place of a row or an entry, as {@code vectors.parquet: record 7}. */
    public String where(long source) {
        return records.where(source);
    }

    /** The files, for a title: {@code part-0.parquet and 3 more}. */
    public String title() {
        return records.title();
    }
}
