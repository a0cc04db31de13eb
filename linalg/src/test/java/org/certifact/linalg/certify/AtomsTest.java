package org.certifact.linalg.certify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AtomsTest {
    private final Atoms atoms =
            new Atoms(new double[] {9, 8, 7}, new double[] {1, 2, 3, 4, 5, 6}, new double[] {10, 20, 30});

    @Test
    void theChosenColumnsAreSelectedOnBothSides() {
        Atoms some = atoms.select(new int[] {0, 2});
        assertThat(some.count()).isEqualTo(2);
        assertThat(some.values()).containsExactly(9, 7);
        assertThat(some.left()).containsExactly(1, 3, 4, 6);
        assertThat(some.right()).containsExactly(10, 30);
    }

    @Test
    void noneCanBeSelectedAndOfNoneNone() {
        for (Atoms source : new Atoms[] {atoms, Atoms.none()}) {
            Atoms none = source.select(new int[0]);
            assertThat(none.count()).isZero();
            assertThat(none.values()).isEmpty();
            assertThat(none.left()).isEmpty();
            assertThat(none.right()).isEmpty();
        }
    }

    @Test
    void theTransposeSwapsTheSides() {
        Atoms transposed = atoms.transposed();
        assertThat(transposed.values()).isEqualTo(atoms.values());
        assertThat(transposed.left()).isEqualTo(atoms.right());
        assertThat(transposed.right()).isEqualTo(atoms.left());
        assertThat(transposed.transposed()).isEqualTo(atoms);
    }
}
