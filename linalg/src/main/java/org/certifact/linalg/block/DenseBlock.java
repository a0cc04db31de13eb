package org.certifact.linalg.block;

import java.util.Objects;
import org.certifact.linalg.product.MatrixProducts;
import org.certifact.linalg.product.MatrixView;

/** A dense block, row-major: every cell is stored. The array is shared, not copied, and must not be changed. */
public final class DenseBlock implements Block {
    private static final long serialVersionUID = 1L;

    private final int rows;
    private final int panelRows;
    private final double[] values;

    /** @param values rows × panelRows, row-major */
    public DenseBlock(int rows, int panelRows, double[] values) {
        if (values.length != Math.multiplyExact(rows, panelRows)) {
            throw new IllegalArgumentException(rows + " x " + panelRows + " block with " + values.length + " values");
        }
        this.rows = rows;
        this.panelRows = panelRows;
        this.values = Objects.requireNonNull(values);
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int panelRows() {
        return panelRows;
    }

    /** The cells, rows × panelRows. Not to be modified. */
    public double[] values() {
        return values;
    }

    @Override
    public void addTimes(double[] x, int stride, int count, double[] y) {
        MatrixProducts.best()
                .add(
                        1,
                        MatrixView.of(values, rows, panelRows),
                        MatrixView.of(x, 0, panelRows, count, stride),
                        MatrixView.of(y, rows, count));
    }

    @Override
    public void addTransposeTimes(double[] y, int count, double[] x) {
        MatrixProducts.best()
                .add(
                        1,
                        MatrixView.of(values, rows, panelRows).transposed(),
                        MatrixView.of(y, rows, count),
                        MatrixView.of(x, panelRows, count));
    }

    @Override
    public void addRows(int from, int to, int[] index, int width, double[] tile) {
        for (int i = from; i < to; i++) {
            for (int k = 0; k < panelRows; k++) {
                tile[(i - from) * width + index[k]] += values[i * panelRows + k];
            }
        }
    }

    @Override
    public double squaredNorm() {
        double sum = 0;
        for (double y : values) {
            sum += y * y;
        }
        return sum;
    }
}
