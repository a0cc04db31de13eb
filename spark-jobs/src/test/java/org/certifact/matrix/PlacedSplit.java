package org.certifact.matrix;

/**
 * Dense data of which some entries are held out.
 *
 * @param training what is left
 * @param all the held out included
 */
public record PlacedSplit(DenseData training, DenseData all, BlockMatrix matrix, HeldOut heldOut) {

    /** With the same number of blocks on both sides, and α = 0. */
    public static PlacedSplit of(DenseData all, Selection held, int blocks) {
        EntryTable table = EntryTable.of(PlacedData.entries(all.entries(), 2), blocks, blocks, Duplicates.FAIL);
        BlockMatrix matrix = BlockMatrix.build(table, e -> !held.has(e), 0);
        return new PlacedSplit(all.without(held), all, matrix, HeldOut.build(table, held, matrix));
    }

    /** Root mean squared error of a dense prediction on the entries held out. */
    public double heldOutError(double[][] x) {
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < all.rows(); i++) {
            for (int j = 0; j < all.columns(); j++) {
                if (training.weight(i, j) == 0 && all.weight(i, j) > 0) {
                    double error = all.value(i, j) - x[i][j];
                    sum += all.weight(i, j) * error * error;
                    weight += all.weight(i, j);
                }
            }
        }
        return Math.sqrt(sum / weight);
    }
}
