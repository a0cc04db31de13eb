package org.certifact.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.certifact.matrix.PlainMatrix.outer;
import static org.certifact.matrix.PlainMatrix.transposed;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.certifact.matrix.PlacedData;
import org.certifact.matrix.PlainMatrix;
import org.junit.jupiter.api.Test;

class ColumnMergeTest {
    private static final PlacedData PLACED = PlacedData.cells(PlainMatrix.gaussian(6, 5, 1), 2, 1);
    private static final double[][] U = transposed(PlainMatrix.gaussian(6, 2, 2));
    private static final double[][] V = transposed(PlainMatrix.gaussian(5, 2, 3));

    @Test
    void columnsThatPointTheSameWayBecomeOneOfTheSameProduct() {
        double[][] u = transposed(new double[][] {U[0], U[1], times(U[0], 2), times(U[0], 0.1)});
        double[][] v = transposed(new double[][] {V[0], V[1], times(V[0], 3), V[0]});
        Factors merged = merge().of(factors(u, v));
        assertThat(merged.rank()).isEqualTo(2);
        assertSameProduct(merged, u, v);
        assertBalanced(merged);
    }

    @Test
    void whatIsNearlyTheSameBecomesItsBestRankOneApproximation() {
        double[] near = U[0].clone();
        near[0] += 0.05;
        double[][] u = transposed(new double[][] {U[0], near});
        double[][] v = transposed(new double[][] {V[0], times(V[0], 2)});
        Factors merged = merge().of(factors(u, v));
        assertThat(merged.rank()).isEqualTo(1);
        // v is shared, so that the sum has rank one and nothing is lost
        assertSameProduct(merged, u, v);
    }

    @Test
    void columnsThatDifferOrCancelStayApart() {
        double[][] u = transposed(new double[][] {U[0], U[1], U[0], times(U[1], -1)});
        double[][] v = transposed(new double[][] {V[0], V[1], V[1], V[1]});
        Factors merged = merge().of(factors(u, v));
        assertThat(merged.rank()).isEqualTo(4);
        assertSameProduct(merged, u, v);
    }

    @Test
    void pruningDropsWhatWeighsNothingAndMergesNothing() {
        double[][] u = transposed(new double[][] {U[0], times(U[1], 1e-9), new double[6], U[0]});
        double[][] v = transposed(new double[][] {V[0], V[1], V[1], V[0]});
        Factors pruned = merge().pruned(factors(u, v));
        assertThat(pruned.rank()).isEqualTo(2);
        assertThat(PlainMatrix.distance(product(pruned), outer(u, v))).isLessThan(1e-7);
        assertBalanced(pruned);
    }

    @Test
    void ofNothingThereIsNothingToMerge() {
        double[][] u = new double[6][3];
        double[][] v = new double[5][3];
        assertThat(merge().of(factors(u, v)).rank()).isZero();
        Factors none = Factors.of(
                PLACED.matrix().byRows().zeros(0), PLACED.matrix().byColumns().zeros(0));
        assertThat(merge().of(none).rank()).isZero();
        assertThat(merge().pruned(none).rank()).isZero();
    }

    private static ColumnMerge merge() {
        return new ColumnMerge(PLACED.matrix());
    }

    private static Factors factors(double[][] u, double[][] v) {
        return Factors.of(PLACED.u(u), PLACED.v(v));
    }

    private static double[][] product(Factors factors) {
        return outer(PLACED.rowsOf(factors.u()), PLACED.columnsOf(factors.v()));
    }

    private static void assertSameProduct(Factors factors, double[][] u, double[][] v) {
        assertThat(PlainMatrix.distance(product(factors), outer(u, v))).isLessThan(1e-12);
    }

    private static void assertBalanced(Factors factors) {
        double[][] u = transposed(PLACED.rowsOf(factors.u()));
        double[][] v = transposed(PLACED.columnsOf(factors.v()));
        IntStream.range(0, factors.rank())
                .forEach(k -> assertThat(square(u[k])).isCloseTo(square(v[k]), within(1e-12)));
    }

    private static double square(double[] x) {
        return Arrays.stream(x).map(t -> t * t).sum();
    }

    private static double[] times(double[] x, double factor) {
        return Arrays.stream(x).map(t -> factor * t).toArray();
    }
}
