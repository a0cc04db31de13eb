package org.certifact.ml.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.certifact.linalg.certify.Atoms;
import org.certifact.linalg.certify.BoundKind;
import org.certifact.linalg.certify.Certificate;
import org.certifact.linalg.certify.PolarBound;
import org.certifact.solver.Budget;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final PolarBound POLAR = new PolarBound(1, 1, BoundKind.DETERMINISTIC, 0, Atoms.none(), 1);

    private final Budget budget = new Budget(null, 10);

    @Test
    void whatCertificatesTookIsKnownOfEachAndOfAll() throws InterruptedException {
        History history = run();
        assertThat(history.iterations())
                .extracting(i -> i.certifySeconds() != null)
                .containsExactly(false, true);
        double took = history.iterations().get(1).certifySeconds();
        assertThat(took).isGreaterThanOrEqualTo(0.01).isLessThanOrEqualTo(budget.seconds());
        assertThat(history.certifySeconds()).isEqualTo(took);
    }

    @Test
    void whatTheyTookBeforeACheckpointCountsToo() throws InterruptedException {
        History before = run();
        History after = run();
        double took = before.certifySeconds() + after.certifySeconds();
        after.resume(before.iterations());
        assertThat(after.certifySeconds()).isCloseTo(took, within(1e-12));
    }

    /** A sweep, and a certificate that takes ten milliseconds. */
    private History run() throws InterruptedException {
        History history = new History(History.Watcher.NONE);
        history.begins(1);
        history.swept(budget, 1, 2);
        Thread.sleep(10);
        history.certified(budget, 1, new Certificate(2, 1, POLAR, 1), Optional.empty());
        return history;
    }
}
