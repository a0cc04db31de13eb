package org.certifact.ml;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.apache.spark.ml.linalg.DenseVector;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Row;
import org.certifact.datasets.Source;
import scala.Tuple2;

/** What the records of some partitions hold. Written by one task, then merged on the driver. */
final class VectorTally implements Serializable {
    private final Map<Integer, Long> firstOfSize = new HashMap<>();
    private final Map<Integer, Long> recordsByFile = new HashMap<>();
    private long sparse;
    private long firstProblem = Long.MAX_VALUE;
    private String problem = "";

    /** Of records, by their places: vector and, where there are ids, id. */
    static VectorTally of(Iterator<Tuple2<Long, Row>> records) {
        VectorTally tally = new VectorTally();
        records.forEachRemaining(record -> tally.add(record._1(), record._2()));
        return tally;
    }

    private void add(long source, Row row) {
        recordsByFile.merge(Source.file(source), 1L, Long::sum);
        if (row.isNullAt(VectorRows.ID) || row.getString(VectorRows.ID).isEmpty()) {
            note(source, "the id is empty");
        } else if (row.isNullAt(VectorRows.VECTOR)) {
            note(source, "the vector is null");
        } else {
            add(source, (Vector) row.get(VectorRows.VECTOR));
        }
    }

    private void add(long source, Vector vector) {
        firstOfSize.merge(vector.size(), source, Math::min);
        sparse += vector instanceof DenseVector ? 0 : 1;
        double[] values = vector instanceof DenseVector dense
                ? dense.values()
                : vector.toSparse().values();
        for (double value : values) {
            if (!Double.isFinite(value)) {
                note(source, "the vector holds " + value + "; all its values must be finite");
            }
        }
    }

    private void note(long source, String what) {
        if (source < firstProblem) {
            firstProblem = source;
            problem = what;
        }
    }

    /** Adds the other to this. */
    VectorTally plus(VectorTally other) {
        other.firstOfSize.forEach((size, source) -> firstOfSize.merge(size, source, Math::min));
        other.recordsByFile.forEach((file, records) -> recordsByFile.merge(file, records, Long::sum));
        sparse += other.sparse;
        note(other.firstProblem, other.problem);
        return this;
    }

    /** The first record of each size. */
    Map<Integer, Long> firstOfSize() {
        return firstOfSize;
    }

    /** The number of vectors that are stored as sparse ones. */
    long sparse() {
        return sparse;
    }

    /** What is wrong with the first record with which anything is; empty if nothing is. */
    String problem() {
        return problem;
    }

    /** The record it is wrong with. */
    long firstProblem() {
        return firstProblem;
    }

    long records() {
        return recordsByFile.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The number of records in the files before each. */
    long[] beforeFiles(int files) {
        long[] before = new long[files];
        for (int file = 1; file < files; file++) {
            before[file] = before[file - 1] + recordsByFile.getOrDefault(file - 1, 0L);
        }
        return before;
    }
}
