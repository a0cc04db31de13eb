package org.certifact.matrix;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import scala.Tuple2;

/** Some rows of a matrix on the driver, to be looked at. */
public final class SampleRows {
    private final List<String> ids;
    private final double[][] rows;
    private final Map<String, Integer> columns;

    private SampleRows(List<String> ids, double[][] rows, Map<String, Integer> columns) {
        this.ids = ids;
        this.rows = rows;
        this.columns = columns;
    }

    /**
     * The rows of largest norm of the first block that has so many rows, or of the largest, in the block's order. Cells that
     * are not listed are zero.
     */
    public static SampleRows strongest(BlockMatrix data, int most) {
        int width = data.byColumns().rows();
        Tuple2<String[], double[]> found = Blocks.zip(
                        data.byRows().blocks(), data.rowIds(), (block, ids) -> sample(block, ids, most, width))
                .reduce((a, b) -> a._1().length >= b._1().length ? a : b);
        int count = found._1().length;
        double[][] rows = new double[count][];
        for (int i = 0; i < count; i++) {
            rows[i] = Arrays.copyOfRange(found._2(), i * width, (i + 1) * width);
        }
        Map<String, Integer> columns = new HashMap<>();
        for (String[] names : data.columnIds().collect()) {
            for (String name : names) {
                columns.put(name, columns.size());
            }
        }
        return new SampleRows(List.of(found._1()), rows, columns);
    }

    private static Tuple2<String[], double[]> sample(DataBlock data, String[] ids, int most, int width) {
        double[] norms = IntStream.range(0, ids.length)
                .mapToDouble(row -> squaredNorm(row(data, row, width)))
                .toArray();
        int[] chosen = IntStream.range(0, ids.length)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> -norms[row]))
                .limit(most)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        double[] rows = new double[chosen.length * width];
        for (int i = 0; i < chosen.length; i++) {
            System.arraycopy(row(data, chosen[i], width), 0, rows, i * width, width);
        }
        return new Tuple2<>(Arrays.stream(chosen).mapToObj(row -> ids[row]).toArray(String[]::new), rows);
    }

    private static double[] row(DataBlock data, int row, int width) {
        double[] values = new double[width];
        data.block().addRows(row, row + 1, data.panelIndex(), width, values);
        return values;
    }

    private static double squaredNorm(double[] values) {
        return Arrays.stream(values).map(value -> value * value).sum();
    }

    /** The rows' ids. */
    public List<String> ids() {
        return ids;
    }

    /** The rows, their columns in the order of the given ids. */
    public double[][] values(String[] order) {
        double[][] out = new double[rows.length][order.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < order.length; j++) {
                out[i][j] = rows[i][columns.get(order[j])];
            }
        }
        return out;
    }
}
