package org.certifact.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.certifact.datasets.PlantedRatings;
import org.certifact.linalg.certify.Verdict;
import org.certifact.matrix.BlockMatrix;
import org.certifact.solver.Budget;
import org.certifact.solver.CompletionSettings;
import org.certifact.solver.CompletionSolver;
import org.certifact.solver.DescentMethod;
import org.certifact.solver.Factors;
import org.certifact.solver.Outcome;
import org.certifact.solver.Progress;
import org.junit.jupiter.api.Test;

/** What the generator plants is there to be found. */
class PlantedRankTest {
    private static final PlantedRatings SPEC =
            PlantedRatings.of(150, 60, 4500).withRank(2).withNoise(0);

    @Test
    void withoutNoiseTheRankFoundIsThatPlanted() {
        Outcome<Factors> outcome = solve(SPEC);
        // the planted two, the effects of rows and of columns, and a little for the tolerance
        assertThat(outcome.factors().rank()).isBetween(3, 6);
        assertThat(solve(SPEC.withNoise(0.5)).factors().rank()).isGreaterThan(10);
    }

    private static Outcome<Factors> solve(PlantedRatings spec) {
        BlockMatrix data = GeneratedMatrix.of(spec, 0);
        CompletionSettings settings = new CompletionSettings(2e-2, Integer.MAX_VALUE, 0, 1, DescentMethod.MAJORIZED);
        CompletionSolver solver = new CompletionSolver(data, settings, Progress.SILENT);
        Outcome<Factors> outcome = solver.solve(2, solver.start(), new Budget(null, 2000));
        assertThat(outcome.verdict()).isEqualTo(Verdict.CERTIFIED);
        return outcome;
    }
}
