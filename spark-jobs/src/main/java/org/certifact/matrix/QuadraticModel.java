package org.certifact.matrix;

import java.util.Arrays;
import org.certifact.linalg.block.SparseBlock;
import org.certifact.linalg.kernel.Kernel;
import org.certifact.linalg.kernel.Kernels;
import org.certifact.linalg.loss.Loss;
import org.certifact.linalg.loss.SquaredLoss;

/**
 * The losses of a block at one point, and a weighted squared loss that lies above their sum and touches it there: with the
 * curvature a of {@link Loss#curvature(double, double)}, entries weigh ω = w a. Of the squared loss it is the loss itself.
 *
 * @param loss Σ w ℓ(y, u·v)
 * @param squares Σ g²/ω, g = −w ∂ℓ/∂x
 * @param data the block with the weights ω; its values mean nothing
 */
public record QuadraticModel(double loss, double squares, DataBlock data) {

    /**
     * @param rows own factor rows U, rows × rank. Not modified.
     * @param panel the other factor's rows, panelRows × stride(rank). Not modified.
     * @param gram VᵀV over all rows of the other factor, rank × rank. Not modified.
     * @param gradient rows × rank. Modified: overwritten with T_i = Σ_j g v_j.
     */
    public static QuadraticModel at(
            DataBlock data, Loss loss, double[] rows, double[] panel, int rank, double[] gram, double[] gradient) {
        if (loss instanceof SquaredLoss) {
            double squares = data.residualGradient(rows, panel, rank, gram, gradient);
            return new QuadraticModel(0.5 * squares, squares, data);
        }
        Kernel kernel = Kernels.best();
        SparseBlock entries = data.entries();
        double[] g = new double[entries.entries()];
        double[] weights = new double[g.length];
        kernel.residual(entries, rows, panel, rank, g);
        double value = 0;
        double squares = 0;
        for (int k = 0; k < g.length; k++) {
            double y = entries.values()[k];
            double x = y - g[k];
            double w = entries.weight(k);
            value += w * loss.value(y, x);
            weights[k] = w * loss.curvature(y, x);
            g[k] = -w * loss.derivative(y, x);
            squares += g[k] * g[k] / weights[k];
        }
        Arrays.fill(gradient, 0);
        entries.withValues(g).addTimes(panel, kernel.stride(rank), rank, gradient);
        return new QuadraticModel(value, squares, data.withWeights(weights));
    }
}
