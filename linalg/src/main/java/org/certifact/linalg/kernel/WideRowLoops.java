package org.certifact.linalg.kernel;

import java.util.Arrays;
import org.certifact.linalg.block.SparseBlock;

/**
 * The loops over rows that no strip is wide enough for: in strips, a few entries at a time, so that their panel rows stay in
 * the first-level cache from the residual to the gradient. A width of 0 has no strips.
 */
final class WideRowLoops implements RowLoops {
    /** Entries taken at a time. */
    private static final int CHUNK = 16;

    private final int width;
    private final double[] c = new double[CHUNK];

    WideRowLoops(int width) {
        this.width = width;
    }

    /** What is done with the entries from .. to-1, whose row begins at {@code at}. */
    @FunctionalInterface
    private interface Part {
        double of(int from, int to, int at, int row);
    }

    private double sum(SparseBlock block, int first, int last, int row, Part part) {
        double sum = 0;
        for (int s = first; s < last; s++) {
            int own = row + s - first;
            for (int from = block.start(s); from < block.start(s + 1); from += CHUNK) {
                sum += part.of(from, Math.min(block.start(s + 1), from + CHUNK), own * width, own);
            }
        }
        return sum;
    }

    @Override
    public double addGradient(
            SparseBlock block, boolean zeros, int first, int last, double[] rows, int row, double[] panel, double[] g) {
        return sum(block, first, last, row, (from, to, at, own) -> {
            double sum = residuals(block, zeros, from, to, rows, at, panel);
            for (int offset = 0; offset < width; offset += VectorTemplate.WIDEST) {
                VectorTemplate.strip(width, offset)
                        .addCombination(c, 0, panel, width, offset, block.columns(), from, to, g, at + offset);
            }
            return sum;
        });
    }

    @Override
    public void addSquares(
            SparseBlock block,
            int first,
            int last,
            double[] rows,
            int row,
            double[] panel,
            double[] squares,
            int place) {
        sum(block, first, last, row, (from, to, at, own) -> {
            double sum = residuals(block, true, from, to, rows, at, panel);
            squares[place + own - row] += sum;
            return sum;
        });
    }

    @Override
    public void residual(
            SparseBlock block, int first, int last, double[] rows, int row, double[] panel, double[] residual) {
        sum(block, first, last, row, (from, to, at, own) -> {
            dots(block, from, to, rows, at, panel);
            for (int k = from; k < to; k++) {
                residual[k] = block.values()[k] - c[k - from];
            }
            return 0;
        });
    }

    @Override
    public double addPanelGradient(
            SparseBlock block,
            boolean zeros,
            int first,
            int last,
            double[] rows,
            int row,
            double[] panel,
            double[] out) {
        return sum(block, first, last, row, (from, to, at, own) -> {
            double sum = residuals(block, zeros, from, to, rows, at, panel);
            for (int offset = 0; offset < width; offset += VectorTemplate.WIDEST) {
                VectorTemplate.strip(width, offset)
                        .spread(c, 0, rows, at + offset, block.columns(), from, to, out, width, offset);
            }
            return sum;
        });
    }

    @Override
    public void addTimes(SparseBlock block, int first, int last, double[] x, double[] y, int row) {
        sum(block, first, last, row, (from, to, at, own) -> {
            for (int offset = 0; offset < width; offset += VectorTemplate.WIDEST) {
                VectorTemplate.strip(width, offset)
                        .addCombination(
                                block.values(), from, x, width, offset, block.columns(), from, to, y, at + offset);
            }
            return 0;
        });
    }

    @Override
    public void addTransposeTimes(SparseBlock block, int first, int last, double[] y, int row, double[] x) {
        sum(block, first, last, row, (from, to, at, own) -> {
            for (int offset = 0; offset < width; offset += VectorTemplate.WIDEST) {
                VectorTemplate.strip(width, offset)
                        .spread(block.values(), from, y, at + offset, block.columns(), from, to, x, width, offset);
            }
            return 0;
        });
    }

    /** c = w e. @return Σ w e² */
    private double residuals(
            SparseBlock block, boolean zeros, int from, int to, double[] rows, int at, double[] panel) {
        dots(block, from, to, rows, at, panel);
        double sum = 0;
        for (int k = from; k < to; k++) {
            double e = (zeros ? 0 : block.values()[k]) - c[k - from];
            c[k - from] = block.weight(k) * e;
            sum += c[k - from] * e;
        }
        return sum;
    }

    /** c = u·v. */
    private void dots(SparseBlock block, int from, int to, double[] rows, int at, double[] panel) {
        Arrays.fill(c, 0.0);
        for (int offset = 0; offset < width; offset += VectorTemplate.WIDEST) {
            VectorTemplate.strip(width, offset)
                    .addDots(rows, at + offset, panel, width, offset, block.columns(), from, to, c, 0);
        }
    }
}
