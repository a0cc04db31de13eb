package org.certifact.linalg.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ludovic.netlib.blas.JavaBLAS;
import org.certifact.linalg.KnownSpectrum;
import org.junit.jupiter.api.Test;

class SharedProductTest extends MatrixProductContract {

    @Override
    MatrixProduct product() {
        return new SharedProduct(new TiledProduct(), 7);
    }

    @Test
    void theNameIsThatOfTheProductThatIsShared() {
        assertThat(new SharedProduct(new BlasProduct(JavaBLAS.getInstance()), 7).name())
                .isEqualTo(new BlasProduct(JavaBLAS.getInstance()).name());
    }

    @Test
    void tilesGiveTheSameDigitsHoweverManyRowsAreTakenAtATime() {
        double[] a = KnownSpectrum.gaussian(61 * 300, 1);
        double[] b = KnownSpectrum.gaussian(300 * 45, 2);
        double[] whole = times(new TiledProduct(), a, b);
        for (int rows : new int[] {1, 4, 10, 100}) {
            assertThat(times(new SharedProduct(new TiledProduct(), rows), a, b)).containsExactly(whole);
        }
    }

    private static double[] times(MatrixProduct product, double[] a, double[] b) {
        double[] c = new double[61 * 45];
        product.add(1, MatrixView.of(a, 61, 300), MatrixView.of(b, 300, 45), MatrixView.of(c, 61, 45));
        return c;
    }
}
