package org.certifact.linalg.krylov;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.certifact.linalg.dense.SymmetricEigen;
import org.certifact.linalg.operator.DenseOperator;

/**
 * A Lanczos chain that is driven step by step and remembers its basis.
 *
 * @param a n × n
 */
record ChainRun(DenseOperator a, LanczosChain chain, List<double[]> basis) {

    static ChainRun of(double[] a, double[] start) {
        return new ChainRun(
                new DenseOperator(start.length, start.length, a), new LanczosChain(start.clone()), new ArrayList<>());
    }

    static ChainRun diagonal(double[] spectrum, double[] start) {
        int n = spectrum.length;
        double[] a = new double[n * n];
        for (int i = 0; i < n; i++) {
            a[i * n + i] = spectrum[i];
        }
        return of(a, start);
    }

    /** One step; false where the chain has ended. */
    boolean step() {
        if (chain.exhausted()) {
            return false;
        }
        basis.add(chain.head().clone());
        chain.expand(a.apply(chain.head(), 1));
        return true;
    }

    ChainRun steps(int most) {
        for (int k = 0; k < most && step(); k++) {
            assert !basis.isEmpty();
        }
        return this;
    }

    double largestRitz() {
        return chain.largestRitz();
    }

    double upper(double delta) {
        return chain.upperBound(largestRitz(), delta);
    }

    /** VᵀAV of the vectors that were multiplied, k × k. */
    double[][] tridiagonal() {
        int k = basis.size();
        double[][] t = new double[k][k];
        for (int j = 0; j < k; j++) {
            double[] image = a.apply(basis.get(j), 1);
            for (int i = 0; i < k; i++) {
                t[i][j] = dot(basis.get(i), image);
            }
        }
        return t;
    }

    /** Eigenvalues and vectors of {@link #tridiagonal}. */
    SymmetricEigen ritz() {
        double[][] t = tridiagonal();
        return SymmetricEigen.of(
                Arrays.stream(t).flatMapToDouble(Arrays::stream).toArray(), t.length);
    }

    /** Column j of A V − V T. */
    double[] defect(int j) {
        double[][] t = tridiagonal();
        double[] r = a.apply(basis.get(j), 1);
        for (int i = 0; i < basis.size(); i++) {
            for (int l = 0; l < r.length; l++) {
                r[l] -= basis.get(i)[l] * t[i][j];
            }
        }
        return r;
    }

    static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    static double norm(double[] x) {
        return Math.sqrt(dot(x, x));
    }
}
