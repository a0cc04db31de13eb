package org.certifact.linalg.block;

import dev.ludovic.netlib.blas.BLAS;
import java.util.Objects;

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
        if (rows > 0 && panelRows > 0 && count > 0) {
            // row-major arrays are column-major transposes: yᵀ += xᵀ Yᵀ
            BLAS.getInstance()
                    .dgemm("N", "N", count, rows, panelRows, 1.0, x, stride, values, panelRows, 1.0, y, count);
        }
    }

    @Override
    public void addTransposeTimes(double[] y, int count, double[] x) {
        if (rows > 0 && panelRows > 0 && count > 0) {
            BLAS.getInstance().dgemm("N", "T", count, panelRows, rows, 1.0, y, count, values, panelRows, 1.0, x, count);
        }
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
