package org.certifact.matrix;

import java.io.Serializable;
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
    private final double largestWeight;

    /**
     * @param x X times the largest weight
     * @param width columns of the matrix, all of which a tile has
     */
    SlackedPoint(Slack slack, LowRank h, LowRank x, int width, double largestWeight) {
        this.largestWeight = largestWeight;
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

    /**
     * tile ← W + S: the matrix whose singular values are shrunk. W is Y where every cell counts; else, with L the largest
     * weight, X where a cell is unknown and wY + (1 − w/L) X where it is known.
     */
    void imputed(DataBlock data, FactorBlock state, int from, int to, double[] tile) {
        slack(state, from, to, tile);
        if (data.coverage() == Coverage.COMPLETE) {
            data.block().addRows(from, to, data.panelIndex(), width, tile);
            return;
        }
        double[] w = new double[(to - from) * width];
        x.addRows(state, from, to, 1, width, w);
        SparseBlock entries = data.entries();
        forEachEntry(
                data,
                from,
                to,
                (cell, k) -> w[cell] =
                        entries.weight(k) * entries.values()[k] + (1 - entries.weight(k) / largestWeight) * w[cell]);
        for (int k = 0; k < w.length; k++) {
            tile[k] += w[k];
        }
    }

    /**
     * tile ← A = Z + S with Z = w(Y − X/L) on the cells that count.
     *
     * @param sums ⟨Z, Y⟩, Σ z²/w, ‖A‖² and the slack's largest polar, added up. Modified.
     */
    void residual(DataBlock data, FactorBlock state, int from, int to, double[] tile, double[] sums) {
        sums[3] = Math.max(sums[3], slack(state, from, to, tile));
        double[] fitted = new double[(to - from) * width];
        x.addRows(state, from, to, 1 / largestWeight, width, fitted);
        if (data.coverage() == Coverage.OBSERVED) {
            SparseBlock entries = data.entries();
            forEachEntry(data, from, to, (cell, k) -> {
                double e = entries.values()[k] - fitted[cell];
                double z = entries.weight(k) * e;
                sums[0] += z * entries.values()[k];
                sums[1] += z * e;
                tile[cell] += z;
            });
        } else {
            double[] y = new double[fitted.length];
            data.block().addRows(from, to, data.panelIndex(), width, y);
            for (int k = 0; k < y.length; k++) {
                double z = y[k] - fitted[k];
                sums[0] += z * y[k];
                sums[1] += z * z;
                tile[k] += z;
            }
        }
        for (int k = 0; k < fitted.length; k++) {
            sums[2] += tile[k] * tile[k];
        }
    }

    private interface Visit {
        void entry(int cell, int k);
    }

    private void forEachEntry(DataBlock data, int from, int to, Visit visit) {
        SparseBlock entries = data.entries();
        int[] index = data.panelIndex();
        for (int tile = 0; tile < entries.tiles(); tile++) {
            for (int i = from; i < to; i++) {
                int s = entries.segment(tile, i);
                for (int k = entries.start(s); k < entries.start(s + 1); k++) {
                    visit.entry((i - from) * width + index[entries.columns()[k]], k);
                }
            }
        }
    }
}
