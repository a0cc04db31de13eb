package org.certifact.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import org.certifact.linalg.loss.SquaredLoss;
import org.certifact.matrix.DenseData;
import org.certifact.matrix.PlacedData;
import org.junit.jupiter.api.Test;

/** Many sweeps leave nothing behind. {@code -Dcertifact.sweeps=2000} does more of them. */
class LongRunTest {
    private static final int SWEEPS = Integer.getInteger("certifact.sweeps", 600);

    /** What the JVM and Spark may come to keep between two looks, such as compiled code and records of the last jobs. */
    private static final long SLACK = 8L << 20;

    @Test
    void heapAndLineageStayAsTheyWereHalfWay() {
        PlacedData placed = PlacedData.of(DenseData.random(8, 6, 0.7, 1), 1, 0);
        CompletionSolver solver = new CompletionSolver(
                placed.matrix(), new CompletionSettings(1e-9, 100, 2, 1, DescentMethod.MAJORIZED), Progress.SILENT);
        AlternatingDescent descent = AlternatingDescent.spread(
                placed.matrix(),
                new SquaredLoss(),
                DescentMethod.MAJORIZED.update(0.5),
                0.5,
                new Lineage(),
                Progress.SILENT);

        Factors factors = descent.descend(solver.start(), -1, new Budget(null, SWEEPS / 2));
        long before = heap();
        factors = descent.descend(factors, -1, new Budget(null, SWEEPS - SWEEPS / 2));

        assertThat(heap() - before).isLessThan(SLACK);
        assertThat(LineageTest.depth(factors)).isLessThan(60);
    }

    /** Bytes in use after a full collection, and another once Spark has let go of what the first one found dead. */
    private static long heap() {
        for (int k = 0; k < 3; k++) {
            System.gc();
            try {
                Thread.sleep(500);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
