package org.certifact.linalg.krylov;

import java.util.List;
import java.util.stream.IntStream;
import org.certifact.linalg.block.DenseRows;
import org.certifact.linalg.dense.PivotedCholesky;
import org.certifact.linalg.dense.SymmetricEigen;

/**
 * Rayleigh–Ritz on the sum of the Krylov spaces of several chains of the same A. Their sum holds the block Krylov space of all
 * starts: it resolves as many eigenvalues that stand close together as there are starts, where each chain alone must tell them
 * apart one by one. It takes no further product: A V = V T + β v eᵀ gives WᵀAW for the basis W of all chains.
 */
final class JointRitz {
    /** A direction with less than this share of the longest one's squared length is taken for dependent on others. */
    private static final double DEPENDENT = 1e-8;

    private final List<LanczosChain> chains;
    private final int used;
    private final double[] white;
    private final double[] projected;

    /**
     * @param chains not all of them without a step, none of which goes on while this is in use
     * @param products of all their vectors
     */
    JointRitz(List<LanczosChain> chains, ChainProducts products) {
        this.chains = chains;
        int[] number = multiplied(products);
        this.used = number.length;
        double[] inner = new double[used * used];
        double[] image = new double[used * used];
        for (int a = 0; a < used; a++) {
            int column = a * used;
            for (int c = 0; c < chains.size(); c++) {
                LanczosChain chain = chains.get(c);
                for (int k = 0; k < chain.steps(); k++, column++) {
                    double own = products.of(number[a], products.number(c, k));
                    double sum = chain.alpha(k) * own;
                    if (k > 0) {
                        sum += chain.beta(k - 1) * products.of(number[a], products.number(c, k - 1));
                    }
                    if (k + 1 < products.count(c)) {
                        sum += chain.beta(k) * products.of(number[a], products.number(c, k + 1));
                    }
                    inner[column] = own;
                    image[column] = sum;
                }
            }
        }
        this.white = PivotedCholesky.whitening(inner, used, DEPENDENT);
        int kept = white.length / used;
        double[] half = DenseRows.times(image, used, used, white, kept);
        this.projected = Deflation.symmetric(DenseRows.cross(white, kept, half, kept, used, null), kept);
    }

    /**
     * The best Ritz pairs.
     *
     * @param threshold only Ritz values above it count
     * @param most at most so many
     */
    RitzPairs above(double threshold, int most) {
        int n = chains.get(0).head().length;
        int kept = white.length / used;
        SymmetricEigen ritz = SymmetricEigen.leading(projected, kept, Math.max(1, Math.min(most, kept)));
        int count = 0;
        while (count < Math.min(most, kept) && ritz.values()[ritz.size() - 1 - count] > threshold) {
            count++;
        }
        double[] values = new double[count];
        for (int k = 0; k < count; k++) {
            values[k] = ritz.values()[ritz.size() - 1 - k];
        }
        double[] vectors = combined(chains, n, DenseRows.times(white, used, kept, ritz.best(count), count), count);
        return new RitzPairs(values, orthonormal(vectors, n, count));
    }

    /**
     * W (3I − WᵀW)/2, which is orthonormal to rounding where W is to half of its digits (Björck and Bowie 1971): starts that
     * are nearly dependent leave it at that, and a bound from a vector that is too long would be none.
     */
    private static double[] orthonormal(double[] w, int n, int count) {
        double[] correction = DenseRows.gram(w, n, count, null);
        for (int k = 0; k < correction.length; k++) {
            correction[k] = (k % count == k / count ? 1.5 : 0) - 0.5 * correction[k];
        }
        return DenseRows.times(w, n, count, correction, count);
    }

    /** W times a matrix. @param matrix a row for each basis vector that has been multiplied with A @return n × count */
    private static double[] combined(List<LanczosChain> chains, int n, double[] matrix, int count) {
        List<double[]> vectors = chains.stream()
                .flatMap(chain -> chain.basis().stream().limit(chain.steps()))
                .toList();
        double[] out = new double[count * n];
        IntStream.range(0, count).parallel().forEach(c -> {
            for (int a = 0; a < vectors.size(); a++) {
                double[] vector = vectors.get(a);
                double factor = matrix[a * count + c];
                for (int i = 0; i < n; i++) {
                    out[c * n + i] += factor * vector[i];
                }
            }
        });
        return DenseRows.transposed(out, count, n);
    }

    /** The numbers of the basis vectors that have been multiplied with A, chain by chain. */
    private int[] multiplied(ChainProducts products) {
        return IntStream.range(0, chains.size())
                .flatMap(c -> IntStream.range(0, chains.get(c).steps()).map(k -> products.number(c, k)))
                .toArray();
    }
}
