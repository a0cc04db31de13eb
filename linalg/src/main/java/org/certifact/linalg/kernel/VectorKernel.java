package org.certifact.linalg.kernel;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import org.certifact.linalg.block.SparseBlock;

/**
 * The loops on {@code jdk.incubator.vector}, compiled for the number of vectors that a panel row takes. A row wider than
 * the widest strip is taken in strips, a few entries at a time, so that their panel rows stay in the first-level cache
 * from the residual to the gradient.
 */
final class VectorKernel implements Kernel {
    private static final int LANES = DoubleVector.SPECIES_PREFERRED.length();
    private static final int WIDEST = VectorRowLoops.WIDEST;
    private static final RowLoops[] LOOPS = VectorTemplate.copies();

    /** Entries of a wide row taken at a time. */
    private static final int CHUNK = 16;

    @Override
    public String name() {
        return "vector" + DoubleVector.SPECIES_PREFERRED.vectorBitSize();
    }

    @Override
    public int stride(int rank) {
        return (rank + LANES - 1) / LANES * LANES;
    }

    @Override
    public double residualGradient(SparseBlock block, double[] rows, double[] panel, int rank, double[] gradient) {
        boolean whole = rank == stride(rank) && rank <= WIDEST * LANES;
        double[] u = whole ? rows : new double[stride(rank)];
        double[] g = new double[stride(rank)];
        double[] c = new double[CHUNK];
        double sum = 0;
        for (int s = 0; s < block.segments(); s++) {
            int at = block.row(s) * rank;
            if (!whole) {
                System.arraycopy(rows, at, u, 0, rank);
            }
            sum += gradient(block, s, u, whole ? at : 0, panel, block.values(), g, c);
            if (s < block.rows()) {
                System.arraycopy(g, 0, gradient, at, rank);
            } else {
                for (int l = 0; l < rank; l++) {
                    gradient[at + l] += g[l];
                }
            }
        }
        return sum;
    }

    @Override
    public void residual(SparseBlock block, double[] rows, double[] panel, int rank, double[] residual) {
        double[] u = new double[stride(rank)];
        double[] value = block.values();
        Arrays.fill(residual, 0.0);
        for (int s = 0; s < block.segments(); s++) {
            System.arraycopy(rows, block.row(s) * rank, u, 0, rank);
            int from = block.start(s);
            int to = block.start(s + 1);
            addDots(block, u, panel, from, to, residual, from);
            for (int k = from; k < to; k++) {
                residual[k] = value[k] - residual[k];
            }
        }
    }

    @Override
    public void rowNormal(SparseBlock block, int i, double[] p, double[] panel, int rank, double[] out) {
        // the gradient at p of entries that are all zero is minus the normal operator of p
        double[] c = out.length > WIDEST * LANES ? new double[CHUNK] : null;
        double[] g = new double[out.length];
        Arrays.fill(out, 0.0);
        for (int tile = 0; tile < block.tiles(); tile++) {
            gradient(block, block.segment(tile, i), p, 0, panel, null, g, c);
            for (int l = 0; l < out.length; l++) {
                out[l] -= g[l];
            }
        }
    }

    @Override
    public void imageSquares(SparseBlock block, double[] rows, double[] panel, int rank, double[] squares) {
        double[] u = new double[stride(rank)];
        int vectors = u.length / LANES;
        Arrays.fill(squares, 0.0);
        for (int s = 0; vectors > 0 && s < block.segments(); s++) {
            int i = block.row(s);
            int from = block.start(s);
            int to = block.start(s + 1);
            System.arraycopy(rows, i * rank, u, 0, rank);
            squares[i] += vectors <= WIDEST
                    ? LOOPS[vectors].squares(u, panel, block.columns(), block.weights(), from, to)
                    : wideSquares(block, from, to, u, panel);
        }
    }

    private static double wideSquares(SparseBlock block, int start, int end, double[] u, double[] panel) {
        double[] image = new double[CHUNK];
        double sum = 0;
        for (int from = start; from < end; from += CHUNK) {
            int to = Math.min(end, from + CHUNK);
            Arrays.fill(image, 0.0);
            addDots(block, u, panel, from, to, image, 0);
            for (int k = from; k < to; k++) {
                sum += block.weight(k) * image[k - from] * image[k - from];
            }
        }
        return sum;
    }

    @Override
    public double panelGradient(SparseBlock block, double[] rows, double[] panel, int rank, double[] gradient) {
        return panelGradient(block, rows, panel, rank, block.values(), gradient);
    }

    @Override
    public void panelNormal(SparseBlock block, double[] rows, double[] panel, int rank, double[] out) {
        panelGradient(block, rows, panel, rank, null, out);
        for (int k = 0; k < out.length; k++) {
            out[k] = -out[k];
        }
    }

    /** @param value of every entry, or null for zeros */
    private double panelGradient(
            SparseBlock block, double[] rows, double[] panel, int rank, double[] value, double[] gradient) {
        double[] u = new double[stride(rank)];
        int vectors = u.length / LANES;
        double sum = 0;
        Arrays.fill(gradient, 0.0);
        for (int s = 0; s < block.segments(); s++) {
            int from = block.start(s);
            int to = block.start(s + 1);
            System.arraycopy(rows, block.row(s) * rank, u, 0, rank);
            if (vectors == 0) {
                sum += value == null ? 0 : squares(block, from, to);
            } else if (vectors <= WIDEST) {
                sum += LOOPS[vectors].addPanelGradient(
                        u, panel, block.columns(), value, block.weights(), from, to, gradient);
            } else {
                sum += widePanelGradient(block, from, to, u, panel, value, gradient);
            }
        }
        return sum;
    }

    private static double widePanelGradient(
            SparseBlock block, int start, int end, double[] u, double[] panel, double[] value, double[] gradient) {
        double[] c = new double[CHUNK];
        double sum = 0;
        for (int from = start; from < end; from += CHUNK) {
            int to = Math.min(end, from + CHUNK);
            sum += residuals(block, from, to, u, panel, value, c);
            for (int offset = 0; offset < u.length; offset += WIDEST * LANES) {
                strip(u.length, offset).spread(c, 0, u, offset, block.columns(), from, to, gradient, u.length, offset);
            }
        }
        return sum;
    }

    @Override
    public void addTimes(SparseBlock block, double[] x, int count, double[] y) {
        if (count % LANES != 0) {
            block.addTimes(x, count, count, y);
            return;
        }
        for (int s = 0; s < block.segments(); s++) {
            for (int offset = 0; offset < count; offset += WIDEST * LANES) {
                strip(count, offset)
                        .addCombination(
                                block.values(),
                                block.start(s),
                                x,
                                count,
                                offset,
                                block.columns(),
                                block.start(s),
                                block.start(s + 1),
                                y,
                                block.row(s) * count + offset);
            }
        }
    }

    @Override
    public void addTransposeTimes(SparseBlock block, double[] y, int count, double[] x) {
        if (count % LANES != 0) {
            block.addTransposeTimes(y, count, x);
            return;
        }
        for (int s = 0; s < block.segments(); s++) {
            for (int offset = 0; offset < count; offset += WIDEST * LANES) {
                strip(count, offset)
                        .spread(
                                block.values(),
                                block.start(s),
                                y,
                                block.row(s) * count + offset,
                                block.columns(),
                                block.start(s),
                                block.start(s + 1),
                                x,
                                count,
                                offset);
            }
        }
    }

    @Override
    public void addGramTimes(SparseBlock block, double[] x, int count, double[] out) {
        if (count % LANES != 0 || count > WIDEST * LANES || block.tiles() > 1) {
            Kernel.super.addGramTimes(block, x, count, out);
            return;
        }
        RowLoops loops = strip(count, 0);
        double[] values = block.values();
        int[] column = block.columns();
        double[] y = new double[count];
        for (int i = 0; i < block.rows(); i++) {
            int from = block.start(i);
            int to = block.start(i + 1);
            Arrays.fill(y, 0.0);
            loops.addCombination(values, from, x, count, 0, column, from, to, y, 0);
            loops.spread(values, from, y, 0, column, from, to, out, count, 0);
        }
    }

    /**
     * g = Σ w e v over a segment, with e = y - u·v, or -u·v where value is null.
     *
     * @param source where u begins, 0 for a wide row
     * @param c scratch
     * @return Σ w e²
     */
    private static double gradient(
            SparseBlock block,
            int segment,
            double[] u,
            int source,
            double[] panel,
            double[] value,
            double[] g,
            double[] c) {
        int from = block.start(segment);
        int to = block.start(segment + 1);
        int vectors = g.length / LANES;
        if (vectors == 0) {
            return squares(block, from, to);
        }
        return vectors <= WIDEST
                ? LOOPS[vectors].gradient(u, source, panel, block.columns(), value, block.weights(), from, to, g)
                : wideRow(block, from, to, u, panel, value, g, c);
    }

    private static double wideRow(
            SparseBlock block, int start, int end, double[] u, double[] panel, double[] value, double[] g, double[] c) {
        int stride = u.length;
        double sum = 0;
        Arrays.fill(g, 0.0);
        for (int from = start; from < end; from += CHUNK) {
            int to = Math.min(end, from + CHUNK);
            sum += residuals(block, from, to, u, panel, value, c);
            for (int offset = 0; offset < stride; offset += WIDEST * LANES) {
                strip(stride, offset).addCombination(c, 0, panel, stride, offset, block.columns(), from, to, g, offset);
            }
        }
        return sum;
    }

    /** c = w e of a few entries of a wide row. @return Σ w e² */
    private static double residuals(
            SparseBlock block, int from, int to, double[] u, double[] panel, double[] value, double[] c) {
        double[] weight = block.weights();
        double sum = 0;
        Arrays.fill(c, 0.0);
        addDots(block, u, panel, from, to, c, 0);
        for (int k = from; k < to; k++) {
            double e = (value == null ? 0 : value[k]) - c[k - from];
            c[k - from] = weight == null ? e : weight[k] * e;
            sum += c[k - from] * e;
        }
        return sum;
    }

    private static void addDots(
            SparseBlock block, double[] u, double[] panel, int from, int to, double[] sum, int start) {
        int stride = u.length;
        for (int offset = 0; offset < stride; offset += WIDEST * LANES) {
            strip(stride, offset).addDots(u, panel, stride, offset, block.columns(), from, to, sum, start);
        }
    }

    private static RowLoops strip(int stride, int offset) {
        return LOOPS[Math.min(WIDEST, (stride - offset) / LANES)];
    }

    /** Σ w y²: what rank 0 leaves. */
    private static double squares(SparseBlock block, int from, int to) {
        double sum = 0;
        for (int k = from; k < to; k++) {
            sum += block.weight(k) * block.values()[k] * block.values()[k];
        }
        return sum;
    }
}
