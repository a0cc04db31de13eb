package org.certifact.ml;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.ml.linalg.DenseVector;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.certifact.datasets.BadInputException;
import org.certifact.datasets.DenseRow;
import org.certifact.datasets.Entry;
import org.certifact.datasets.Source;
import org.certifact.linalg.gauge.FactorNorm;
import org.certifact.matrix.BlockMatrix;
import org.certifact.matrix.Coverage;
import org.certifact.matrix.DenseMatrix;
import org.certifact.matrix.Duplicates;
import org.certifact.matrix.EntryTable;
import scala.Tuple2;

/**
 * A column of vectors as a matrix whose every cell counts: a row for each record, numbered from 1, and a column for each place. Where any
 * vector is sparse, zeros are not stored.
 */
final class VectorMatrix {
    private final JavaPairRDD<Long, Vector> rows;
    private final String column;
    private final FactorNorm norm;

    VectorMatrix(Dataset<?> frame, String column, FactorNorm norm) {
        this.column = column;
        this.norm = norm;
        this.rows = frame.select(frame.col(RatingEntries.quoted(column)))
                .toJavaRDD()
                .zipWithIndex()
                .mapToPair(
                        pair -> new Tuple2<>(pair._2() + 1, (Vector) pair._1().get(0)));
    }

    /** @throws BadInputException if there are no vectors, or one is null, of another size, or holds what it must not */
    BlockMatrix blocks() {
        return Causes.ofBadInput(() -> {
            boolean cone = norm.left().nonnegative() && norm.right().nonnegative();
            String name = column;
            List<Integer> kinds =
                    rows.map(row -> kind(row, name, cone)).distinct().collect();
            if (kinds.isEmpty()) {
                throw new BadInputException("the data frame has no vectors");
            }
            int[] sizes = kinds.stream().mapToInt(Math::abs).distinct().toArray();
            if (sizes.length > 1) {
                throw new BadInputException("column '" + name + "' holds vectors of " + sizes[0] + " and of " + sizes[1]
                        + " values; all must have as many");
            }
            return kinds.stream().anyMatch(k -> k < 0) ? sparse() : dense(sizes[0]);
        });
    }

    /** The size of a vector, negative where it is stored as a sparse one. */
    private static int kind(Tuple2<Long, Vector> row, String column, boolean cone) {
        String where = "column '" + column + "', row " + row._1();
        if (row._2() == null) {
            throw new BadInputException(where + ": the vector is null; leave such rows out");
        }
        if (row._2().size() == 0) {
            throw new BadInputException(where + ": the vector has no values");
        }
        double[] values = row._2() instanceof DenseVector dense
                ? dense.values()
                : row._2().toSparse().values();
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new BadInputException(where + ": the vector holds " + value + "; all its values must be finite");
            }
            if (cone && value < 0) {
                throw new BadInputException(
                        where + ": the vector holds " + value
                                + "; non-negative factors cannot come near negative values: shift or clip the data, or use CertifiedDictionary");
            }
        }
        return row._2() instanceof DenseVector ? values.length : -row._2().size();
    }

    private BlockMatrix dense(int columns) {
        String[] names =
                IntStream.rangeClosed(1, columns).mapToObj(Integer::toString).toArray(String[]::new);
        int blocks = blocks(8L * rows.count() * columns);
        return DenseMatrix.build(
                rows.map(row -> new DenseRow(Long.toString(row._1()), row._2().toArray(), Source.encode(0, row._1()))),
                names,
                blocks,
                blocks);
    }

    private BlockMatrix sparse() {
        int blocks = blocks(0);
        EntryTable table = EntryTable.of(
                rows.flatMap(row -> entries(row._1(), row._2().toSparse())), blocks, blocks, Duplicates.FAIL);
        if (table.load() == 0) {
            throw new BadInputException("column '" + column + "': all vectors are zero");
        }
        BlockMatrix matrix = BlockMatrix.build(table, Coverage.COMPLETE);
        table.unpersist();
        return matrix;
    }

    /** Enough blocks for all cores, none of more than 64 MB. */
    private int blocks(long bytes) {
        return (int) Math.max(rows.context().defaultParallelism(), bytes >>> 26);
    }

    private static Iterator<Entry> entries(long row, SparseVector vector) {
        String id = Long.toString(row);
        return Arrays.stream(vector.indices())
                .mapToObj(j -> new Entry(id, Integer.toString(j + 1), vector.apply(j), 1, Source.encode(0, row)))
                .iterator();
    }
}
