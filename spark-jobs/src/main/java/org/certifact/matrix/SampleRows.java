package org.certifact.matrix;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.certifact.linalg.block.Block;
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

    /** The first rows of the first block that has so many, or of the largest. Cells that are not listed are zero. */
    public static SampleRows first(BlockMatrix data, int most) {
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
        Block block = data.block();
        int count = Math.min(most, block.rows());
        double[] rows = new double[count * width];
        block.addRows(0, count, data.panelIndex(), width, rows);
        return new Tuple2<>(Arrays.copyOf(ids, count), rows);
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
