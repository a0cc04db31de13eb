package org.certifact.linalg.kernel;

import java.lang.constant.ConstantDescs;
import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The loops over a row for a strip of {@code VECTORS} vectors, which stay in registers.
 *
 * <p>This class is a template, see {@link VectorTemplate}: C2 keeps vectors in registers only as local variables of a known
 * number, so {@code VECTORS} is a constant of each copy, and what stands behind {@code VECTORS > 3} is compiled or is not
 * there. The loops take one entry at a time. The processor overlaps entries by itself, and more of them in one method are
 * more than C2 is willing to inline (it then allocates every vector). They are methods of their own, called once a row, so
 * that they are soon compiled as a whole and not in the midst of a loop.
 */
final class VectorRowLoops implements RowLoops {
    /** Vectors of the widest strip: a row, its gradient and a panel row then fill three quarters of 32 registers. */
    static final int WIDEST = 8;

    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = S.length();
    private static final int VECTORS = vectors();

    private static int vectors() {
        try {
            return MethodHandles.classData(MethodHandles.lookup(), ConstantDescs.DEFAULT_NAME, Integer.class);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("a class may read its own data", e);
        }
    }

    @Override
    public double addGradient(
            double[] u, double[] panel, int[] column, double[] value, double[] weight, int from, int to, double[] g) {
        return gradient(u, panel, column, value, weight, from, to, g);
    }

    private static double gradient(
            double[] u, double[] panel, int[] column, double[] value, double[] weight, int from, int to, double[] g) {
        DoubleVector u0 = load(0, u, 0);
        DoubleVector u1 = load(1, u, 0);
        DoubleVector u2 = load(2, u, 0);
        DoubleVector u3 = load(3, u, 0);
        DoubleVector u4 = load(4, u, 0);
        DoubleVector u5 = load(5, u, 0);
        DoubleVector u6 = load(6, u, 0);
        DoubleVector u7 = load(7, u, 0);
        DoubleVector g0 = load(0, g, 0);
        DoubleVector g1 = load(1, g, 0);
        DoubleVector g2 = load(2, g, 0);
        DoubleVector g3 = load(3, g, 0);
        DoubleVector g4 = load(4, g, 0);
        DoubleVector g5 = load(5, g, 0);
        DoubleVector g6 = load(6, g, 0);
        DoubleVector g7 = load(7, g, 0);
        double sum = 0;
        for (int k = from; k < to; k++) {
            int v = column[k] * (VECTORS * LANES);
            DoubleVector v0 = load(0, panel, v);
            DoubleVector v1 = load(1, panel, v);
            DoubleVector v2 = load(2, panel, v);
            DoubleVector v3 = load(3, panel, v);
            DoubleVector v4 = load(4, panel, v);
            DoubleVector v5 = load(5, panel, v);
            DoubleVector v6 = load(6, panel, v);
            DoubleVector v7 = load(7, panel, v);
            // two chains of sums wait half as long as one
            DoubleVector even = fma(6, u6, v6, fma(4, u4, v4, fma(2, u2, v2, u0.mul(v0))));
            DoubleVector odd = fma(7, u7, v7, fma(5, u5, v5, fma(3, u3, v3, product(1, u1, v1))));
            double e = (value == null ? 0 : value[k]) - total(even, odd);
            double we = weight == null ? e : weight[k] * e;
            sum += we * e;
            DoubleVector c = DoubleVector.broadcast(S, we);
            g0 = fma(0, c, v0, g0);
            g1 = fma(1, c, v1, g1);
            g2 = fma(2, c, v2, g2);
            g3 = fma(3, c, v3, g3);
            g4 = fma(4, c, v4, g4);
            g5 = fma(5, c, v5, g5);
            g6 = fma(6, c, v6, g6);
            g7 = fma(7, c, v7, g7);
        }
        store(0, g0, g, 0);
        store(1, g1, g, 0);
        store(2, g2, g, 0);
        store(3, g3, g, 0);
        store(4, g4, g, 0);
        store(5, g5, g, 0);
        store(6, g6, g, 0);
        store(7, g7, g, 0);
        return sum;
    }

    @Override
    public double squares(double[] u, double[] panel, int[] column, double[] weight, int from, int to) {
        return images(u, panel, column, weight, from, to);
    }

    private static double images(double[] u, double[] panel, int[] column, double[] weight, int from, int to) {
        DoubleVector u0 = load(0, u, 0);
        DoubleVector u1 = load(1, u, 0);
        DoubleVector u2 = load(2, u, 0);
        DoubleVector u3 = load(3, u, 0);
        DoubleVector u4 = load(4, u, 0);
        DoubleVector u5 = load(5, u, 0);
        DoubleVector u6 = load(6, u, 0);
        DoubleVector u7 = load(7, u, 0);
        double sum = 0;
        for (int k = from; k < to; k++) {
            double image = image(u0, u1, u2, u3, u4, u5, u6, u7, panel, column[k] * (VECTORS * LANES));
            sum += (weight == null ? image : weight[k] * image) * image;
        }
        return sum;
    }

    @Override
    public double addPanelGradient(
            double[] u, double[] panel, int[] column, double[] value, double[] weight, int from, int to, double[] t) {
        return panelGradient(u, panel, column, value, weight, from, to, t);
    }

    private static double panelGradient(
            double[] u, double[] panel, int[] column, double[] value, double[] weight, int from, int to, double[] t) {
        DoubleVector u0 = load(0, u, 0);
        DoubleVector u1 = load(1, u, 0);
        DoubleVector u2 = load(2, u, 0);
        DoubleVector u3 = load(3, u, 0);
        DoubleVector u4 = load(4, u, 0);
        DoubleVector u5 = load(5, u, 0);
        DoubleVector u6 = load(6, u, 0);
        DoubleVector u7 = load(7, u, 0);
        double sum = 0;
        for (int k = from; k < to; k++) {
            int v = column[k] * (VECTORS * LANES);
            double e = value[k] - image(u0, u1, u2, u3, u4, u5, u6, u7, panel, v);
            double we = weight == null ? e : weight[k] * e;
            sum += we * e;
            DoubleVector c = DoubleVector.broadcast(S, we);
            store(0, fma(0, c, u0, load(0, t, v)), t, v);
            store(1, fma(1, c, u1, load(1, t, v)), t, v);
            store(2, fma(2, c, u2, load(2, t, v)), t, v);
            store(3, fma(3, c, u3, load(3, t, v)), t, v);
            store(4, fma(4, c, u4, load(4, t, v)), t, v);
            store(5, fma(5, c, u5, load(5, t, v)), t, v);
            store(6, fma(6, c, u6, load(6, t, v)), t, v);
            store(7, fma(7, c, u7, load(7, t, v)), t, v);
        }
        return sum;
    }

    @Override
    public void addPanelSquares(
            double[] u, double[] panel, int[] column, double[] weight, int from, int to, double[] squares) {
        panelImages(u, panel, column, weight, from, to, squares);
    }

    private static void panelImages(
            double[] u, double[] panel, int[] column, double[] weight, int from, int to, double[] squares) {
        DoubleVector u0 = load(0, u, 0);
        DoubleVector u1 = load(1, u, 0);
        DoubleVector u2 = load(2, u, 0);
        DoubleVector u3 = load(3, u, 0);
        DoubleVector u4 = load(4, u, 0);
        DoubleVector u5 = load(5, u, 0);
        DoubleVector u6 = load(6, u, 0);
        DoubleVector u7 = load(7, u, 0);
        for (int k = from; k < to; k++) {
            double image = image(u0, u1, u2, u3, u4, u5, u6, u7, panel, column[k] * (VECTORS * LANES));
            squares[column[k]] += (weight == null ? image : weight[k] * image) * image;
        }
    }

    /** u·v. */
    private static double image(
            DoubleVector u0,
            DoubleVector u1,
            DoubleVector u2,
            DoubleVector u3,
            DoubleVector u4,
            DoubleVector u5,
            DoubleVector u6,
            DoubleVector u7,
            double[] panel,
            int v) {
        DoubleVector even = u0.mul(load(0, panel, v));
        DoubleVector odd = product(1, u1, load(1, panel, v));
        even = fma(2, u2, load(2, panel, v), even);
        odd = fma(3, u3, load(3, panel, v), odd);
        even = fma(4, u4, load(4, panel, v), even);
        odd = fma(5, u5, load(5, panel, v), odd);
        even = fma(6, u6, load(6, panel, v), even);
        odd = fma(7, u7, load(7, panel, v), odd);
        return total(even, odd);
    }

    @Override
    public void addDots(
            double[] u,
            double[] panel,
            int stride,
            int offset,
            int[] column,
            int from,
            int to,
            double[] sum,
            int start) {
        dots(u, panel, stride, offset, column, from, to, sum, start);
    }

    private static void dots(
            double[] u,
            double[] panel,
            int stride,
            int offset,
            int[] column,
            int from,
            int to,
            double[] sum,
            int start) {
        DoubleVector u0 = load(0, u, offset);
        DoubleVector u1 = load(1, u, offset);
        DoubleVector u2 = load(2, u, offset);
        DoubleVector u3 = load(3, u, offset);
        DoubleVector u4 = load(4, u, offset);
        DoubleVector u5 = load(5, u, offset);
        DoubleVector u6 = load(6, u, offset);
        DoubleVector u7 = load(7, u, offset);
        for (int k = from; k < to; k++) {
            int v = column[k] * stride + offset;
            DoubleVector even = u0.mul(load(0, panel, v));
            DoubleVector odd = product(1, u1, load(1, panel, v));
            even = fma(2, u2, load(2, panel, v), even);
            odd = fma(3, u3, load(3, panel, v), odd);
            even = fma(4, u4, load(4, panel, v), even);
            odd = fma(5, u5, load(5, panel, v), odd);
            even = fma(6, u6, load(6, panel, v), even);
            odd = fma(7, u7, load(7, panel, v), odd);
            sum[start + k - from] += total(even, odd);
        }
    }

    @Override
    public void addCombination(
            double[] c,
            int first,
            double[] panel,
            int stride,
            int offset,
            int[] column,
            int from,
            int to,
            double[] g,
            int target) {
        combination(c, first, panel, stride, offset, column, from, to, g, target);
    }

    private static void combination(
            double[] c,
            int first,
            double[] panel,
            int stride,
            int offset,
            int[] column,
            int from,
            int to,
            double[] g,
            int target) {
        DoubleVector g0 = load(0, g, target);
        DoubleVector g1 = load(1, g, target);
        DoubleVector g2 = load(2, g, target);
        DoubleVector g3 = load(3, g, target);
        DoubleVector g4 = load(4, g, target);
        DoubleVector g5 = load(5, g, target);
        DoubleVector g6 = load(6, g, target);
        DoubleVector g7 = load(7, g, target);
        for (int k = from; k < to; k++) {
            int v = column[k] * stride + offset;
            DoubleVector ck = DoubleVector.broadcast(S, c[first + k - from]);
            g0 = fma(0, ck, load(0, panel, v), g0);
            g1 = fma(1, ck, load(1, panel, v), g1);
            g2 = fma(2, ck, load(2, panel, v), g2);
            g3 = fma(3, ck, load(3, panel, v), g3);
            g4 = fma(4, ck, load(4, panel, v), g4);
            g5 = fma(5, ck, load(5, panel, v), g5);
            g6 = fma(6, ck, load(6, panel, v), g6);
            g7 = fma(7, ck, load(7, panel, v), g7);
        }
        store(0, g0, g, target);
        store(1, g1, g, target);
        store(2, g2, g, target);
        store(3, g3, g, target);
        store(4, g4, g, target);
        store(5, g5, g, target);
        store(6, g6, g, target);
        store(7, g7, g, target);
    }

    @Override
    public void spread(
            double[] c,
            int first,
            double[] u,
            int source,
            int[] column,
            int from,
            int to,
            double[] panel,
            int stride,
            int offset) {
        outer(c, first, u, source, column, from, to, panel, stride, offset);
    }

    private static void outer(
            double[] c,
            int first,
            double[] u,
            int source,
            int[] column,
            int from,
            int to,
            double[] panel,
            int stride,
            int offset) {
        DoubleVector u0 = load(0, u, source);
        DoubleVector u1 = load(1, u, source);
        DoubleVector u2 = load(2, u, source);
        DoubleVector u3 = load(3, u, source);
        DoubleVector u4 = load(4, u, source);
        DoubleVector u5 = load(5, u, source);
        DoubleVector u6 = load(6, u, source);
        DoubleVector u7 = load(7, u, source);
        for (int k = from; k < to; k++) {
            int v = column[k] * stride + offset;
            DoubleVector ck = DoubleVector.broadcast(S, c[first + k - from]);
            store(0, fma(0, ck, u0, load(0, panel, v)), panel, v);
            store(1, fma(1, ck, u1, load(1, panel, v)), panel, v);
            store(2, fma(2, ck, u2, load(2, panel, v)), panel, v);
            store(3, fma(3, ck, u3, load(3, panel, v)), panel, v);
            store(4, fma(4, ck, u4, load(4, panel, v)), panel, v);
            store(5, fma(5, ck, u5, load(5, panel, v)), panel, v);
            store(6, fma(6, ck, u6, load(6, panel, v)), panel, v);
            store(7, fma(7, ck, u7, load(7, panel, v)), panel, v);
        }
    }

    /** Made anew each time: C2 cannot keep in registers what may also be a constant's object. */
    private static DoubleVector zero() {
        return DoubleVector.zero(S);
    }

    private static DoubleVector load(int l, double[] a, int start) {
        return l < VECTORS ? DoubleVector.fromArray(S, a, start + l * LANES) : zero();
    }

    private static void store(int l, DoubleVector x, double[] a, int start) {
        if (l < VECTORS) {
            x.intoArray(a, start + l * LANES);
        }
    }

    private static DoubleVector fma(int l, DoubleVector a, DoubleVector b, DoubleVector c) {
        return l < VECTORS ? a.fma(b, c) : c;
    }

    private static DoubleVector product(int l, DoubleVector a, DoubleVector b) {
        return l < VECTORS ? a.mul(b) : zero();
    }

    private static double total(DoubleVector even, DoubleVector odd) {
        return (VECTORS > 1 ? even.add(odd) : even).reduceLanes(VectorOperators.ADD);
    }
}
