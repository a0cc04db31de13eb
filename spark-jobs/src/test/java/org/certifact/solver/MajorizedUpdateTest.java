package org.certifact.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.certifact.matrix.PlainMatrix.flat;
import static org.certifact.matrix.PlainMatrix.gaussian;
import static org.certifact.matrix.PlainMatrix.times;
import static org.certifact.matrix.PlainMatrix.transposed;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.certifact.matrix.DenseData;
import org.certifact.matrix.PlainMatrix;
import org.junit.jupiter.api.Test;

class MajorizedUpdateTest {

    /**
     * With the gradient t and the step δ = M⁻¹t of a majorizer f(u) − tᵀδ + ½ δᵀMδ, every row's objective falls by
     * ½ tᵀδ at least. More columns of V than rows make VᵀV singular.
     */
    @Property(tries = 400)
    void everyRowFallsByWhatTheMajorizerPromises(
            @ForAll @IntRange(min = 2, max = 8) int rows,
            @ForAll @IntRange(min = 2, max = 8) int columns,
            @ForAll @IntRange(min = 1, max = 9) int rank,
            @ForAll @DoubleRange(min = 0.01, max = 3) double mostWeight,
            @ForAll @DoubleRange(min = 0, max = 1) double alpha,
            @ForAll @DoubleRange(min = 0.01, max = 10) double lambda,
            @ForAll long seed) {
        RowProblem problem = new RowProblem(
                DenseData.random(rows, columns, 0.4, seed).weighted(mostWeight, seed + 2),
                gaussian(rows, rank, seed + 3),
                gaussian(columns, rank, seed + 4),
                lambda,
                alpha);
        double[][] next = problem.step(new MajorizedUpdate(lambda));
        for (int i = 0; i < rows; i++) {
            double promised = 0;
            double[] gradient = problem.gradient(i);
            for (int l = 0; l < rank; l++) {
                promised += 0.5 * gradient[l] * (next[i][l] - problem.u()[i][l]);
            }
            double before = problem.value(i, problem.u()[i]);
            assertThat(promised).isGreaterThanOrEqualTo(0);
            assertThat(problem.value(i, next[i])).isLessThanOrEqualTo(before - promised + 1e-11 * (1 + before));
        }
    }

    @Property(tries = 200)
    void noLongerAndNoShorterStepAlongTheSameWayIsBetter(
            @ForAll @IntRange(min = 1, max = 5) int rank,
            @ForAll @DoubleRange(min = 0, max = 1) double alpha,
            @ForAll long seed) {
        RowProblem problem = new RowProblem(
                DenseData.random(6, 8, 0.4, seed).weighted(2, seed + 2),
                gaussian(6, rank, seed + 3),
                gaussian(8, rank, seed + 4),
                0.3,
                alpha);
        double[][] next = problem.step(new MajorizedUpdate(0.3));
        RowProblem there = new RowProblem(problem.data(), next, problem.v(), problem.lambda(), problem.alpha());
        for (int i = 0; i < 6; i++) {
            double slope = 0;
            double size = 0;
            for (int l = 0; l < rank; l++) {
                double step = next[i][l] - problem.u()[i][l];
                slope += step * there.gradient(i)[l];
                size += Math.abs(step * problem.gradient(i)[l]);
            }
            assertThat(slope).isCloseTo(0, within(1e-10 * (1e-3 + size)));
        }
    }

    @Test
    void withEveryEntrySeenAndWeightsOneTheStepIsExact() {
        RowProblem problem =
                new RowProblem(DenseData.full(gaussian(6, 9, 1)), gaussian(6, 3, 2), gaussian(9, 3, 3), 0.7, 0);
        assertThat(PlainMatrix.distance(problem.step(new MajorizedUpdate(0.7)), problem.solution()))
                .isLessThan(1e-12);
    }

    @Test
    void aRowWithOneEntryTakesTheExactStepHoweverLargeOtherWeightsAre() {
        // the one direction that matters is an eigenvector where the rows of V are orthogonal, and its length is exact
        double[][] v = {{2, 0}, {0, 3}};
        DenseData data =
                DenseData.full(new double[][] {{1, 2}, {3, 4}}).seen(0, 1).weighted(2, 2);
        double[][] u = gaussian(2, 2, 3);
        for (int i = 0; i < 2; i++) {
            // along the coordinate that nothing is seen of, the way is longer, and one length serves both
            u[i][data.weight(i, 0) > 0 ? 1 : 0] = 0;
        }
        RowProblem problem = new RowProblem(data, u, v, 0.5, 1);
        double[][] next = problem.step(new MajorizedUpdate(0.5).prepare(flat(times(transposed(v), v)), 2, 100));
        for (int i = 0; i < 2; i++) {
            assertThat(data.rowCount(i)).isEqualTo(1);
            int seen = data.weight(i, 0) > 0 ? 0 : 1;
            assertThat(Math.abs(next[i][seen] - problem.solution()[i][seen])).isLessThan(1e-12);
        }
    }

    @Test
    void theCurvatureIsTheMeanOfItsAverageAndItsTraceUpToTheLargestWeight() {
        MajorizedUpdate.EigenStep step = new MajorizedUpdate(0.5).prepare(flat(gaussianGram(4)), 4, 3);

        assertThat(step.curvatures(new double[] {0, 2, 100}, 0)).containsExactly(0, 1, 3);
        assertThat(step.curvatures(new double[] {0, 2, 100}, 1)).containsExactly(1, 2, 3);
    }

    private static double[][] gaussianGram(int rank) {
        double[][] v = gaussian(9, rank, 5);
        return times(transposed(v), v);
    }

    @Test
    void whereVIsZeroTheRowsGoToZero() {
        RowProblem problem =
                new RowProblem(DenseData.full(gaussian(4, 3, 1)), gaussian(4, 2, 2), new double[3][2], 0.5, 0);
        assertThat(PlainMatrix.distance(problem.step(new MajorizedUpdate(0.5)), new double[4][2]))
                .isLessThan(1e-15);
    }
}
