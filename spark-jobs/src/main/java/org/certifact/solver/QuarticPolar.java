package org.certifact.solver;

import java.util.Arrays;
import java.util.Optional;
import org.certifact.linalg.block.DenseRows;
import org.certifact.linalg.certify.Atoms;
import org.certifact.linalg.certify.BoundKind;
import org.certifact.linalg.certify.PolarBound;
import org.certifact.linalg.dense.SymmetricEigen;
import org.certifact.linalg.quartic.QuarticBound;
import org.certifact.matrix.FactorMatrix;
import org.certifact.matrix.SignalMatrix;

/**
 * The polar of the dictionary gauges ‖u‖₂ and ‖v‖₂ + γ‖v‖₁ at a matrix with few columns, bounded by {@link QuarticBound} in
 * the coordinates of its principal axes.
 *
 * <p>The polar Ω° is a norm, at most the Frobenius norm, and Ω°(Z) ≤ ‖E⁻¹‖ Ω°(ZE); so what rounding does to ZE and
 * the axes that are left out cost no more than their Frobenius norms.
 */
public final class QuarticPolar {
    /** Axes that carry less than this share of the Frobenius norm are left out. */
    private static final double NOTHING = 1e-10;

    /** Columns up to which it is worth looking whether they span few dimensions. */
    private static final int MOST_COLUMNS = 1024;

    private static final double UNIT = 0x1p-53;

    private final int mostDimensions;

    /** @param mostDimensions d such that (d²/2)² numbers fit the driver, and a matrix with d²/2 rows can be factorized */
    public QuarticPolar(int mostDimensions) {
        this.mostDimensions = mostDimensions;
    }

    /** Up to 72 dimensions: patches of 8 × 8 pixels and a little more. */
    public static QuarticPolar standard() {
        return new QuarticPolar(72);
    }

    /**
     * Bounds Ω°(Z) = sup { vᵀZu : ‖u‖₂ ≤ 1, ‖v‖₂ + γ‖v‖₁ ≤ 1 }.
     *
     * @param z a signal a row; read twice, then kept in other coordinates until the end
     * @param lambda a number near which the polar is expected, greater than 0
     * @param gamma weight of the ℓ₁ norm, greater than 0
     * @param atoms directions u in which the polar is nearly attained, columns of z × weights.length; none will do
     * @param weights of the directions, at least 0
     * @param seconds after which it ends as soon as it can, with a bound that is the weaker for it
     * @return an upper bound that holds always, with lower bound 0; empty where z spans too many dimensions
     * @throws IllegalArgumentException where λ or γ is not a positive number
     */
    public Optional<PolarBound> bound(
            FactorMatrix z, double lambda, double gamma, double[] atoms, double[] weights, double seconds) {
        require("lambda", lambda, "");
        require("gamma", gamma, "; with gamma 0 the polar is the largest singular value, which SpectralPolar bounds");
        long begin = System.nanoTime();
        int m = z.rank();
        if (m > MOST_COLUMNS) {
            return Optional.empty();
        }
        // by a power of two, which rounds nothing: fourth powers then neither overflow nor vanish
        double unit = Math.scalb(1.0, -Math.getExponent(lambda));
        double[] axes = axes(z);
        FactorMatrix rotated = z.times(scaled(axes, unit), m).keep("signals by principal axes");
        try {
            double[] squares = GaugeSum.columnNorms(rotated).squares();
            int dimensions = dimensions(squares);
            if (dimensions > mostDimensions) {
                return Optional.empty();
            }
            double upper = 0;
            if (dimensions > 0) {
                SignalMatrix signals = new SignalMatrix(rotated, dimensions);
                double[] directions =
                        leading(DenseRows.cross(axes, m, atoms, weights.length, m, null), dimensions * weights.length);
                double left = seconds - (System.nanoTime() - begin) * 1e-9;
                upper = new QuarticBound(signals, leading(squares, dimensions), unit * lambda, gamma)
                        .upper(directions, weights, left);
            }
            double rest = length(squares, dimensions, m) + rounding(m) * length(squares, 0, m);
            double proved = (upper + 1.001 * rest) * stretch(axes, m) / unit;
            return Optional.of(new PolarBound(0, proved, BoundKind.DETERMINISTIC, 0, Atoms.none(), 0));
        } finally {
            rotated.unpersist();
        }
    }

    private static void require(String name, double value, String wayOut) {
        if (!(value > 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException(name + " " + value + " is not a positive number" + wayOut);
        }
    }

    /** Eigenvectors of ZᵀZ, those of the largest eigenvalues first: m × m, orthonormal to rounding. */
    private static double[] axes(FactorMatrix z) {
        int m = z.rank();
        double[] gram =
                FactorMatrix.sum(z.blocks().map(block -> DenseRows.gram(block.values(), block.rows(), m, null)), m * m);
        SymmetricEigen eigen = SymmetricEigen.of(gram, m);
        double[] axes = new double[m * m];
        for (int k = 0; k < m; k++) {
            for (int i = 0; i < m; i++) {
                axes[i * m + k] = eigen.vectors()[(m - 1 - k) * m + i];
            }
        }
        return axes;
    }

    /** How many leading axes leave nothing to the others. */
    private static int dimensions(double[] squares) {
        double nothing = NOTHING * length(squares, 0, squares.length);
        int count = squares.length;
        while (count > 0 && length(squares, count - 1, squares.length) <= nothing) {
            count--;
        }
        return count;
    }

    /** Frobenius norm of some columns. @param squares of the columns' norms */
    private static double length(double[] squares, int from, int to) {
        double sum = 0;
        for (int k = from; k < to; k++) {
            sum += squares[k];
        }
        return Math.sqrt(sum);
    }

    private static double[] scaled(double[] x, double factor) {
        double[] out = x.clone();
        for (int k = 0; k < out.length; k++) {
            out[k] *= factor;
        }
        return out;
    }

    private static double[] leading(double[] x, int count) {
        return Arrays.copyOf(x, count);
    }

    /** Bound on ‖fl(ZE) − ZE‖ over ‖Z‖, in Frobenius norms. */
    private static double rounding(int m) {
        return 2 * (m + 8) * UNIT * Math.sqrt(m);
    }

    /** Upper bound on ‖E⁻¹‖, from ‖EᵀE − I‖ in the Frobenius norm. */
    private static double stretch(double[] axes, int m) {
        double[] gram = DenseRows.gram(axes, m, m, null);
        double sum = 0;
        for (int k = 0; k < gram.length; k++) {
            double off = gram[k] - (k % (m + 1) == 0 ? 1 : 0);
            sum += off * off;
        }
        return 1 / Math.sqrt(1 - 2 * (Math.sqrt(sum) + (m + 8) * UNIT * m));
    }
}
