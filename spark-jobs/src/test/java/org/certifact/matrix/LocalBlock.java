package org.certifact.matrix;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.certifact.linalg.block.PanelTiles;
import org.certifact.linalg.block.SparseBlock;
import org.certifact.linalg.kernel.Kernels;

/** All rows of dense data in one block on the driver, with all columns in its panel: no Spark. */
public final class LocalBlock {
    private LocalBlock() {}

    /** The data grouped by rows; transpose them to group by columns. */
    public static DataBlock of(DenseData dense, double alpha) {
        int[] rowStart = new int[dense.rows() + 1];
        int size = dense.entries().size();
        int[] column = new int[size];
        double[] value = new double[size];
        double[] weight = new double[size];
        int k = 0;
        for (int i = 0; i < dense.rows(); i++) {
            for (int j = 0; j < dense.columns(); j++) {
                if (dense.weight(i, j) > 0) {
                    column[k] = j;
                    value[k] = dense.value(i, j);
                    weight[k++] = dense.weight(i, j);
                }
            }
            rowStart[i + 1] = k;
        }
        boolean plain = Arrays.stream(weight).allMatch(w -> w == 1);
        SparseBlock entries = new SparseBlock(rowStart, column, value, plain ? null : weight, dense.columns());
        IntStream columns = IntStream.range(0, dense.columns());
        return new DataBlock(
                entries,
                Coverage.OBSERVED,
                new int[] {0, dense.columns()},
                columns.toArray(),
                alpha == 0 ? null : powers(dense.rows(), dense::rowCount, alpha),
                alpha == 0 ? null : powers(dense.columns(), dense::columnCount, alpha));
    }

    /** The same with its entries in tiles of the panel, which only a large panel would have. */
    public static DataBlock tiled(DenseData dense, double alpha, int tiles) {
        DataBlock plain = of(dense, alpha);
        return new DataBlock(
                PanelTiles.split(plain.entries(), tiles),
                plain.coverage(),
                plain.panelStart(),
                plain.panelIndex(),
                plain.rowWeights(),
                plain.panelWeights());
    }

    private static double[] powers(int size, IntUnaryOperator count, double alpha) {
        return IntStream.range(0, size)
                .mapToDouble(i -> Math.pow(count.applyAsInt(i), alpha))
                .toArray();
    }

    /** Rows as the kernels read them: padded with zeros to whole vectors. */
    public static double[] panel(double[][] rows) {
        int stride = Kernels.best().stride(rows[0].length);
        return PlainMatrix.flat(
                Arrays.stream(rows).map(row -> Arrays.copyOf(row, stride)).toArray(double[][]::new));
    }

    /** The rows as a factor block. */
    public static FactorBlock factor(double[][] rows) {
        return new FactorBlock(rows.length, rows[0].length, PlainMatrix.flat(rows), null);
    }
}
