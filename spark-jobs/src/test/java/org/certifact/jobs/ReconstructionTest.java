package org.certifact.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.certifact.datasets.ImageShape;
import org.junit.jupiter.api.Test;

class ReconstructionTest {
    private static final ImageShape PAIR = new ImageShape(2, 1, 1);
    private static final int FACTOR = (1200 - 3 * 2) / 4;
    private static final int SECOND = 2 + 2 * FACTOR + 2;
    private static final int LOWER = 2 + FACTOR + 2;

    private final ByteArrayOutputStream png = new ByteArrayOutputStream();

    @Test
    void originalsStandAboveWhatTheFactorsMakeOfThem() throws IOException {
        Sheet sheet = sheet(new double[][] {{0, 1}, {0.2, 0.4}}, new double[][] {{0.2, 0.6}, {-0.1, 1.5}});
        assertThat(sheet.width()).isEqualTo(SECOND + 2 * FACTOR + 2);
        assertThat(sheet.height()).isEqualTo(LOWER + FACTOR + 2);
        assertThat(sheet.levels(2, 2, 2, 1, FACTOR)).containsExactly(0, 255);
        assertThat(sheet.levels(2, LOWER, 2, 1, FACTOR)).containsExactly(51, 153);
        assertThat(sheet.levels(SECOND, 2, 2, 1, FACTOR)).containsExactly(51, 102);
        assertThat(sheet.levels(SECOND, LOWER, 2, 1, FACTOR)).containsExactly(0, 255);
    }

    @Test
    void valuesAboveOneShareTheLargestAsWhite() throws IOException {
        Sheet sheet = sheet(new double[][] {{0, 16}, {4, 8}}, new double[][] {{0, 20}, {8, 4}});
        assertThat(sheet.levels(2, LOWER, 2, 1, FACTOR)).containsExactly(0, 255);
        assertThat(sheet.levels(SECOND, 2, 2, 1, FACTOR)).containsExactly(64, 128);
        assertThat(sheet.levels(SECOND, LOWER, 2, 1, FACTOR)).containsExactly(128, 64);
    }

    @Test
    void centredPatchesHaveZeroAtMidGreyInTheRangeOfTheirOriginal() throws IOException {
        Sheet sheet = sheet(new double[][] {{-0.1, 0.1}, {0, 0.5}}, new double[][] {{0, 0.05}, {-0.5, 9}});
        assertThat(sheet.levels(2, 2, 2, 1, FACTOR)).containsExactly(0, 255);
        assertThat(sheet.levels(2, LOWER, 2, 1, FACTOR)).containsExactly(128, 191);
        assertThat(sheet.levels(SECOND, 2, 2, 1, FACTOR)).containsExactly(128, 255);
        assertThat(sheet.levels(SECOND, LOWER, 2, 1, FACTOR)).containsExactly(0, 255);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> sheet(new double[][] {{1, 2}}, new double[0][]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 originals, but 0 approximations");
        assertThatThrownBy(() -> sheet(new double[][] {{1, 2}}, new double[][] {{1}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("approximation 0 has 1 values, an image of 2 x 1 has 2");
        assertThatThrownBy(() -> sheet(new double[0][], new double[0][]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a grid of 2 x 0 pictures holds none");
    }

    private Sheet sheet(double[][] originals, double[][] approximations) throws IOException {
        Reconstruction.write(png, originals, approximations, PAIR);
        return Sheet.of(png);
    }
}
