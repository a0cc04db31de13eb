package org.certifact.solver;

import java.util.Arrays;
import org.certifact.linalg.block.SparseBlock;
import org.certifact.linalg.kernel.Kernel;
import org.certifact.linalg.kernel.Kernels;
import org.certifact.matrix.DataBlock;

/**
 * A few steps of conjugate gradients on each row's own normal equations (Σ_j w v_j v_jᵀ + λ_i I) δ = T_i − λ_i u_i, from
 * δ = 0; where every cell counts the sum is VᵀV + Σ_listed (w − 1) v_j v_jᵀ. Each step passes over the row's entries once more; it never forms an r × r matrix.
 */
public final class ConjugateGradientUpdate implements RowUpdate {
    private final double lambda;
    private final int steps;

    /** @param lambda λ of the objective @param steps conjugate-gradient steps a row */
    public ConjugateGradientUpdate(double lambda, int steps) {
        this.lambda = lambda;
        this.steps = steps;
    }

    @Override
    public Step prepare(double[] gram, int rank, double largestWeight) {
        return new ConjugateGradientStep(gram, lambda, steps);
    }

    /** The step of every row. */
    static final class ConjugateGradientStep implements Step {
        private static final long serialVersionUID = 1L;

        private final double[] gram;
        private final double lambda;
        private final int steps;

        private ConjugateGradientStep(double[] gram, double lambda, int steps) {
            this.gram = gram;
            this.lambda = lambda;
            this.steps = steps;
        }

        @Override
        public double[] gram() {
            return gram;
        }

        @Override
        public double[] apply(DataBlock data, double[] point, double[] gradient, double[] panel, int rank) {
            Kernel kernel = Kernels.best();
            SparseBlock entries = data.excess();
            int stride = kernel.stride(rank);
            double[] next = point.clone();
            double[] residual = new double[stride];
            double[] p = new double[stride];
            double[] image = new double[stride];
            for (int i = 0; i < data.rows(); i++) {
                double own = lambda * data.rowWeight(i);
                for (int l = 0; l < rank; l++) {
                    residual[l] = gradient[i * rank + l] - own * point[i * rank + l];
                }
                System.arraycopy(residual, 0, p, 0, stride);
                double squared = dot(residual, residual);
                for (int step = 0; step < steps && squared > 0; step++) {
                    kernel.rowNormal(entries, i, p, panel, rank, image);
                    addBackground(data.background(), p, rank, image);
                    for (int l = 0; l < rank; l++) {
                        image[l] += own * p[l];
                    }
                    double curvature = dot(p, image);
                    if (curvature == 0) {
                        break; // the residual has underflowed
                    }
                    double length = squared / curvature;
                    for (int l = 0; l < rank; l++) {
                        next[i * rank + l] += length * p[l];
                        residual[l] -= length * image[l];
                    }
                    double before = squared;
                    squared = dot(residual, residual);
                    for (int l = 0; l < rank; l++) {
                        p[l] = residual[l] + squared / before * p[l];
                    }
                }
                Arrays.fill(residual, 0.0);
            }
            return next;
        }

        /** image += weight · VᵀV p. */
        private void addBackground(double weight, double[] p, int rank, double[] image) {
            if (weight == 0) {
                return;
            }
            for (int l = 0; l < rank; l++) {
                double sum = 0;
                for (int m = 0; m < rank; m++) {
                    sum += gram[l * rank + m] * p[m];
                }
                image[l] += weight * sum;
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int l = 0; l < a.length; l++) {
            sum += a[l] * b[l];
        }
        return sum;
    }
}
