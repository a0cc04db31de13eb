package org.certifact.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.certifact.linalg.loss.HuberLoss;
import org.certifact.linalg.loss.SquaredLoss;
import org.certifact.matrix.DenseData;
import org.certifact.matrix.FactorTable;
import org.certifact.matrix.HeldFactor;
import org.certifact.matrix.PlacedData;
import org.certifact.matrix.PlainMatrix;
import org.junit.jupiter.api.Test;

class HeldDescentTest extends DescentContract {
    private static final double LAMBDA = 1.5;

    @Override
    AlternatingDescent descent(PlacedData placed, double lambda) {
        return AlternatingDescent.held(placed.matrix(), lambda, new Lineage(), Progress.SILENT);
    }

    @Test
    void theShorterSideIsHeldWhicheverItIsAndComesToTheSameObjective() {
        DenseData tall = DenseData.random(20, 14, 0.5, 1).weighted(3, 2);
        double ofTall = reached(PlacedData.of(tall, 3, 2, 0.5));
        double ofWide = reached(PlacedData.of(tall.transposed(), 2, 3, 0.5));
        assertThat(ofWide).isCloseTo(ofTall, within(1e-3 * ofTall));
    }

    private double reached(PlacedData placed) {
        Factors end = descent(placed, LAMBDA).descend(start(placed), -1, new Budget(null, 60));
        boolean rowsHeld = placed.dense().rows() < placed.dense().columns();
        assertThat(end.u() instanceof HeldFactor).isEqualTo(rowsHeld);
        assertThat(end.v() instanceof HeldFactor).isEqualTo(!rowsHeld);
        return placed.dense().objective(placed.rowsOf(end.u()), placed.columnsOf(end.v()), LAMBDA, placed.alpha());
    }

    private static Factors start(PlacedData placed) {
        return Factors.of(
                FactorTable.random(placed.matrix().rowIds(), 4, 1, 3),
                FactorTable.random(placed.matrix().columnIds(), 4, 1, 4));
    }

    @Test
    void itIsTakenByTheLengthOfTheShorterSideAlone() {
        assertThat(HeldHalves.suit(1_000_000, 32_768)).isTrue();
        assertThat(HeldHalves.suit(32_768, 1_000_000)).isTrue();
        assertThat(HeldHalves.suit(1_000_000, 32_769)).isFalse();
        assertThat(HeldHalves.suit(32_769, 32_769)).isFalse();
    }

    @Test
    void otherLossesAreSpread() {
        PlacedData placed = PlacedData.of(DenseData.random(30, 5, 0.9, 1), 2, 2, 0);
        Factors squared = AlternatingDescent.of(
                        placed.matrix(),
                        new SquaredLoss(),
                        DescentMethod.MAJORIZED,
                        LAMBDA,
                        new Lineage(),
                        Progress.SILENT)
                .descend(start(placed), -1, new Budget(null, 2));
        Factors huber = AlternatingDescent.of(
                        placed.matrix(),
                        new HuberLoss(1),
                        DescentMethod.MAJORIZED,
                        LAMBDA,
                        new Lineage(),
                        Progress.SILENT)
                .descend(start(placed), -1, new Budget(null, 2));
        assertThat(squared.v()).isInstanceOf(HeldFactor.class);
        assertThat(huber.v()).isNotInstanceOf(HeldFactor.class);
    }

    @Test
    void aSweepFromTheSamePointArrivesNearWhereSpreadFactorsArrive() {
        PlacedData placed = PlacedData.of(DenseData.full(PlainMatrix.gaussian(30, 6, 5)), 2, 0);
        Factors start = start(placed);
        Factors held = descent(placed, LAMBDA).descend(start, -1, new Budget(null, 1));
        Factors spread = new MajorizedDescentTest().descent(placed, LAMBDA).descend(start, -1, new Budget(null, 1));
        // with every cell seen and weights of one both curvatures are exact
        assertThat(PlainMatrix.distance(placed.rowsOf(held.u()), placed.rowsOf(spread.u())))
                .isLessThan(1e-10);
        assertThat(PlainMatrix.distance(placed.columnsOf(held.v()), placed.columnsOf(spread.v())))
                .isLessThan(1e-10);
    }
}
