package org.certifact.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.certifact.datasets.ImageShape;
import org.junit.jupiter.api.Test;

class AtomSheetTest {
    /** Two atoms of 2 x 1 pixels stand one above the other, enlarged (1200 - 3 · 2) / 2 times. */
    private static final ImageShape WIDE = new ImageShape(2, 1, 1);

    private final ByteArrayOutputStream png = new ByteArrayOutputStream();

    @Test
    void nonnegativeAtomsGoFromBlackToWhiteEachInItsOwnRange() throws IOException {
        double[] atoms = {0, 4, 1, 2};
        assertThat(AtomSheet.write(png, atoms, 2, WIDE)).isEqualTo("2 atoms");
        Sheet sheet = Sheet.of(png);
        assertThat(sheet.channels()).isEqualTo(1);
        assertThat(sheet.width()).isEqualTo(2 + 2 * 597 + 2);
        assertThat(sheet.height()).isEqualTo(2 + 597 + 2 + 597 + 2);
        assertThat(sheet.levels(2, 2, 2, 1, 597)).containsExactly(0, 255);
        assertThat(sheet.levels(2, 601, 2, 1, 597)).containsExactly(255, 128);
    }

    @Test
    void pixelsAreEnlargedToSquares() throws IOException {
        AtomSheet.write(png, new double[] {0, 1}, 1, WIDE);
        Sheet sheet = Sheet.of(png);
        assertThat(sheet.levels(2, 2, 598, 598, 1)).containsOnly(0);
        assertThat(sheet.levels(600, 2, 598, 598, 1)).containsOnly(255);
    }

    @Test
    void aThinWhiteGapSurroundsEachAtom() throws IOException {
        AtomSheet.write(png, new double[4 * 9], 9, new ImageShape(2, 2, 1));
        Sheet sheet = Sheet.of(png);
        int side = 2 * 198;
        assertThat(sheet.width()).isEqualTo(4 * 2 + 3 * side).isEqualTo(sheet.height());
        for (int at = 0; at < sheet.width(); at++) {
            boolean gap = at % (side + 2) < 2;
            assertThat(sheet.level(at, 10, 0)).isEqualTo(gap ? 255 : 0);
            assertThat(sheet.level(10, at, 0)).isEqualTo(gap ? 255 : 0);
        }
    }

    @Test
    void signedAtomsHaveZeroAtMidGrey() throws IOException {
        double[] atoms = {-1, 3, 0, 6, 0.5, 0, 1, -3};
        AtomSheet.write(png, atoms, 2, new ImageShape(4, 1, 1));
        Sheet sheet = Sheet.of(png);
        int factor = (sheet.width() - 4) / 4;
        assertThat(sheet.levels(2, 2, 4, 1, factor)).containsExactly(0, 128, 191, 255);
        assertThat(sheet.levels(2, 4 + factor, 4, 1, factor)).containsExactly(191, 255, 128, 64);
    }

    @Test
    void atomsOfZerosAreEven() throws IOException {
        AtomSheet.write(png, new double[] {0, 0, 0, 1}, 2, WIDE);
        assertThat(Sheet.of(png).levels(2, 2, 2, 1, 597)).containsExactly(0, 0);
        png.reset();
        AtomSheet.write(png, new double[] {0, 0, 0, -1}, 2, WIDE);
        assertThat(Sheet.of(png).levels(2, 2, 2, 1, 597)).containsExactly(128, 128);
    }

    @Test
    void colorsStandSideBySide() throws IOException {
        AtomSheet.write(png, new double[] {1, 0, 0.5, 0, 1, 0.2}, 1, new ImageShape(2, 1, 3));
        Sheet sheet = Sheet.of(png);
        assertThat(sheet.channels()).isEqualTo(3);
        assertThat(new int[] {sheet.level(2, 2, 0), sheet.level(2, 2, 1), sheet.level(2, 2, 2)})
                .containsExactly(255, 0, 128);
        assertThat(new int[] {sheet.level(600, 2, 0), sheet.level(600, 2, 1), sheet.level(600, 2, 2)})
                .containsExactly(0, 255, 51);
    }

    @Test
    void atomsKeepTheirOrderAndTheLastPlacesStayWhite() throws IOException {
        double[] atoms = {1, 0, 1, 0, 1};
        AtomSheet.write(png, atoms, 5, new ImageShape(1, 1, 1));
        Sheet sheet = Sheet.of(png);
        int step = (sheet.width() - 2) / 3;
        assertThat(sheet.levels(2, 2, 3, 2, step)).containsExactly(255, 0, 255, 0, 255, 255);
    }

    @Test
    void aTallAtomIsEnlargedUntilItIsAsHighAsTheSheet() throws IOException {
        AtomSheet.write(png, new double[100], 1, new ImageShape(1, 100, 1));
        Sheet sheet = Sheet.of(png);
        assertThat(sheet.width()).isEqualTo(2 + 11 + 2);
        assertThat(sheet.height()).isEqualTo(2 + 1100 + 2);
    }

    @Test
    void anAtomLargerThanTheSheetIsNotShrunk() throws IOException {
        AtomSheet.write(png, new double[1500 * 10], 1, new ImageShape(1500, 10, 1));
        assertThat(Sheet.of(png).width()).isEqualTo(1504);
    }

    @Test
    void atMost400AtomsAreShown() throws IOException {
        assertThat(AtomSheet.write(png, new double[512 * 4], 512, new ImageShape(2, 2, 1)))
                .isEqualTo("the first 400 of 512 atoms");
        assertThat(Sheet.of(png).width()).isEqualTo(2 + 20 * (2 * 28 + 2));
    }

    @Test
    void fewerLargeAtomsAreShown() throws IOException {
        assertThat(AtomSheet.write(png, new double[2048 * 2048 * 5], 5, new ImageShape(2048, 2048, 1)))
                .isEqualTo("the first 4 of 5 atoms");
        assertThat(Sheet.of(png).width()).isEqualTo(2 + 2 * (2048 + 2));
    }

    @Test
    void atomsAreNotModified() throws IOException {
        double[] atoms = {-1, 3, 0, 6};
        double[] before = atoms.clone();
        AtomSheet.write(png, atoms, 2, WIDE);
        assertThat(atoms).isEqualTo(before);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> AtomSheet.write(png, new double[5], 2, WIDE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("5 values are not those of 2 atoms of 2 x 1; at least one is needed");
        assertThatThrownBy(() -> AtomSheet.write(png, new double[0], 0, WIDE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AtomSheet.write(png, new double[4], 1, new ImageShape(2, 1, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 x 1 x 2 cannot be drawn: it has 2 channels; 1 or 3 are needed");
        assertThat(png.size()).isZero();
    }
}
