package org.certifact.matrix;

import java.io.Serializable;
import java.util.Arrays;
import org.certifact.linalg.block.SparseBlock;
import org.certifact.linalg.slack.Slack;

/**
 * A point of the relaxed dual, given implicitly: a matrix X of low rank, and the slack S = T(H) of another. Its dense tiles
 * are made when they are used.
 */
final class SlackedPoint implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Slack slack;
    private final LowRank h;
    private final LowRank x;
    private final int width;

    /** @param width columns of the matrix, all of which a tile has */
    SlackedPoint(Slack slack, LowRank h, LowRank x, int width) {
        this.slack = slack;
        this.h = h;
        this.x = x;
        this.width = width;
    }

    int width() {
        return width;
    }

    /** tile ← S. @return its polar */
    private double slack(FactorBlock state, int from, int to, double[] tile) {
        h.addRows(state, from, to, 1, width, tile);
        return slack.apply(tile, to - from, width);
    }

    /** tile ← W + S, W being Y where a cell is known and X elsewhere: the matrix whose singular values are shrunk. */
    void imputed(DataBlock data, FactorBlock state, int from, int to, double[] tile) {
        slack(state, from, to, tile);
        if (data.coverage() == Coverage.OBSERVED) {
            double[] fitted = new double[(to - from) * width];
            x.addRows(state, from, to, 1, width, fitted);
            forEachEntry(data, from, to, (row, column, k) -> fitted[row * width + column] = 0);
            for (int k = 0; k < fitted.length; k++) {
                tile[k] += fitted[k];
            }
        }
        data.block().addRows(from, to, data.panelIndex(), width, tile);
    }

    /**
     * tile ← A = Z + S with Z = Y − X on the cells that count.
     *
     * @param sums ⟨Z, Y⟩, ‖Z‖², ‖A‖² and the slack's largest polar, added up. Modified.
     */
    void residual(DataBlock data, FactorBlock state, int from, int to, double[] tile, double[] sums) {
        double[] z = new double[(to - from) * width];
        x.addRows(state, from, to, -1, width, z);
        double[] y = new double[z.length];
        data.block().addRows(from, to, data.panelIndex(), width, y);
        if (data.coverage() == Coverage.OBSERVED) {
            double[] fitted = z.clone();
            Arrays.fill(z, 0);
            forEachEntry(data, from, to, (row, column, k) -> z[row * width + column] = fitted[row * width + column]
                    + y[row * width + column]);
        } else {
            for (int k = 0; k < z.length; k++) {
                z[k] += y[k];
            }
        }
        sums[3] = Math.max(sums[3], slack(state, from, to, tile));
        for (int k = 0; k < z.length; k++) {
            sums[0] += z[k] * y[k];
            sums[1] += z[k] * z[k];
            tile[k] += z[k];
            sums[2] += tile[k] * tile[k];
        }
    }

    private interface Visit {
        void entry(int row, int column, int k);
    }

    private static void forEachEntry(DataBlock data, int from, int to, Visit visit) {
        SparseBlock entries = data.entries();
        int[] index = data.panelIndex();
        for (int i = from; i < to; i++) {
            for (int k = entries.start(i); k < entries.start(i + 1); k++) {
                visit.entry(i - from, index[entries.columns()[k]], k);
            }
        }
    }
}
