package org.certifact.solver;

import static org.assertj.core.api.Assertions.assertThat;

import org.certifact.linalg.certify.Atoms;
import org.certifact.linalg.certify.BoundKind;
import org.certifact.linalg.certify.Certificate;
import org.certifact.linalg.certify.PolarBound;
import org.junit.jupiter.api.Test;

class BoundsTest {
    private static final PolarBound POLAR = new PolarBound(1, 2, BoundKind.DETERMINISTIC, 0, Atoms.none(), 1);
    private static final Bounds AT = new Bounds(100, 50, 90, 10, 2);

    @Test
    void aBetterPrimalOrDualValueIsAMove() {
        assertThat(AT.tightened(certificate(99, 50, 88), true, 1e-3)).isEqualTo(new Bounds(99, 50, 88, 10, 0));
        assertThat(AT.tightened(certificate(100, 51, 90), true, 1e-3)).isEqualTo(new Bounds(100, 51, 90, 10, 0));
        assertThat(AT.tightened(certificate(100, 51, 90), false, 1e-3)).isEqualTo(new Bounds(100, 51, 90, 10, 3));
        assertThat(AT.tightened(certificate(101, 49, 90), true, 1e-3)).isEqualTo(new Bounds(100, 50, 90, 10, 3));
    }

    /** The bounds may be waiting for a tight polar bound while the point comes nearer. */
    @Test
    void aGapOfThePointsOwnThatShrinksIsAMove() {
        assertThat(AT.tightened(certificate(100, 50, 91.1), true, 1e-3).idle()).isZero();
        assertThat(AT.tightened(certificate(100, 50, 90.9), true, 1e-3).idle()).isEqualTo(3);
        assertThat(AT.tightened(certificate(100, 50, 91.1), false, 1e-3).idle()).isEqualTo(3);
    }

    /** Lower bounds of the polar are a matter of luck: to and fro is no move, or the loop might not end. */
    @Test
    void anOwnGapThatGoesToAndFroIsNoMove() {
        Bounds near = AT.tightened(certificate(100, 50, 95), true, 1e-3);
        Bounds far = near.tightened(certificate(100, 50, 91), true, 1e-3);
        assertThat(far).isEqualTo(new Bounds(100, 50, 91, 5, 1));
        assertThat(far.tightened(certificate(100, 50, 95), true, 1e-3).idle()).isEqualTo(2);
        Bounds none = new Bounds(100, 50, 100, -1e-14, 0);
        assertThat(none.tightened(certificate(100, 50, 101), true, 1e-3).idle()).isEqualTo(1);
    }

    private static Certificate certificate(double primal, double dual, double optimistic) {
        return new Certificate(primal, dual, optimistic, POLAR, 1);
    }
}
