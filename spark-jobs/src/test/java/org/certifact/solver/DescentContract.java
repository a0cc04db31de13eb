package org.certifact.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.certifact.matrix.PlainMatrix.outer;
import static org.certifact.matrix.PlainMatrix.times;
import static org.certifact.matrix.PlainMatrix.transposed;

import org.certifact.linalg.loss.SquaredLoss;
import org.certifact.matrix.DenseData;
import org.certifact.matrix.FactorTable;
import org.certifact.matrix.PlacedData;
import org.certifact.matrix.PlainMatrix;
import org.junit.jupiter.api.Test;

/** What every local method owes. */
abstract class DescentContract {
    private static final double LAMBDA = 1.5;
    private static final PlacedData PLACED =
            PlacedData.of(DenseData.random(20, 14, 0.5, 1).weighted(3, 2), 3, 2, 0.5);

    abstract AlternatingDescent descent(PlacedData placed, double lambda);

    @Test
    void theObjectiveNeverRisesWithoutMomentum() {
        Descent<Factors> descent = descent(PLACED, LAMBDA);
        CompletionProblem problem = new CompletionProblem(PLACED.matrix(), LAMBDA, null, 1);
        Factors factors = problem.prune(start(4));
        double before = objective(factors);
        double first = before;
        for (int sweep = 0; sweep < 8; sweep++) {
            Factors next = sweepWithoutMomentum(descent, factors);
            assertThat(halfSquares(next)).isLessThanOrEqualTo(before * (1 + 1e-12));
            factors = problem.prune(next);
            double after = objective(factors);
            assertThat(after).isLessThanOrEqualTo(before * (1 + 1e-9));
            assertThat(Recheck.of(PLACED.matrix(), factors.u(), factors.v(), new SquaredLoss(), LAMBDA, 1)
                            .primal())
                    .isCloseTo(after, within(1e-10 * after));
            before = after;
        }
        assertThat(before).isLessThan(0.8 * first);
    }

    @Test
    void withMomentumItComesToAStationaryPointOfTheWeightedObjective() {
        Factors start = start(4);
        double before = halfSquares(start);
        Factors end = descent(PLACED, LAMBDA).descend(start, -1, new Budget(null, 40));
        double[][] u = PLACED.rowsOf(end.u());
        double[][] v = PLACED.columnsOf(end.v());

        assertThat(halfSquares(end)).isLessThan(0.8 * before);
        // G V = λ D_r^α U and Gᵀ U = λ D_c^α V
        double[][] gradient = PLACED.dense().gradient(outer(u, v));
        assertThat(PlainMatrix.distance(times(gradient, v), pulled(u, PLACED.dense())))
                .isLessThan(1e-2);
        assertThat(PlainMatrix.distance(
                        times(transposed(gradient), u), pulled(v, PLACED.dense().transposed())))
                .isLessThan(1e-2);
    }

    @Test
    void anOptimumStaysWhereItIs() {
        KnownSvd data = KnownSvd.random(9, 7, 1, 9, 7, 5, 1, 0.5);
        KnownSvd best = data.softened(3);
        PlacedData placed = PlacedData.of(DenseData.full(data.matrix()), 2, 0);
        Factors end =
                descent(placed, 3).descend(Factors.of(placed.u(best.u()), placed.v(best.v())), -1, new Budget(null, 6));
        double[][] product = outer(placed.rowsOf(end.u()), placed.columnsOf(end.v()));
        assertThat(PlainMatrix.distance(product, best.matrix())).isLessThan(1e-12);
    }

    @Test
    void itStopsWhenTheGapInTheSpanIsSmallEnoughOrTheBudgetEnds() {
        Budget unused = new Budget(null, 50);
        descent(PLACED, LAMBDA).descend(start(4), Double.POSITIVE_INFINITY, unused);
        assertThat(unused.sweeps()).isEqualTo(1);

        Budget little = new Budget(null, 3);
        descent(PLACED, LAMBDA).descend(start(4), -1, little);
        assertThat(little.sweeps()).isEqualTo(3);
    }

    @Test
    void noColumnsAreLeftAlone() {
        Factors zero = new CompletionProblem(PLACED.matrix(), LAMBDA, null, 1).zero();
        assertThat(descent(PLACED, LAMBDA).descend(zero, -1, new Budget(null, 3)))
                .isSameAs(zero);
    }

    private static Factors sweepWithoutMomentum(Descent<Factors> descent, Factors factors) {
        return descent.descend(Factors.of(factors.u(), factors.v()), Double.POSITIVE_INFINITY, new Budget(null, 1));
    }

    private static Factors start(int rank) {
        return Factors.of(
                FactorTable.random(PLACED.matrix().rowIds(), rank, 1, 3),
                FactorTable.random(PLACED.matrix().columnIds(), rank, 1, 4));
    }

    private static double objective(Factors factors) {
        return PLACED.dense()
                .objective(PLACED.rowsOf(factors.u()), PLACED.columnsOf(factors.v()), LAMBDA, PLACED.alpha());
    }

    private static double halfSquares(Factors factors) {
        return PLACED.dense()
                .halfSquares(PLACED.rowsOf(factors.u()), PLACED.columnsOf(factors.v()), LAMBDA, PLACED.alpha());
    }

    /** λ D^α U. */
    private static double[][] pulled(double[][] u, DenseData data) {
        double[][] out = new double[u.length][u[0].length];
        for (int i = 0; i < u.length; i++) {
            for (int l = 0; l < u[i].length; l++) {
                out[i][l] = LAMBDA * Math.pow(data.rowCount(i), PLACED.alpha()) * u[i][l];
            }
        }
        return out;
    }
}
