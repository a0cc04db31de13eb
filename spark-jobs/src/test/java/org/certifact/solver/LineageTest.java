package org.certifact.solver;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.NarrowDependency;
import org.apache.spark.rdd.RDD;
import org.certifact.linalg.loss.SquaredLoss;
import org.certifact.matrix.DenseData;
import org.certifact.matrix.PlacedData;
import org.junit.jupiter.api.Test;
import scala.jdk.javaapi.CollectionConverters;

class LineageTest {
    private static final PlacedData PLACED = PlacedData.of(DenseData.random(8, 6, 0.7, 1), 1, 0);

    @Test
    void checkpointsKeepItShortInALongDescent() {
        Factors end = AlternatingDescent.spread(
                        PLACED.matrix(),
                        new SquaredLoss(),
                        DescentMethod.MAJORIZED.update(0.5),
                        0.5,
                        new Lineage(),
                        Progress.SILENT)
                .descend(start(), -1, new Budget(null, 31));
        assertThat(depth(end)).isLessThan(60);
    }

    @Test
    void checkpointsKeepItShortOverManyShortSolves() {
        CompletionSolver solver = new CompletionSolver(
                PLACED.matrix(), new CompletionSettings(1e-9, 100, 2, 1, DescentMethod.MAJORIZED), Progress.SILENT);
        Factors factors = solver.start();
        for (int solve = 0; solve < 16; solve++) {
            factors = solver.solve(0.5 * Math.pow(0.99, solve), factors, new Budget(null, 2))
                    .factors();
        }
        assertThat(depth(factors)).isLessThan(80);
    }

    private static Factors start() {
        return new CompletionSolver(
                        PLACED.matrix(),
                        new CompletionSettings(1e-9, 100, 2, 1, DescentMethod.MAJORIZED),
                        Progress.SILENT)
                .start();
    }

    static int depth(Factors factors) {
        return Math.max(
                depth(factors.u().blocks().rdd()), depth(factors.v().blocks().rdd()));
    }

    /** Longest chain of RDDs that one task carries. */
    private static int depth(RDD<?> rdd) {
        return 1
                + CollectionConverters.asJava(rdd.dependencies()).stream()
                        .filter(NarrowDependency.class::isInstance)
                        .mapToInt(d -> depth(d.rdd()))
                        .max()
                        .orElse(0);
    }
}
