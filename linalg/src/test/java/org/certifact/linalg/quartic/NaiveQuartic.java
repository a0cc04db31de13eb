package org.certifact.linalg.quartic;

import java.util.Arrays;

/** Loops over all four indices: the naive side of comparisons. */
final class NaiveQuartic {
    private NaiveQuartic() {}

    /** Σ N_ijkl u_i u_j u_k u_l from the coefficients. */
    static double value(QuarticLayout layout, double[] tensor, double[] u) {
        double sum = 0;
        for (int i = 0; i < u.length; i++) {
            for (int j = 0; j < u.length; j++) {
                for (int k = 0; k < u.length; k++) {
                    for (int l = 0; l < u.length; l++) {
                        sum += entry(layout, tensor, i, j, k, l) * u[i] * u[j] * u[k] * u[l];
                    }
                }
            }
        }
        return sum;
    }

    /** N_ijkl with the indices in any order. */
    static double entry(QuarticLayout layout, double[] tensor, int... indices) {
        int[] sorted = indices.clone();
        Arrays.sort(sorted);
        return tensor[layout.at(sorted[0], sorted[1], sorted[2], sorted[3])];
    }

    /** xᵀ M x. */
    static double form(double[] matrix, double[] x) {
        double sum = 0;
        for (int a = 0; a < x.length; a++) {
            for (int b = 0; b < x.length; b++) {
                sum += x[a] * matrix[a * x.length + b] * x[b];
            }
        }
        return sum;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    static double[] unit(double[] x) {
        double norm = Math.sqrt(dot(x, x));
        return Arrays.stream(x).map(t -> t / norm).toArray();
    }
}
