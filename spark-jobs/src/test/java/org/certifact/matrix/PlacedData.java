package org.certifact.matrix;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.certifact.SharedSpark;
import org.certifact.datasets.DenseRow;
import org.certifact.datasets.Entry;

/**
 * Dense data and the blocks built of them.
 *
 * @param alpha the gauges' weighting
 */
public record PlacedData(DenseData dense, BlockMatrix matrix, double alpha) {

    /** With the same number of blocks on both sides. */
    public static PlacedData of(DenseData dense, int blocks, double alpha) {
        return of(dense, blocks, blocks, alpha);
    }

    public static PlacedData of(DenseData dense, int rowBlocks, int columnBlocks, double alpha) {
        EntryTable table = EntryTable.of(entries(dense.entries(), 3), rowBlocks, columnBlocks, Duplicates.FAIL);
        return new PlacedData(dense, BlockMatrix.build(table, Selection.ALL, alpha), alpha);
    }

    /** Every cell counts, and those that are zero are not listed; a row or column of zeros would not be known of. */
    public static PlacedData sparse(double[][] values, int rowBlocks, int columnBlocks) {
        DenseData dense = DenseData.full(values);
        List<Entry> listed =
                dense.entries().stream().filter(e -> e.value() != 0).toList();
        EntryTable table = EntryTable.of(entries(listed, 3), rowBlocks, columnBlocks, Duplicates.FAIL);
        return new PlacedData(dense, BlockMatrix.build(table, Coverage.COMPLETE), 0);
    }

    /** Every cell counts, and all are stored in dense blocks. */
    public static PlacedData cells(double[][] values, int rowBlocks, int columnBlocks) {
        DenseData dense = DenseData.full(values);
        JavaRDD<DenseRow> rows = SharedSpark.context()
                .parallelize(
                        IntStream.range(0, dense.rows())
                                .mapToObj(i -> new DenseRow(dense.rowId(i), values[i], i))
                                .toList(),
                        3);
        String[] columns =
                IntStream.range(0, dense.columns()).mapToObj(dense::columnId).toArray(String[]::new);
        return new PlacedData(dense, DenseMatrix.build(rows, columns, rowBlocks, columnBlocks), 0);
    }

    /** Entries in so many partitions, as a reader would deliver them. */
    static JavaRDD<Entry> entries(List<Entry> entries, int partitions) {
        return SharedSpark.context().parallelize(entries, partitions);
    }

    /** U with the given rows, in the dense order. */
    public FactorMatrix u(double[][] rows) {
        return factor(matrix.rowIds(), rows, dense::rowId);
    }

    /** V with the given rows, in the dense order of the columns. */
    public FactorMatrix v(double[][] rows) {
        return factor(matrix.columnIds(), rows, dense::columnId);
    }

    private static FactorMatrix factor(JavaRDD<String[]> ids, double[][] rows, IntFunction<String> name) {
        int rank = rows[0].length;
        HashMap<String, double[]> byId = new HashMap<>();
        for (int i = 0; i < rows.length; i++) {
            byId.put(name.apply(i), rows[i]);
        }
        return new FactorMatrix(ids.map(names -> block(names, byId, rank)), rank);
    }

    private static FactorBlock block(String[] ids, Map<String, double[]> byId, int rank) {
        double[] values = Arrays.stream(ids)
                .flatMapToDouble(id -> Arrays.stream(byId.get(id)))
                .toArray();
        return new FactorBlock(ids.length, rank, values, null);
    }

    /** The rows of U, in the dense order. */
    public double[][] rowsOf(FactorMatrix u) {
        return inDenseOrder(u.collect(), u.rank(), rowOrder());
    }

    /** The rows of V, in the dense order of the columns. */
    public double[][] columnsOf(FactorMatrix v) {
        return inDenseOrder(v.collect(), v.rank(), columnOrder());
    }

    /** Rows that the driver holds in block order, in the dense order. */
    static double[][] inDenseOrder(double[] flat, int width, int[] order) {
        double[][] out = new double[order.length][];
        for (int k = 0; k < order.length; k++) {
            out[order[k]] = Arrays.copyOfRange(flat, k * width, (k + 1) * width);
        }
        return out;
    }

    /** The dense index of each row, in block order. */
    public int[] rowOrder() {
        return order(matrix.rowIds(), dense.rows(), dense::rowId);
    }

    /** The dense index of each column, in block order. */
    public int[] columnOrder() {
        return order(matrix.columnIds(), dense.columns(), dense::columnId);
    }

    private static int[] order(JavaRDD<String[]> ids, int size, IntFunction<String> name) {
        Map<String, Integer> index = new HashMap<>();
        IntStream.range(0, size).forEach(i -> index.put(name.apply(i), i));
        return ids.collect().stream()
                .flatMap(Arrays::stream)
                .mapToInt(index::get)
                .toArray();
    }
}
