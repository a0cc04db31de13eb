package org.certifact.linalg.krylov;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.certifact.linalg.block.DenseRows;

/**
 * The inner products of the vectors of several chains, numbered as they came. Each sum has one order, as BLAS's have not.
 */
final class ChainProducts {
    private final List<LanczosChain> chains;
    private final List<double[]> vectors = new ArrayList<>();
    private final List<double[]> rows = new ArrayList<>();
    private final List<List<Integer>> numbers = new ArrayList<>();

    ChainProducts(List<LanczosChain> chains) {
        this.chains = chains;
        chains.forEach(chain -> numbers.add(new ArrayList<>()));
    }

    /** Takes in what the chains have found since. */
    void update() {
        int before = vectors.size();
        for (int c = 0; c < chains.size(); c++) {
            List<double[]> basis = chains.get(c).basis();
            for (int k = numbers.get(c).size(); k < basis.size(); k++) {
                numbers.get(c).add(vectors.size());
                vectors.add(basis.get(k));
            }
        }
        for (int a = before; a < vectors.size(); a++) {
            rows.add(new double[a + 1]);
        }
        IntStream.range(before, vectors.size()).parallel().forEach(a -> {
            double[] row = rows.get(a);
            for (int b = 0; b <= a; b++) {
                row[b] = DenseRows.inner(vectors.get(a), vectors.get(b));
            }
        });
    }

    /** How many vectors there are. */
    int count() {
        return vectors.size();
    }

    /** How many of them are of a chain. */
    int count(int chain) {
        return numbers.get(chain).size();
    }

    /** The number of a chain's k-th vector. */
    int number(int chain, int k) {
        return numbers.get(chain).get(k);
    }

    /** The inner product of two vectors, by their numbers. */
    double of(int a, int b) {
        return a < b ? rows.get(b)[a] : rows.get(a)[b];
    }
}
