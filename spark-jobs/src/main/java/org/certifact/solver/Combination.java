package org.certifact.solver;

import org.certifact.linalg.block.DenseRows;
import org.certifact.matrix.LowRank;

/**
 * A sum of matrices of low rank whose long sides are columns of one distributed state: state · longMap · shortSideᵀ.
 *
 * @param columns of the state
 * @param width rows of the short side
 * @param longMap columns × rank
 * @param shortSide width × rank
 */
record Combination(int columns, int width, int rank, double[] longMap, double[] shortSide) {

    static Combination of(int columns, int width) {
        return new Combination(columns, width, 0, new double[0], new double[0]);
    }

    Combination plus(LowRank term, double scale) {
        double[] map = new double[columns * term.rank()];
        for (int k = 0; k < term.rank(); k++) {
            map[(term.first() + k) * term.rank() + k] = 1;
        }
        return plus(new Combination(columns, width, term.rank(), map, term.shortSide()), scale);
    }

    Combination plus(Combination term, double scale) {
        double[] scaled = term.shortSide.clone();
        for (int k = 0; k < scaled.length; k++) {
            scaled[k] *= scale;
        }
        return new Combination(
                columns,
                width,
                rank + term.rank,
                DenseRows.beside(longMap, rank, term.longMap, term.rank, columns),
                DenseRows.beside(shortSide, rank, scaled, term.rank, width));
    }

    /** The nearest matrix of a rank. @param gram stateᵀ state */
    Combination truncated(double[] gram, int most) {
        if (rank == 0) {
            return this;
        }
        double[] half = DenseRows.times(gram, columns, columns, longMap, rank);
        double[] left = DenseRows.cross(longMap, rank, half, rank, columns, null);
        double[] right = DenseRows.gram(shortSide, width, rank, null);
        Balance balance = Balance.of(left, right, rank, most);
        return new Combination(
                columns,
                width,
                balance.rank(),
                DenseRows.times(longMap, columns, rank, balance.left(), balance.rank()),
                DenseRows.times(shortSide, width, rank, balance.right(), balance.rank()));
    }

    /** Writes the long side into columns of a map. @param map columns × stride. Modified. */
    void writeLong(double[] map, int at, int stride) {
        for (int i = 0; i < columns; i++) {
            System.arraycopy(longMap, i * rank, map, i * stride + at, rank);
        }
    }
}
