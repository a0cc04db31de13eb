package org.certifact.linalg.krylov;

import java.util.ArrayList;
import java.util.List;
import org.certifact.linalg.block.DenseRows;

/**
 * K(t) = P(t)ᵀ(Γ + εI)⁻¹P(t), starts × starts, where column s of P(t) holds the polynomials p_sj(t) by which chain s makes its
 * vectors of its start, q_sj = p_sj(A) x_s, and Γ the inner products of all q. For one chain and ε = 0 it is Σ_j p_j(t)², the
 * inverse of the Christoffel function.
 */
final class ChristoffelMatrix {
    private final List<LanczosChain> chains;
    private final ChainProducts products;
    private final double epsilon;

    /** Rows of the Cholesky factor L of Γ + εI. */
    private final List<double[]> factor = new ArrayList<>();

    /** @param products of the chains' vectors @param epsilon ε, above what rounding may do to Γ */
    ChristoffelMatrix(List<LanczosChain> chains, ChainProducts products, double epsilon) {
        this.chains = chains;
        this.products = products;
        this.epsilon = epsilon;
    }

    /** K(t). Its number of rows is that of the starts. */
    double[] at(double t) {
        return squares(columns(t, 0, 1)).get(0);
    }

    /** The coefficients of K(t + width·h) as a polynomial in h. */
    List<double[]> powers(double t, double width) {
        int degree = chains.stream().mapToInt(LanczosChain::steps).max().orElse(0);
        return squares(columns(t, degree, width));
    }

    /** Products of the coefficients of L⁻¹P. */
    private List<double[]> squares(List<double[][]> columns) {
        int b = chains.size();
        List<double[]> powers = new ArrayList<>();
        for (int m = 0; m < 2 * columns.size() - 1; m++) {
            double[] power = new double[b * b];
            for (int i = Math.max(0, m - columns.size() + 1); i <= Math.min(m, columns.size() - 1); i++) {
                for (int r = 0; r < b; r++) {
                    for (int s = 0; s < b; s++) {
                        power[r * b + s] += DenseRows.inner(columns.get(i)[r], columns.get(m - i)[s]);
                    }
                }
            }
            powers.add(power);
        }
        return powers;
    }

    /** For each power of h, what it has for coefficients in the columns of L⁻¹P(t + width·h). */
    private List<double[][]> columns(double t, int powers, double width) {
        factorize();
        List<double[][]> columns = new ArrayList<>();
        for (int i = 0; i <= powers; i++) {
            columns.add(new double[chains.size()][products.count()]);
        }
        for (int s = 0; s < chains.size(); s++) {
            LanczosChain chain = chains.get(s);
            double[] before = new double[powers + 1];
            double[] p = new double[powers + 1];
            p[0] = 1;
            for (int j = 0; j < products.count(s); j++) {
                for (int i = 0; i <= powers; i++) {
                    columns.get(i)[s][products.number(s, j)] = p[i];
                }
                if (j + 1 < products.count(s)) {
                    double[] next = new double[powers + 1];
                    for (int i = 0; i <= powers; i++) {
                        double lower = i == 0 ? 0 : width * p[i - 1];
                        double last = j == 0 ? 0 : chain.beta(j - 1) * before[i];
                        next[i] = ((t - chain.alpha(j)) * p[i] + lower - last) / chain.beta(j);
                    }
                    before = p;
                    p = next;
                }
            }
        }
        columns.forEach(power -> {
            for (double[] column : power) {
                solve(column);
            }
        });
        return columns;
    }

    /** x ← L⁻¹x. */
    private void solve(double[] x) {
        for (int a = 0; a < x.length; a++) {
            double[] row = factor.get(a);
            double sum = x[a];
            for (int k = 0; k < a; k++) {
                sum -= row[k] * x[k];
            }
            x[a] = sum / row[a];
        }
    }

    /** Adds the rows of the vectors that are new. */
    private void factorize() {
        for (int a = factor.size(); a < products.count(); a++) {
            double[] row = new double[a + 1];
            double left = products.of(a, a) + epsilon;
            for (int k = 0; k < a; k++) {
                double[] other = factor.get(k);
                double sum = products.of(a, k);
                for (int l = 0; l < k; l++) {
                    sum -= row[l] * other[l];
                }
                row[k] = sum / other[k];
                left -= row[k] * row[k];
            }
            row[a] = Math.sqrt(left);
            factor.add(row);
        }
    }
}
