package org.certifact.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import java.util.stream.Collectors;
import org.certifact.SharedSpark;
import org.certifact.linalg.certify.Certificate;
import org.certifact.linalg.certify.Verdict;
import org.certifact.matrix.DenseData;
import org.certifact.matrix.PlacedData;
import org.certifact.solver.Budget;
import org.certifact.solver.CompletionSettings;
import org.certifact.solver.CompletionSolver;
import org.certifact.solver.DescentMethod;
import org.certifact.solver.Factors;
import org.certifact.solver.Outcome;
import org.certifact.solver.Progress;
import org.junit.jupiter.api.Test;

class AlsPeerTest {
    private static final double LAMBDA = 0.1;

    /** So many blocks of columns that some are empty. */
    private static final PlacedData PLACED = PlacedData.of(DenseData.random(12, 5, 0.7, 1), 2, 7, 1);

    @Test
    void itsObjectiveConvergesToOurs() {
        CompletionSolver solver = new CompletionSolver(
                PLACED.matrix(),
                new CompletionSettings(1e-5, Integer.MAX_VALUE, 0, 1, DescentMethod.MAJORIZED),
                Progress.SILENT);
        Outcome<Factors> outcome = solver.solve(LAMBDA, solver.start(), new Budget(null, 5000));
        Certificate best = outcome.certificate();
        int rank = outcome.factors().rank();
        assertThat(outcome.verdict()).isEqualTo(Verdict.CERTIFIED);
        assertThat(rank).isBetween(1, 5);

        double early = objective(rank, 1, 2);
        for (int blocks : new int[] {1, 3}) {
            double late = objective(rank, 25, blocks);
            assertThat(late)
                    .isCloseTo(best.primal(), within(1e-3 * best.primal()))
                    .isLessThan(early)
                    // our lower bound holds for it too, but for the rounding of its floats
                    .isGreaterThan(best.dual() * (1 - 1e-5));
        }
    }

    @Test
    void whatAFitKeepsIsLetGo() {
        Set<Integer> before = kept();
        AlsPeer peer = new AlsPeer(SharedSpark.session(), PLACED.matrix(), LAMBDA, 1);
        Set<Integer> withData = kept();
        AlsFit fit = peer.fit(2, 2, 2);
        assertThat(fit.seconds()).isPositive();
        assertThat(added(before)).isNotEmpty();
        assertThat(added(withData)).isNotEmpty();
        fit.release();
        assertThat(added(withData)).isEmpty();
        peer.unpersist();
        assertThat(added(before)).isEmpty();
    }

    /** Other tests' data may vanish at any time, where nothing refers to them any more. */
    private static Set<Integer> kept() {
        return Set.copyOf(SharedSpark.context().getPersistentRDDs().keySet());
    }

    private static Set<Integer> added(Set<Integer> to) {
        return kept().stream().filter(id -> !to.contains(id)).collect(Collectors.toSet());
    }

    @Test
    void defaultsAndLibrariesAreMllibs() {
        assertThat(AlsPeer.defaultBlocks()).isEqualTo(10);
        assertThat(AlsPeer.libraries())
                .hasSize(2)
                .allSatisfy(name -> assertThat(name).matches("\\w*(BLAS|LAPACK)"));
    }

    private static double objective(int rank, int iterations, int blocks) {
        AlsPeer peer = new AlsPeer(SharedSpark.session(), PLACED.matrix(), LAMBDA, 1);
        AlsFit fit = peer.fit(rank, iterations, blocks);
        double objective = fit.objective(PLACED.matrix(), LAMBDA);
        fit.release();
        peer.unpersist();
        return objective;
    }
}
