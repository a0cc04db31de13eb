package org.certifact.linalg.kernel;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.certifact.linalg.KnownSpectrum;
import org.certifact.linalg.block.PanelTiles;
import org.certifact.linalg.block.SparseBlock;

/**
 * A block whose rows have awkward lengths, factors of a rank, and what a kernel must make of them, in the plainest loops.
 *
 * @param rows block.rows() × rank
 * @param others panelRows × rank, the panel before it is padded
 */
record KernelExample(SparseBlock block, int rank, double[] rows, double[] others) {
    private static final int[] COUNTS = {3, 0, 1, 4, 17, 0, 5, 8};
    private static final int PANEL_ROWS = 23;

    static KernelExample random(int rank, boolean weighted, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] rowStart = new int[COUNTS.length + 1];
        for (int i = 0; i < COUNTS.length; i++) {
            rowStart[i + 1] = rowStart[i] + COUNTS[i];
        }
        int entries = rowStart[COUNTS.length];
        int[] column = new int[entries];
        for (int i = 0; i < COUNTS.length; i++) {
            // ascending, and the last row of the panel is touched by every row that has entries
            int first = PANEL_ROWS - COUNTS[i];
            for (int k = 0; k < COUNTS[i]; k++) {
                column[rowStart[i] + k] = first + k;
            }
        }
        double[] weight = weighted ? random.doubles(entries, 0.25, 4).toArray() : null;
        return new KernelExample(
                new SparseBlock(rowStart, column, KnownSpectrum.gaussian(entries, seed + 1), weight, PANEL_ROWS),
                rank,
                KnownSpectrum.gaussian(COUNTS.length * rank, seed + 2),
                KnownSpectrum.gaussian(PANEL_ROWS * rank, seed + 3));
    }

    /** The same problem with its entries in tiles. Its residuals come in their order. */
    KernelExample tiled(int tiles) {
        return new KernelExample(PanelTiles.split(block, tiles), rank, rows, others);
    }

    KernelExample withRows(double[] moved) {
        return new KernelExample(block, rank, moved, others);
    }

    double[] panel(Kernel kernel) {
        return padded(others, PANEL_ROWS, kernel);
    }

    double[] padded(double[] x, int count, Kernel kernel) {
        int stride = kernel.stride(rank);
        double[] out = new double[count * stride];
        for (int j = 0; j < count; j++) {
            System.arraycopy(x, j * rank, out, j * stride, rank);
        }
        return out;
    }

    double[] residual() {
        double[] e = block.values().clone();
        for (int s = 0; s < block.segments(); s++) {
            for (int k = block.start(s); k < block.start(s + 1); k++) {
                for (int l = 0; l < rank; l++) {
                    e[k] -= rows[block.row(s) * rank + l] * others[block.columns()[k] * rank + l];
                }
            }
        }
        return e;
    }

    double weightedSquares() {
        double[] e = residual();
        return IntStream.range(0, e.length)
                .mapToDouble(k -> block.weight(k) * e[k] * e[k])
                .sum();
    }

    double[] imageSquares() {
        double[] e = residual();
        double[] squares = new double[block.rows()];
        for (int s = 0; s < block.segments(); s++) {
            for (int k = block.start(s); k < block.start(s + 1); k++) {
                squares[block.row(s)] += block.weight(k) * Math.pow(block.values()[k] - e[k], 2);
            }
        }
        return squares;
    }

    /** panelRows × rank. */
    double[] panelNormal() {
        double[] e = residual();
        double[] out = new double[others.length];
        for (int s = 0; s < block.segments(); s++) {
            for (int k = block.start(s); k < block.start(s + 1); k++) {
                for (int l = 0; l < rank; l++) {
                    out[block.columns()[k] * rank + l] +=
                            block.weight(k) * (block.values()[k] - e[k]) * rows[block.row(s) * rank + l];
                }
            }
        }
        return out;
    }

    /** panelRows × rank. */
    double[] panelGradient() {
        double[] e = residual();
        double[] t = new double[others.length];
        for (int s = 0; s < block.segments(); s++) {
            for (int k = block.start(s); k < block.start(s + 1); k++) {
                for (int l = 0; l < rank; l++) {
                    t[block.columns()[k] * rank + l] += block.weight(k) * e[k] * rows[block.row(s) * rank + l];
                }
            }
        }
        return t;
    }

    double[] gradient() {
        double[] e = residual();
        double[] t = new double[rows.length];
        for (int s = 0; s < block.segments(); s++) {
            for (int l = 0; l < rank; l++) {
                for (int k = block.start(s); k < block.start(s + 1); k++) {
                    t[block.row(s) * rank + l] += block.weight(k) * e[k] * others[block.columns()[k] * rank + l];
                }
            }
        }
        return t;
    }

    /** Σ_j w v_j v_jᵀ p over the entries of row i, through the rank × rank matrix. */
    double[] rowNormal(int i, double[] p) {
        double[] out = new double[rank];
        for (int l = 0; l < rank; l++) {
            for (int m = 0; m < rank; m++) {
                double normal = 0;
                for (int s = 0; s < block.segments(); s++) {
                    for (int k = block.start(s); k < block.start(s + 1) && block.row(s) == i; k++) {
                        int v = block.columns()[k] * rank;
                        normal += block.weight(k) * others[v + l] * others[v + m];
                    }
                }
                out[l] += normal * p[m];
            }
        }
        return out;
    }
}
