package org.certifact.linalg.certify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.certifact.linalg.dense.SymmetricEigen;
import org.certifact.linalg.krylov.Deflation;
import org.certifact.linalg.krylov.LanczosBundle;
import org.certifact.linalg.operator.LinearOperator;

/** Atoms of the gauge pair (‖·‖₂, ‖·‖₂): singular directions of G on the span of some of its right vectors. */
final class RitzAtoms {
    /** A Ritz vector whose part outside the vectors taken so far is shorter than this is no new direction. */
    private static final double SAME_DIRECTION = 0.3;

    private RitzAtoms() {}

    /** From the Ritz vectors of all chains, outside what is split off. */
    static Atoms among(LanczosBundle bundle, Deflation split, LinearOperator g, PolarRequest request) {
        return of(g, directions(bundle, split, request), request);
    }

    /** Rayleigh–Ritz on orthonormal vectors: G W = U Σ Qᵀ rotates them to singular directions, left ones included. */
    static Atoms of(LinearOperator g, double[][] w, PolarRequest request) {
        int q = w.length;
        if (q == 0) {
            return Atoms.none();
        }
        double[] packed = interleave(w, g.columns());
        double[] image = g.apply(packed, q);
        double[] small = new double[q * q];
        for (int i = 0; i < g.rows(); i++) {
            for (int a = 0; a < q; a++) {
                for (int b = 0; b < q; b++) {
                    small[a * q + b] += image[i * q + a] * image[i * q + b];
                }
            }
        }
        SymmetricEigen eigen = SymmetricEigen.of(small, q);
        int count = 0;
        while (count < Math.min(q, request.mostAtoms())
                && Math.sqrt(eigen.values()[q - 1 - count]) > request.lambda()) {
            count++;
        }
        double[] values = new double[count];
        double[] left = new double[g.rows() * count];
        double[] right = new double[g.columns() * count];
        for (int c = 0; c < count; c++) {
            int k = q - 1 - c;
            values[c] = Math.sqrt(eigen.values()[k]);
            rotate(packed, g.columns(), q, eigen.vectors(), k, 1.0, right, count, c);
            rotate(image, g.rows(), q, eigen.vectors(), k, 1 / values[c], left, count, c);
        }
        return new Atoms(values, left, right);
    }

    private static double[][] directions(LanczosBundle bundle, Deflation split, PolarRequest request) {
        record Candidate(double value, double[] vector) {}
        List<Candidate> found = new ArrayList<>();
        bundle.ritzVectorsAbove(
                request.lambda() * request.lambda(),
                request.mostAtoms(),
                (value, vector) -> found.add(new Candidate(value, vector)));
        found.sort(Comparator.comparingDouble(Candidate::value).reversed());
        List<double[]> taken = new ArrayList<>();
        for (Candidate candidate : found) {
            if (taken.size() >= 2 * request.mostAtoms()) {
                break;
            }
            double before = norm(candidate.vector());
            // a young chain still holds what its start had of the vectors split off
            double[] x = split.outside(candidate.vector(), 1);
            for (int pass = 0; pass < 2; pass++) {
                for (double[] t : taken) {
                    double c = 0;
                    for (int i = 0; i < x.length; i++) {
                        c += t[i] * x[i];
                    }
                    for (int i = 0; i < x.length; i++) {
                        x[i] -= c * t[i];
                    }
                }
            }
            double after = norm(x);
            if (after > SAME_DIRECTION * before) {
                for (int i = 0; i < x.length; i++) {
                    x[i] /= after;
                }
                taken.add(x);
            }
        }
        return taken.toArray(double[][]::new);
    }

    private static double norm(double[] x) {
        double sum = 0;
        for (double t : x) {
            sum += t * t;
        }
        return Math.sqrt(sum);
    }

    private static double[] interleave(double[][] vectors, int n) {
        int q = vectors.length;
        double[] packed = new double[n * q];
        for (int c = 0; c < q; c++) {
            for (int i = 0; i < n; i++) {
                packed[i * q + c] = vectors[c][i];
            }
        }
        return packed;
    }

    /** out[:, c] = factor · x · eigenvector k. */
    private static void rotate(
            double[] x, int n, int q, double[] vectors, int k, double factor, double[] out, int count, int c) {
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int a = 0; a < q; a++) {
                sum += x[i * q + a] * vectors[k * q + a];
            }
            out[i * count + c] = factor * sum;
        }
    }
}
