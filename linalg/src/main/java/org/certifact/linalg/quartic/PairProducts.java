package org.certifact.linalg.quartic;

import java.util.Arrays;
import org.certifact.linalg.product.MatrixProducts;
import org.certifact.linalg.product.MatrixView;

/**
 * The products z_i z_j, i ≤ j, of the coordinates of a few signals, in the two orders that the bands of a
 * {@link QuarticLayout} ask for: by j, then i, for their rows, and by i, then j, for their columns.
 */
final class PairProducts {
    private final QuarticLayout layout;
    private final int m;
    private final int d;
    private final double[] bySecond;
    private final double[] byFirst;
    private final double[] image;
    private int count;

    /** @param most signals at a time */
    PairProducts(QuarticLayout layout, int most) {
        this.layout = layout;
        this.m = layout.variables();
        this.d = layout.pairs().size();
        this.bySecond = new double[most * d];
        this.byFirst = new double[most * d];
        int widest = 0;
        for (int band = 0; band < layout.bands(); band++) {
            widest = Math.max(widest, layout.rows(band));
        }
        this.image = new double[most * widest];
    }

    /** @param z count × m @param weights of the signals in the rows' products, from place at on; null for ones */
    void fill(double[] z, int signals, double[] weights, int at) {
        count = signals;
        for (int s = 0; s < count; s++) {
            double weight = weights == null ? 1 : weights[at + s];
            int row = s * d;
            for (int j = 0; j < m; j++) {
                double scaled = weight * z[s * m + j];
                for (int i = 0; i <= j; i++) {
                    bySecond[row++] = scaled * z[s * m + i];
                }
            }
            int column = s * d;
            for (int i = 0; i < m; i++) {
                double t = z[s * m + i];
                for (int j = i; j < m; j++) {
                    byFirst[column++] = t * z[s * m + j];
                }
            }
        }
    }

    /** Adds Σ weight z⊗z⊗z⊗z, by its coefficients. @param out modified */
    void addTo(double[] out) {
        for (int band = 0; band < layout.bands(); band++) {
            int rows = layout.rows(band);
            int columns = layout.columns(band);
            MatrixProducts.best()
                    .add(
                            1,
                            MatrixView.of(bySecond, layout.firstRow(band), count, rows, d)
                                    .transposed(),
                            MatrixView.of(byFirst, d - columns, count, columns, d),
                            MatrixView.of(out, layout.start(band), rows, columns, columns));
        }
    }

    /** The weighted quartic form at each signal. @param monomials its coefficients @param out from place at on; modified */
    void evaluate(double[] monomials, double[] out, int at) {
        for (int band = 0; band < layout.bands(); band++) {
            int rows = layout.rows(band);
            int columns = layout.columns(band);
            Arrays.fill(image, 0, count * rows, 0);
            MatrixProducts.best()
                    .add(
                            1,
                            MatrixView.of(byFirst, d - columns, count, columns, d),
                            MatrixView.of(monomials, layout.start(band), rows, columns, columns)
                                    .transposed(),
                            MatrixView.of(image, count, rows));
            for (int s = 0; s < count; s++) {
                int first = s * d + layout.firstRow(band);
                double sum = 0;
                for (int k = 0; k < rows; k++) {
                    sum += bySecond[first + k] * image[s * rows + k];
                }
                out[at + s] += sum;
            }
        }
    }
}
