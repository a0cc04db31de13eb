package org.certifact.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.certifact.matrix.PlainMatrix.gaussian;
import static org.certifact.matrix.PlainMatrix.outer;

import java.util.Comparator;
import java.util.List;
import org.certifact.linalg.loss.SquaredLoss;
import org.certifact.matrix.DenseData;
import org.certifact.matrix.PlacedSplit;
import org.junit.jupiter.api.Test;

/** Rank 2 and noise, 60 % seen, a fifth of that held out. */
class LambdaPathTest {
    private static final int ROWS = 40;
    private static final int COLUMNS = 25;

    /** Made in the constructor: a class that runs Spark while it initializes waits for tasks that wait for it. */
    private final PlacedSplit split = PlacedSplit.of(noisy().seen(0.6, 5), e -> e.source() % 5 == 0, 2);

    @Test
    void theBestLambdaOnThePathIsNearlyTheBestOfAFineGrid() {
        List<LambdaPath.Step> path = walk(new Budget(null, 1000));
        LambdaPath.Step best = path.stream()
                .min(Comparator.comparingDouble(LambdaPath.Step::error))
                .orElseThrow();

        double lambda =
                DenseDual.at(split.training(), new double[ROWS][COLUMNS], 0).polar();
        double[][] x = new double[ROWS][COLUMNS];
        double finest = Double.POSITIVE_INFINITY;
        for (int k = 0; k < 40; k++) {
            lambda *= 0.93;
            x = SoftImpute.solve(split.training(), lambda, x, 1e-4).x();
            finest = Math.min(finest, split.heldOutError(x));
        }
        assertThat(best.error())
                .isLessThan(1.02 * finest)
                .isLessThan(0.5 * split.heldOutError(new double[ROWS][COLUMNS]));
        assertThat(best.rank()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void lambdaIsHalvedUntilTheErrorRisesAndThenLookedForMoreClosely() {
        List<LambdaPath.Step> path = walk(new Budget(null, 1000));
        double lambda =
                DenseDual.at(split.training(), new double[ROWS][COLUMNS], 0).polar();
        int coarse = path.size() - 4;
        for (int k = 0; k < coarse; k++) {
            lambda *= 0.5;
            assertThat(path.get(k).lambda()).isCloseTo(lambda, within(0.01 * lambda));
            if (k > 0) {
                assertThat(path.get(k).error() < path.get(k - 1).error()).isEqualTo(k < coarse - 1);
            }
        }
        double middle = path.get(coarse - 2).lambda();
        assertThat(path.get(coarse).lambda()).isCloseTo(middle * Math.sqrt(2), within(1e-9));
        assertThat(path.get(coarse + 1).lambda()).isCloseTo(middle / Math.sqrt(2), within(1e-9));
        LambdaPath.Step second = path.subList(0, coarse + 2).stream()
                .min(Comparator.comparingDouble(LambdaPath.Step::error))
                .orElseThrow();
        assertThat(path.get(coarse + 2).lambda()).isCloseTo(second.lambda() * Math.pow(2, 0.25), within(1e-9));
        assertThat(path.get(coarse + 3).lambda()).isCloseTo(second.lambda() / Math.pow(2, 0.25), within(1e-9));
        assertThat(path).allSatisfy(step -> assertThat(step.relativeGap()).isLessThanOrEqualTo(1e-2));
    }

    @Test
    void aSpentBudgetEndsThePath() {
        assertThat(walk(new Budget(null, 3)).size()).isBetween(1, 3);
    }

    private List<LambdaPath.Step> walk(Budget budget) {
        return LambdaPath.walk(
                split.matrix(),
                new SquaredLoss(),
                split.heldOut(),
                new CompletionSettings(1e-3, 100, 0, 1, DescentMethod.MAJORIZED),
                Progress.SILENT,
                budget);
    }

    private static DenseData noisy() {
        double[][] y = outer(gaussian(ROWS, 2, 1), gaussian(COLUMNS, 2, 2));
        double[][] noise = gaussian(ROWS, COLUMNS, 3);
        for (int i = 0; i < ROWS; i++) {
            for (int j = 0; j < COLUMNS; j++) {
                y[i][j] += 0.3 * noise[i][j];
            }
        }
        return DenseData.full(y);
    }
}
