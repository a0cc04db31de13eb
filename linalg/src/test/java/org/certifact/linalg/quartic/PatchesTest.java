package org.certifact.linalg.quartic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.certifact.linalg.KnownSpectrum;
import org.certifact.linalg.block.DenseRows;
import org.certifact.linalg.certify.AscentPolar;
import org.certifact.linalg.dense.SymmetricEigen;
import org.certifact.linalg.gauge.FactorNorm;
import org.certifact.linalg.gauge.SparseGauge;
import org.certifact.linalg.operator.DenseOperator;
import org.junit.jupiter.api.Test;

/** Patches of a photograph, their singular values cut off as in a residual: nothing about them is random. */
class PatchesTest {
    private static final int SIDE = 5;
    private static final int M = SIDE * SIDE;
    private static final double GAMMA = 0.05;

    /** Largest singular value that is left. */
    private static final double LEFT = 4;

    @Test
    void fourthPowersCloseMostOfTheGapOnPatchesToo() throws IOException {
        Path file = Path.of(
                Optional.ofNullable(System.getProperty("certifact.data"))
                        .or(() -> Optional.ofNullable(System.getenv("CERTIFACT_DATA")))
                        .orElse("../../shared/data"),
                "images_set12",
                "09.png");
        assumeTrue(
                Files.exists(file),
                file + " is not there; name the folder of images_set12/09.png with -Dcertifact.data=FOLDER");
        double[] patches = patches(ImageIO.read(file.toFile()).getRaster());
        int n = patches.length / M;
        SymmetricEigen eigen = SymmetricEigen.of(DenseRows.gram(patches, n, M, null), M);
        // the patches' means are gone, and with them one dimension
        int m = M - 1;
        double[] axes = new double[M * m];
        double[] squares = new double[m];
        for (int k = 0; k < m; k++) {
            double value = Math.sqrt(eigen.values()[m - k]);
            squares[k] = Math.pow(Math.min(value, LEFT), 2);
            for (int i = 0; i < M; i++) {
                axes[i * m + k] = eigen.vectors()[(m - k) * M + i] * Math.min(1, LEFT / value);
            }
        }
        double[] z = DenseRows.times(patches, n, M, axes, m);

        int starts = 40;
        AscentPolar.Found found = new AscentPolar(new FactorNorm(new SparseGauge(GAMMA, false), SparseGauge.l2()), 300)
                .ascend(new DenseOperator(n, m, z), 0, KnownSpectrum.gaussian(m * starts, 1), starts, 20);
        double attained = found.lower();
        QuarticBound bound = new QuarticBound(new LocalSignals(z, n, m), squares, attained, GAMMA);
        double quadratic = bound.upper(new double[0], new double[0], 0);
        double upper = bound.upper(found.atoms().right(), found.atoms().values(), 600);
        assertThat(upper - attained).isPositive().isLessThan(0.4 * (quadratic - attained));
    }

    /** All patches, side by side, less their means: n × SIDE². */
    private static double[] patches(Raster image) {
        int down = image.getHeight() / SIDE;
        int across = image.getWidth() / SIDE;
        double[] out = new double[down * across * M];
        for (int patch = 0; patch < down * across; patch++) {
            double mean = 0;
            for (int k = 0; k < M; k++) {
                int x = patch % across * SIDE + k % SIDE;
                int y = patch / across * SIDE + k / SIDE;
                out[patch * M + k] = image.getSample(x, y, 0) / 255.0;
                mean += out[patch * M + k] / M;
            }
            for (int k = 0; k < M; k++) {
                out[patch * M + k] -= mean;
            }
        }
        return out;
    }
}
