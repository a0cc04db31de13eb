package org.certifact.linalg.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.certifact.linalg.block.SparseBlock;

/**
 * The loops for rows of any number of vectors: what {@link VectorTemplate} is compiled anew for at every width is compiled
 * once here, and keeps in registers only the sums of an inner product.
 */
final class VectorAnyWidth implements RowLoops {
    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = S.length();

    /** What a vector is cast to before its methods are called, as in {@link VectorRowLoops}. */
    private static final Class<? extends DoubleVector> TYPE =
            DoubleVector.zero(S).getClass();

    private final int width;

    /** @param width of a row, a multiple of the lanes */
    VectorAnyWidth(int width) {
        this.width = width;
    }

    @Override
    public double addGradient(
            SparseBlock block, boolean zeros, int first, int last, double[] rows, int row, double[] panel, double[] g) {
        int[] column = block.columns();
        double sum = 0;
        for (int s = first, at = row * width; s < last; s++, at += width) {
            for (int k = block.start(s); k < block.start(s + 1); k++) {
                int v = column[k] * width;
                double e = (zeros ? 0 : block.values()[k]) - dot(rows, at, panel, v, width);
                double we = block.weight(k) * e;
                sum += we * e;
                add(we, panel, v, g, at, width);
            }
        }
        return sum;
    }

    @Override
    public void addSquares(
            SparseBlock block, int first, int last, double[] rows, int row, double[] panel, double[] squares, int to) {
        int[] column = block.columns();
        for (int s = first, at = row * width; s < last; s++, at += width) {
            double sum = 0;
            for (int k = block.start(s); k < block.start(s + 1); k++) {
                double image = dot(rows, at, panel, column[k] * width, width);
                sum += block.weight(k) * image * image;
            }
            squares[to + s - first] += sum;
        }
    }

    @Override
    public void residual(
            SparseBlock block, int first, int last, double[] rows, int row, double[] panel, double[] residual) {
        int[] column = block.columns();
        for (int s = first, at = row * width; s < last; s++, at += width) {
            for (int k = block.start(s); k < block.start(s + 1); k++) {
                residual[k] = block.values()[k] - dot(rows, at, panel, column[k] * width, width);
            }
        }
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
        int[] column = block.columns();
        double sum = 0;
        for (int s = first, at = row * width; s < last; s++, at += width) {
            for (int k = block.start(s); k < block.start(s + 1); k++) {
                int v = column[k] * width;
                double e = (zeros ? 0 : block.values()[k]) - dot(rows, at, panel, v, width);
                double we = block.weight(k) * e;
                sum += we * e;
                add(we, rows, at, out, v, width);
            }
        }
        return sum;
    }

    @Override
    public void addTimes(SparseBlock block, int first, int last, double[] x, double[] y, int row) {
        int[] column = block.columns();
        for (int s = first, at = row * width; s < last; s++, at += width) {
            for (int k = block.start(s); k < block.start(s + 1); k++) {
                add(block.values()[k], x, column[k] * width, y, at, width);
            }
        }
    }

    @Override
    public void addTransposeTimes(SparseBlock block, int first, int last, double[] y, int row, double[] x) {
        int[] column = block.columns();
        for (int s = first, at = row * width; s < last; s++, at += width) {
            for (int k = block.start(s); k < block.start(s + 1); k++) {
                add(block.values()[k], y, at, x, column[k] * width, width);
            }
        }
    }

    /** u·v. */
    private static double dot(double[] u, int at, double[] v, int from, int width) {
        DoubleVector even = DoubleVector.zero(S);
        DoubleVector odd = DoubleVector.zero(S);
        int l = 0;
        for (; l + LANES < width; l += 2 * LANES) {
            even = TYPE.cast(DoubleVector.fromArray(S, u, at + l)).fma(DoubleVector.fromArray(S, v, from + l), even);
            odd = TYPE.cast(DoubleVector.fromArray(S, u, at + l + LANES))
                    .fma(DoubleVector.fromArray(S, v, from + l + LANES), odd);
        }
        if (l < width) {
            even = TYPE.cast(DoubleVector.fromArray(S, u, at + l)).fma(DoubleVector.fromArray(S, v, from + l), even);
        }
        return TYPE.cast(VectorLanes.everywhere(TYPE.cast(even).add(odd))).lane(0);
    }

    /** y += c x. */
    private static void add(double c, double[] x, int from, double[] y, int to, int width) {
        DoubleVector factor = TYPE.cast(DoubleVector.broadcast(S, c));
        for (int l = 0; l < width; l += LANES) {
            TYPE.cast(factor.fma(DoubleVector.fromArray(S, x, from + l), DoubleVector.fromArray(S, y, to + l)))
                    .intoArray(y, to + l);
        }
    }
}
