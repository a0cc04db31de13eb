package org.certifact.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.certifact.matrix.BlockMatrix;
import org.certifact.matrix.FactorMatrix;

/**
 * Replaces pairs of columns that point the same way by the best rank-one approximation of their sum, and drops columns that
 * weigh nothing. Over-complete starts end with such duplicates; the objective may rise by a hair, and falls below where it
 * was once the columns have settled.
 */
final class ColumnMerge {
    /** Product of the cosines of both sides above which two columns are one. */
    private static final double SAME = 0.97;

    /** A column with a product of norms below this share of the largest weighs nothing. */
    private static final double NEGLIGIBLE = 1e-7;

    private static final int POWER_STEPS = 3;

    private final BlockMatrix data;

    ColumnMerge(BlockMatrix data) {
        this.data = data;
    }

    /** @param factors taken over */
    Factors of(Factors factors) {
        if (factors.rank() == 0) {
            return factors;
        }
        return mapped(factors, SAME);
    }

    /** Drops columns that weigh nothing, and merges none. @param factors taken over */
    Factors pruned(Factors factors) {
        return factors.rank() == 0 ? factors : mapped(factors, Double.POSITIVE_INFINITY);
    }

    private Factors mapped(Factors factors, double same) {
        double[][] grams = FactorMatrix.weightedGrams(data, factors.u(), factors.v());
        Plan plan = new Plan(grams[0], grams[1], factors.rank());
        plan.drop();
        plan.merge(same);
        return factors.mapped(plan.left(), plan.right(), plan.count());
    }

    /** Which column becomes what, from the two Gram matrices alone. */
    private static final class Plan {
        private final double[] u;
        private final double[] v;
        private final int rank;
        private final boolean[] gone;
        private final List<double[]> left = new ArrayList<>();
        private final List<double[]> right = new ArrayList<>();

        Plan(double[] gramU, double[] gramV, int rank) {
            this.u = gramU;
            this.v = gramV;
            this.rank = rank;
            this.gone = new boolean[rank];
        }

        void drop() {
            double largest = 0;
            for (int k = 0; k < rank; k++) {
                largest = Math.max(largest, u[k * rank + k] * v[k * rank + k]);
            }
            for (int k = 0; k < rank; k++) {
                gone[k] = !(u[k * rank + k] * v[k * rank + k] > NEGLIGIBLE * NEGLIGIBLE * largest);
            }
        }

        void merge(double same) {
            for (int i = 0; i < rank; i++) {
                if (gone[i]) {
                    continue;
                }
                double[] weights = new double[rank];
                weights[i] = 1;
                boolean alone = true;
                for (int j = i + 1; j < rank; j++) {
                    if (!gone[j] && cosine(u, i, j) * cosine(v, i, j) > same && cosine(u, i, j) > 0) {
                        weights[j] = 1;
                        gone[j] = true;
                        alone = false;
                    }
                }
                if (alone) {
                    balanced(weights, weights.clone());
                } else {
                    rankOne(weights);
                }
            }
        }

        private double cosine(double[] gram, int i, int j) {
            return gram[i * rank + j] / Math.sqrt(gram[i * rank + i] * gram[j * rank + j]);
        }

        /** The leading singular pair of Σ_k∈C U_k V_kᵀ as U a, V b, by a few power steps in coefficients. */
        private void rankOne(double[] members) {
            double[] a = members.clone();
            double[] b = members.clone();
            for (int step = 0; step < POWER_STEPS; step++) {
                b = shortened(project(u, a, members));
                a = shortened(project(v, b, members));
            }
            // Σ = ⟨U a (V b)ᵀ, Σ U_k V_kᵀ⟩ / (‖U a‖² ‖V b‖²)
            double scale = dot(project(u, a, members), project(v, b, members)) / (square(u, a) * square(v, b));
            for (int k = 0; k < rank; k++) {
                a[k] *= scale;
            }
            balanced(a, b);
        }

        /** Scaled to a largest coefficient of 1: high powers of the data's scale would leave the range of a double. */
        private static double[] shortened(double[] a) {
            double largest = Arrays.stream(a).map(Math::abs).max().orElse(0);
            return largest > 0 ? Arrays.stream(a).map(x -> x / largest).toArray() : a;
        }

        /** Coefficients k ∈ C of the image: (Gram · a)_k. */
        private double[] project(double[] gram, double[] a, double[] members) {
            double[] out = new double[rank];
            for (int k = 0; k < rank; k++) {
                for (int l = 0; l < rank && members[k] != 0; l++) {
                    out[k] += gram[k * rank + l] * a[l];
                }
            }
            return out;
        }

        private double square(double[] gram, double[] a) {
            double sum = 0;
            for (int k = 0; k < rank; k++) {
                for (int l = 0; l < rank; l++) {
                    sum += a[k] * gram[k * rank + l] * a[l];
                }
            }
            return sum;
        }

        private static double dot(double[] a, double[] b) {
            double sum = 0;
            for (int k = 0; k < a.length; k++) {
                sum += a[k] * b[k];
            }
            return sum;
        }

        /** Keeps U a and V b, scaled to the same length. */
        private void balanced(double[] a, double[] b) {
            double scale = Math.sqrt(Math.sqrt(square(v, b)) / Math.sqrt(square(u, a)));
            for (int k = 0; k < rank; k++) {
                a[k] *= scale;
                b[k] /= scale;
            }
            left.add(a);
            right.add(b);
        }

        int count() {
            return left.size();
        }

        double[] left() {
            return packed(left);
        }

        double[] right() {
            return packed(right);
        }

        private double[] packed(List<double[]> columns) {
            double[] out = new double[rank * columns.size()];
            for (int c = 0; c < columns.size(); c++) {
                for (int k = 0; k < rank; k++) {
                    out[k * columns.size() + c] = columns.get(c)[k];
                }
            }
            return out;
        }
    }
}
