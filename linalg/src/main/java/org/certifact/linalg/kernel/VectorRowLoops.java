package org.certifact.linalg.kernel;

import java.lang.constant.ConstantDescs;
import java.lang.invoke.MethodHandles;
import java.util.Objects;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.certifact.linalg.block.SparseBlock;

/**
 * The loops over a row for a strip of {@code VECTORS} vectors, which stay in registers.
 *
 * <p>This class is a template, see {@link VectorTemplate}: C2 keeps vectors in registers only as local variables of a known
 * number, so {@code VECTORS} is a constant of each copy, and what stands behind {@code VECTORS > 3} is compiled or is not
 * there. The loops take one entry at a time. The processor overlaps entries by itself, and more of them in one method are
 * more than C2 is willing to inline (it then allocates every vector). They are methods of their own, called once a row, so
 * that they are soon compiled as a whole and not in the midst of a loop.
 *
 * <p>A vector is cast to {@code TYPE} before one of its methods is called. C2 then knows the method; else it goes by what
 * the JVM has called so far, and where that was nothing (the end of a loop over long rows) or vectors of other lengths, it
 * allocates every vector of the loop. A gradient's sums begin at zero and are added to what is there at the end: where they begin
 * with what is there, C2 makes long rows as slow as plain loops are. Where a sum goes to is an argument of its own, though it be that
 * of the row: C2 takes one for the other where it can, keeps the places of all vectors in registers meanwhile, and fetches
 * the arrays of the loop itself from elsewhere for every entry. Past 18,000 nodes C2 inlines no method of ours, only those of the Vector API: what
 * comes last in the long loops calls these.
 */
final class VectorRowLoops implements VectorLoops {
    /** Vectors of the widest strip: a row, its gradient and a panel row then fill three quarters of 32 registers. */
    static final int WIDEST = 8;

    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = S.length();
    private static final int VECTORS = vectors();
    private static final int WIDTH = VECTORS * LANES;

    /** What a vector is cast to before its methods are called, see above. */
    private static final Class<? extends DoubleVector> TYPE =
            DoubleVector.zero(S).getClass();

    private static int vectors() {
        try {
            return MethodHandles.classData(MethodHandles.lookup(), ConstantDescs.DEFAULT_NAME, Integer.class);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("a class may read its own data", e);
        }
    }

    @Override
    public double addGradient(
            SparseBlock block, boolean zeros, int first, int last, double[] rows, int row, double[] panel, double[] g) {
        int[] start = block.starts();
        int[] column = block.columns();
        double[] value = zeros ? null : block.values();
        double[] weight = block.weights();
        double sum = 0;
        for (int s = first, at = row * WIDTH; s < last; s++, at += WIDTH) {
            sum += gradients(column, value, weight, start[s], start[s + 1], rows, at, panel, g, at);
        }
        return sum;
    }

    private static double gradients(
            int[] column,
            double[] value,
            double[] weight,
            int from,
            int to,
            double[] rows,
            int at,
            double[] panel,
            double[] g,
            int target) {
        DoubleVector u0 = load(0, rows, at);
        DoubleVector u1 = load(1, rows, at);
        DoubleVector u2 = load(2, rows, at);
        DoubleVector u3 = load(3, rows, at);
        DoubleVector u4 = load(4, rows, at);
        DoubleVector u5 = load(5, rows, at);
        DoubleVector u6 = load(6, rows, at);
        DoubleVector u7 = load(7, rows, at);
        DoubleVector g0 = zero();
        DoubleVector g1 = zero();
        DoubleVector g2 = zero();
        DoubleVector g3 = zero();
        DoubleVector g4 = zero();
        DoubleVector g5 = zero();
        DoubleVector g6 = zero();
        DoubleVector g7 = zero();
        DoubleVector squares = zero();
        for (int k = from; k < to; k++) {
            int v = place(column[k] * WIDTH);
            DoubleVector v0 = load(0, panel, v);
            DoubleVector v1 = load(1, panel, v);
            DoubleVector v2 = load(2, panel, v);
            DoubleVector v3 = load(3, panel, v);
            DoubleVector v4 = load(4, panel, v);
            DoubleVector v5 = load(5, panel, v);
            DoubleVector v6 = load(6, panel, v);
            DoubleVector v7 = load(7, panel, v);
            // two chains of sums wait half as long as one
            DoubleVector even = fma(6, v6, u6, fma(4, v4, u4, fma(2, v2, u2, product(0, v0, u0))));
            DoubleVector odd = fma(7, v7, u7, fma(5, v5, u5, fma(3, v3, u3, product(1, v1, u1))));
            DoubleVector image = VectorLanes.everywhere(sum(even, odd));
            DoubleVector e = TYPE.cast(DoubleVector.broadcast(S, value == null ? 0 : value[k]))
                    .sub(image);
            DoubleVector c = TYPE.cast(weight == null ? e : TYPE.cast(e).mul(weight[k]));
            squares = c.fma(e, squares);
            g0 = c.fma(v0, g0);
            g1 = VECTORS > 1 ? c.fma(v1, g1) : g1;
            g2 = VECTORS > 2 ? c.fma(v2, g2) : g2;
            g3 = VECTORS > 3 ? c.fma(v3, g3) : g3;
            g4 = VECTORS > 4 ? c.fma(v4, g4) : g4;
            g5 = VECTORS > 5 ? c.fma(v5, g5) : g5;
            g6 = VECTORS > 6 ? c.fma(v6, g6) : g6;
            g7 = VECTORS > 7 ? c.fma(v7, g7) : g7;
        }
        TYPE.cast(TYPE.cast(g0).add(DoubleVector.fromArray(S, g, target))).intoArray(g, target);
        if (VECTORS > 1) {
            TYPE.cast(TYPE.cast(g1).add(DoubleVector.fromArray(S, g, target + LANES)))
                    .intoArray(g, target + LANES);
        }
        if (VECTORS > 2) {
            TYPE.cast(TYPE.cast(g2).add(DoubleVector.fromArray(S, g, target + 2 * LANES)))
                    .intoArray(g, target + 2 * LANES);
        }
        if (VECTORS > 3) {
            TYPE.cast(TYPE.cast(g3).add(DoubleVector.fromArray(S, g, target + 3 * LANES)))
                    .intoArray(g, target + 3 * LANES);
        }
        if (VECTORS > 4) {
            TYPE.cast(TYPE.cast(g4).add(DoubleVector.fromArray(S, g, target + 4 * LANES)))
                    .intoArray(g, target + 4 * LANES);
        }
        if (VECTORS > 5) {
            TYPE.cast(TYPE.cast(g5).add(DoubleVector.fromArray(S, g, target + 5 * LANES)))
                    .intoArray(g, target + 5 * LANES);
        }
        if (VECTORS > 6) {
            TYPE.cast(TYPE.cast(g6).add(DoubleVector.fromArray(S, g, target + 6 * LANES)))
                    .intoArray(g, target + 6 * LANES);
        }
        if (VECTORS > 7) {
            TYPE.cast(TYPE.cast(g7).add(DoubleVector.fromArray(S, g, target + 7 * LANES)))
                    .intoArray(g, target + 7 * LANES);
        }
        return TYPE.cast(squares).lane(0);
    }

    @Override
    public void addSquares(
            SparseBlock block, int first, int last, double[] rows, int row, double[] panel, double[] squares, int to) {
        int[] start = block.starts();
        int[] column = block.columns();
        double[] weight = block.weights();
        for (int s = first, at = row * WIDTH; s < last; s++, at += WIDTH) {
            squares[to + s - first] += squares(column, weight, start[s], start[s + 1], rows, at, panel);
        }
    }

    private static double squares(
            int[] column, double[] weight, int from, int to, double[] rows, int at, double[] panel) {
        DoubleVector u0 = load(0, rows, at);
        DoubleVector u1 = load(1, rows, at);
        DoubleVector u2 = load(2, rows, at);
        DoubleVector u3 = load(3, rows, at);
        DoubleVector u4 = load(4, rows, at);
        DoubleVector u5 = load(5, rows, at);
        DoubleVector u6 = load(6, rows, at);
        DoubleVector u7 = load(7, rows, at);
        DoubleVector sum = zero();
        for (int k = from; k < to; k++) {
            DoubleVector image = image(u0, u1, u2, u3, u4, u5, u6, u7, panel, place(column[k] * WIDTH));
            DoubleVector c = TYPE.cast(weight == null ? image : TYPE.cast(image).mul(weight[k]));
            sum = c.fma(image, sum);
        }
        return TYPE.cast(sum).lane(0);
    }

    @Override
    public void residual(
            SparseBlock block, int first, int last, double[] rows, int row, double[] panel, double[] residual) {
        int[] start = block.starts();
        int[] column = block.columns();
        double[] value = block.values();
        for (int s = first, at = row * WIDTH; s < last; s++, at += WIDTH) {
            residuals(column, value, start[s], start[s + 1], rows, at, panel, residual);
        }
    }

    private static void residuals(
            int[] column, double[] value, int from, int to, double[] rows, int at, double[] panel, double[] residual) {
        DoubleVector u0 = load(0, rows, at);
        DoubleVector u1 = load(1, rows, at);
        DoubleVector u2 = load(2, rows, at);
        DoubleVector u3 = load(3, rows, at);
        DoubleVector u4 = load(4, rows, at);
        DoubleVector u5 = load(5, rows, at);
        DoubleVector u6 = load(6, rows, at);
        DoubleVector u7 = load(7, rows, at);
        for (int k = from; k < to; k++) {
            DoubleVector image = image(u0, u1, u2, u3, u4, u5, u6, u7, panel, place(column[k] * WIDTH));
            residual[k] = value[k] - TYPE.cast(image).lane(0);
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
        int[] start = block.starts();
        int[] column = block.columns();
        double[] value = zeros ? null : block.values();
        double[] weight = block.weights();
        double sum = 0;
        for (int s = first, at = row * WIDTH; s < last; s++, at += WIDTH) {
            sum += panelGradient(column, value, weight, start[s], start[s + 1], rows, at, panel, out);
        }
        return sum;
    }

    private static double panelGradient(
            int[] column,
            double[] value,
            double[] weight,
            int from,
            int to,
            double[] rows,
            int at,
            double[] panel,
            double[] out) {
        DoubleVector u0 = load(0, rows, at);
        DoubleVector u1 = load(1, rows, at);
        DoubleVector u2 = load(2, rows, at);
        DoubleVector u3 = load(3, rows, at);
        DoubleVector u4 = load(4, rows, at);
        DoubleVector u5 = load(5, rows, at);
        DoubleVector u6 = load(6, rows, at);
        DoubleVector u7 = load(7, rows, at);
        DoubleVector squares = zero();
        for (int k = from; k < to; k++) {
            int v = place(column[k] * WIDTH);
            DoubleVector image = image(u0, u1, u2, u3, u4, u5, u6, u7, panel, v);
            DoubleVector e = TYPE.cast(DoubleVector.broadcast(S, value == null ? 0 : value[k]))
                    .sub(image);
            DoubleVector c = TYPE.cast(weight == null ? e : TYPE.cast(e).mul(weight[k]));
            squares = c.fma(e, squares);
            TYPE.cast(c.fma(u0, DoubleVector.fromArray(S, out, v))).intoArray(out, v);
            if (VECTORS > 1) {
                TYPE.cast(c.fma(u1, DoubleVector.fromArray(S, out, v + LANES))).intoArray(out, v + LANES);
            }
            if (VECTORS > 2) {
                TYPE.cast(c.fma(u2, DoubleVector.fromArray(S, out, v + 2 * LANES)))
                        .intoArray(out, v + 2 * LANES);
            }
            if (VECTORS > 3) {
                TYPE.cast(c.fma(u3, DoubleVector.fromArray(S, out, v + 3 * LANES)))
                        .intoArray(out, v + 3 * LANES);
            }
            if (VECTORS > 4) {
                TYPE.cast(c.fma(u4, DoubleVector.fromArray(S, out, v + 4 * LANES)))
                        .intoArray(out, v + 4 * LANES);
            }
            if (VECTORS > 5) {
                TYPE.cast(c.fma(u5, DoubleVector.fromArray(S, out, v + 5 * LANES)))
                        .intoArray(out, v + 5 * LANES);
            }
            if (VECTORS > 6) {
                TYPE.cast(c.fma(u6, DoubleVector.fromArray(S, out, v + 6 * LANES)))
                        .intoArray(out, v + 6 * LANES);
            }
            if (VECTORS > 7) {
                TYPE.cast(c.fma(u7, DoubleVector.fromArray(S, out, v + 7 * LANES)))
                        .intoArray(out, v + 7 * LANES);
            }
        }
        return TYPE.cast(squares).lane(0);
    }

    @Override
    public void addTimes(SparseBlock block, int first, int last, double[] x, double[] y, int row) {
        int[] start = block.starts();
        int[] column = block.columns();
        double[] value = block.values();
        for (int s = first, at = row * WIDTH; s < last; s++, at += WIDTH) {
            combination(value, start[s], x, WIDTH, 0, column, start[s], start[s + 1], y, at, at);
        }
    }

    @Override
    public void addTransposeTimes(SparseBlock block, int first, int last, double[] y, int row, double[] x) {
        int[] start = block.starts();
        int[] column = block.columns();
        double[] value = block.values();
        for (int s = first, at = row * WIDTH; s < last; s++, at += WIDTH) {
            outer(value, start[s], y, at, column, start[s], start[s + 1], x, WIDTH, 0);
        }
    }

    @Override
    public void addGramTimes(SparseBlock block, int first, int last, double[] x, double[] out) {
        int[] start = block.starts();
        int[] column = block.columns();
        double[] value = block.values();
        for (int s = first; s < last; s++) {
            gramTimes(column, value, start[s], start[s + 1], x, out);
        }
    }

    private static void gramTimes(int[] column, double[] value, int from, int to, double[] x, double[] out) {
        DoubleVector y0 = zero();
        DoubleVector y1 = zero();
        DoubleVector y2 = zero();
        DoubleVector y3 = zero();
        DoubleVector y4 = zero();
        DoubleVector y5 = zero();
        DoubleVector y6 = zero();
        DoubleVector y7 = zero();
        for (int k = from; k < to; k++) {
            int v = place(column[k] * WIDTH);
            DoubleVector c = TYPE.cast(DoubleVector.broadcast(S, value[k]));
            y0 = fma(0, c, load(0, x, v), y0);
            y1 = fma(1, c, load(1, x, v), y1);
            y2 = fma(2, c, load(2, x, v), y2);
            y3 = fma(3, c, load(3, x, v), y3);
            y4 = fma(4, c, load(4, x, v), y4);
            y5 = fma(5, c, load(5, x, v), y5);
            y6 = fma(6, c, load(6, x, v), y6);
            y7 = fma(7, c, load(7, x, v), y7);
        }
        for (int k = from; k < to; k++) {
            int v = place(column[k] * WIDTH);
            DoubleVector c = TYPE.cast(DoubleVector.broadcast(S, value[k]));
            store(0, fma(0, c, y0, load(0, out, v)), out, v);
            store(1, fma(1, c, y1, load(1, out, v)), out, v);
            store(2, fma(2, c, y2, load(2, out, v)), out, v);
            store(3, fma(3, c, y3, load(3, out, v)), out, v);
            store(4, fma(4, c, y4, load(4, out, v)), out, v);
            store(5, fma(5, c, y5, load(5, out, v)), out, v);
            store(6, fma(6, c, y6, load(6, out, v)), out, v);
            store(7, fma(7, c, y7, load(7, out, v)), out, v);
        }
    }

    /** u·v, in every lane. */
    private static DoubleVector image(
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
        DoubleVector even = product(0, load(0, panel, v), u0);
        DoubleVector odd = product(1, load(1, panel, v), u1);
        even = fma(2, load(2, panel, v), u2, even);
        odd = fma(3, load(3, panel, v), u3, odd);
        even = fma(4, load(4, panel, v), u4, even);
        odd = fma(5, load(5, panel, v), u5, odd);
        even = fma(6, load(6, panel, v), u6, even);
        odd = fma(7, load(7, panel, v), u7, odd);
        return VectorLanes.everywhere(sum(even, odd));
    }

    @Override
    public void addDots(
            double[] u,
            int source,
            double[] panel,
            int stride,
            int offset,
            int[] column,
            int from,
            int to,
            double[] sum,
            int start) {
        dots(u, source, panel, stride, offset, column, from, to, sum, start);
    }

    private static void dots(
            double[] u,
            int source,
            double[] panel,
            int stride,
            int offset,
            int[] column,
            int from,
            int to,
            double[] sum,
            int start) {
        DoubleVector u0 = load(0, u, source);
        DoubleVector u1 = load(1, u, source);
        DoubleVector u2 = load(2, u, source);
        DoubleVector u3 = load(3, u, source);
        DoubleVector u4 = load(4, u, source);
        DoubleVector u5 = load(5, u, source);
        DoubleVector u6 = load(6, u, source);
        DoubleVector u7 = load(7, u, source);
        for (int k = from; k < to; k++) {
            int v = place(column[k] * stride + offset);
            DoubleVector even = product(0, load(0, panel, v), u0);
            DoubleVector odd = product(1, load(1, panel, v), u1);
            even = fma(2, load(2, panel, v), u2, even);
            odd = fma(3, load(3, panel, v), u3, odd);
            even = fma(4, load(4, panel, v), u4, even);
            odd = fma(5, load(5, panel, v), u5, odd);
            even = fma(6, load(6, panel, v), u6, even);
            odd = fma(7, load(7, panel, v), u7, odd);
            sum[start + k - from] +=
                    TYPE.cast(VectorLanes.everywhere(sum(even, odd))).lane(0);
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
        combination(c, first, panel, stride, offset, column, from, to, g, target, target);
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
            int source,
            int target) {
        DoubleVector g0 = load(0, g, source);
        DoubleVector g1 = load(1, g, source);
        DoubleVector g2 = load(2, g, source);
        DoubleVector g3 = load(3, g, source);
        DoubleVector g4 = load(4, g, source);
        DoubleVector g5 = load(5, g, source);
        DoubleVector g6 = load(6, g, source);
        DoubleVector g7 = load(7, g, source);
        for (int k = from; k < to; k++) {
            int v = place(column[k] * stride + offset);
            DoubleVector ck = TYPE.cast(DoubleVector.broadcast(S, c[first + k - from]));
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
            int v = place(column[k] * stride + offset);
            DoubleVector ck = TYPE.cast(DoubleVector.broadcast(S, c[first + k - from]));
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

    /**
     * A place in an array at which a strip begins. That no place in the strip overflows an int is what C2 must know to reach
     * every vector from one register, where it otherwise adds and extends an index for each.
     */
    private static int place(int start) {
        return Objects.checkIndex(start, Integer.MAX_VALUE - WIDTH);
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
            TYPE.cast(x).intoArray(a, start + l * LANES);
        }
    }

    private static DoubleVector fma(int l, DoubleVector a, DoubleVector b, DoubleVector c) {
        return l < VECTORS ? TYPE.cast(a).fma(b, c) : c;
    }

    private static DoubleVector product(int l, DoubleVector a, DoubleVector b) {
        return l < VECTORS ? TYPE.cast(a).mul(b) : zero();
    }

    private static DoubleVector sum(DoubleVector even, DoubleVector odd) {
        return VECTORS > 1 ? TYPE.cast(even).add(odd) : even;
    }
}
