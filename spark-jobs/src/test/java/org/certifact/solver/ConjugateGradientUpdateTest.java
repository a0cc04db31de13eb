package org.certifact.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.certifact.matrix.PlainMatrix.gaussian;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.certifact.matrix.DenseData;
import org.certifact.matrix.PlainMatrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConjugateGradientUpdateTest {

    @ParameterizedTest
    @ValueSource(ints = {6, 20, 200})
    void enoughStepsSolveEveryRowExactly(int steps) {
        RowProblem problem = example(4);
        assertThat(PlainMatrix.distance(problem.step(new ConjugateGradientUpdate(0.7, steps)), problem.solution()))
                .isLessThan(1e-10);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void everyFurtherStepBringsARowCloserToItsSolution(int steps) {
        RowProblem problem = example(5);
        double[][] fewer = problem.step(new ConjugateGradientUpdate(0.7, steps - 1));
        double[][] next = problem.step(new ConjugateGradientUpdate(0.7, steps));
        double[][] best = problem.solution();
        for (int i = 0; i < next.length; i++) {
            assertThat(problem.value(i, next[i]))
                    .isLessThan(problem.value(i, fewer[i]))
                    .isGreaterThan(problem.value(i, best[i]) - 1e-12);
        }
    }

    @Property(tries = 200)
    void aRowNeverRises(
            @ForAll @IntRange(min = 1, max = 9) int rank,
            @ForAll @IntRange(min = 1, max = 40) int steps,
            @ForAll @DoubleRange(min = 0.01, max = 3) double mostWeight,
            @ForAll @DoubleRange(min = 0, max = 1) double alpha,
            @ForAll @DoubleRange(min = 0.01, max = 10) double lambda,
            @ForAll long seed) {
        RowProblem problem = new RowProblem(
                DenseData.random(5, 6, 0.4, seed).weighted(mostWeight, seed + 2),
                gaussian(5, rank, seed + 3),
                gaussian(6, rank, seed + 4),
                lambda,
                alpha);
        double[][] next = problem.step(new ConjugateGradientUpdate(lambda, steps));
        for (int i = 0; i < 5; i++) {
            double before = problem.value(i, problem.u()[i]);
            assertThat(problem.value(i, next[i])).isLessThanOrEqualTo(before + 1e-11 * (1 + before));
        }
    }

    private static RowProblem example(int rank) {
        DenseData data = DenseData.random(7, 9, 0.6, 1).weighted(2, 2);
        return new RowProblem(data, gaussian(7, rank, 3), gaussian(9, rank, 4), 0.7, 0.5);
    }
}
