package org.certifact.solver;

import java.util.Arrays;
import org.certifact.linalg.block.DenseRows;
import org.certifact.linalg.block.SparseBlock;
import org.certifact.linalg.block.WeightSums;
import org.certifact.linalg.dense.SymmetricEigen;
import org.certifact.linalg.kernel.Kernels;
import org.certifact.matrix.DataBlock;

/**
 * Majorized alternating least squares: the row problem's curvature Σ_j w v_j v_jᵀ is taken for c_i VᵀV, so that one
 * eigendecomposition VᵀV = QΛQᵀ serves all rows: u_i ← u_i + Q (c_i Λ + λ_i)⁻¹ Qᵀ (T_i − λ_i u_i), λ_i = λ d_i^α. With
 * c_i = w_max this is softImpute-ALS (Hastie, Mazumder, Lee, Zadeh, JMLR 2015). In the coordinates where VᵀV is the
 * identity the curvature's trace is t_i = Σ_j w ℓ_j, with the leverages ℓ_j = v_jᵀ(VᵀV)⁻¹v_j, so that its eigenvalues are
 * t_i/r on average and t_i at most; c_i = min(w_max, t_i/√r) is the geometric mean of the two. Where cells that are not
 * listed count too, they add 1 to c_i, and w is what a listed one weighs more.
 *
 * <p>This gives the direction; how far to go along it is then computed exactly, row by row, from one more look at the
 * row's entries: the first step of conjugate gradients preconditioned by c_i VᵀV + λ_i, which need not be a bound.
 */
public final class MajorizedUpdate implements RowUpdate {
    /** Directions of V below this share of the largest are rounding: no row moves along them. */
    static final double SINGULAR = 1e-12;

    private final double lambda;

    /** @param lambda λ of the objective */
    public MajorizedUpdate(double lambda) {
        this.lambda = lambda;
    }

    @Override
    public EigenStep prepare(double[] gram, int rank, double largestWeight) {
        return new EigenStep(gram, SymmetricEigen.of(gram, rank), lambda, largestWeight);
    }

    /** The step in the eigenvectors of VᵀV. */
    static final class EigenStep implements Step {
        private static final long serialVersionUID = 1L;

        private final double[] gram;
        private final int rank;

        /** Qᵀ: eigenvector k is row k. */
        private final double[] rowsQ;

        private final double[] values;
        private final double lambda;
        private final double largestWeight;

        private EigenStep(double[] gram, SymmetricEigen eigen, double lambda, double largestWeight) {
            this.gram = gram;
            this.rank = eigen.size();
            this.rowsQ = eigen.vectors();
            this.values = Arrays.stream(eigen.values()).map(x -> Math.max(0, x)).toArray();
            this.lambda = lambda;
            this.largestWeight = largestWeight;
        }

        @Override
        public double[] gram() {
            return gram;
        }

        @Override
        public double[] apply(DataBlock data, double[] point, double[] gradient, double[] panel, int rank) {
            double[] weights = data.rowWeights();
            double[] descent = descent(point, gradient, weights, new double[point.length]);
            double[] direction = direction(descent, curvatures(data, panel), weights);
            double[] lengths = lengths(direction, descent, imageSquares(data, direction, panel, rank), weights);
            return along(point, direction, lengths, new double[point.length]);
        }

        /** T_i − λ_i u_i of every row. @param weights d^α of the rows, or null for ones @param descent overwritten @return it */
        double[] descent(double[] point, double[] gradient, double[] weights, double[] descent) {
            for (int i = 0, k = 0; k < descent.length; i++) {
                double own = own(weights, i);
                for (int end = k + rank; k < end; k++) {
                    descent[k] = gradient[k] - own * point[k];
                }
            }
            return descent;
        }

        /** Q (c_i Λ + λ_i)⁻¹ Qᵀ times the descent of every row. @param curvatures c_i */
        double[] direction(double[] descent, double[] curvatures, double[] weights) {
            return direction(
                    descent, curvatures, weights, basis(), new double[descent.length], new double[descent.length]);
        }

        /** The same. @param basis {@link #basis} @param rotated of the same length. Overwritten. @param direction overwritten @return it */
        double[] direction(
                double[] descent,
                double[] curvatures,
                double[] weights,
                double[] basis,
                double[] rotated,
                double[] direction) {
            Arrays.fill(rotated, 0);
            Arrays.fill(direction, 0);
            DenseRows.addTimes(descent, curvatures.length, rank, basis, rank, rotated);
            for (int i = 0; i < curvatures.length; i++) {
                double own = own(weights, i);
                for (int k = 0; k < rank; k++) {
                    rotated[i * rank + k] /= curvatures[i] * values[k] + own;
                }
            }
            DenseRows.addTimes(rotated, curvatures.length, rank, rowsQ, rank, direction);
            return direction;
        }

        /** Takes every row along its direction. @param next overwritten @return it */
        double[] along(double[] point, double[] direction, double[] lengths, double[] next) {
            for (int i = 0, k = 0; k < next.length; i++) {
                for (int end = k + rank; k < end; k++) {
                    next[k] = point[k] + lengths[i] * direction[k];
                }
            }
            return next;
        }

        /** How far every row goes along its direction, to the minimum there. @param image Σ_j w (d_i·v_j)² of every row */
        double[] lengths(double[] direction, double[] descent, double[] image, double[] weights) {
            double[] lengths = new double[image.length];
            for (int i = 0; i < image.length; i++) {
                double slope = 0;
                double square = 0;
                for (int k = i * rank; k < (i + 1) * rank; k++) {
                    slope += descent[k] * direction[k];
                    square += direction[k] * direction[k];
                }
                double along = image[i] + square * own(weights, i);
                lengths[i] = along > 0 ? slope / along : 0;
            }
            return lengths;
        }

        /** λ_i. */
        private double own(double[] weights, int i) {
            return weights == null ? lambda : lambda * weights[i];
        }

        /** Σ_j w (d_i·v_j)² of every row. */
        private double[] imageSquares(DataBlock data, double[] direction, double[] panel, int rank) {
            SparseBlock entries = data.excess();
            double[] squares = new double[entries.rows()];
            Kernels.best().imageSquares(entries, direction, panel, rank, squares);
            if (data.background() > 0) {
                double[] mapped = DenseRows.times(direction, data.rows(), rank, gram, rank);
                for (int k = 0; k < mapped.length; k++) {
                    squares[k / rank] += data.background() * mapped[k] * direction[k];
                }
            }
            return squares;
        }

        /** Q, row-major. */
        double[] basis() {
            return DenseRows.transposed(rowsQ, rank, rank);
        }

        /** c_i of every row. */
        private double[] curvatures(DataBlock data, double[] panel) {
            SparseBlock entries = data.excess();
            double[] traces = WeightSums.ofRows(entries, leverages().of(panel, entries.panelRows()));
            return curvatures(traces, data.background());
        }

        /** c_i, of the traces t_i. @param background what every cell adds */
        double[] curvatures(double[] traces, double background) {
            double share = 1 / Math.sqrt(rank);
            return Arrays.stream(traces)
                    .map(trace -> Math.min(largestWeight, background + share * trace))
                    .toArray();
        }

        /** ℓ_j of rows of V. */
        Leverages leverages() {
            return new Leverages(GramRoot.of(new SymmetricEigen(values, rowsQ), SINGULAR), rank);
        }
    }
}
