package org.certifact.matrix;

import java.util.List;
import org.certifact.datasets.Entry;

/** Blocks of views, built of counts of which those that are 0 are not listed; factors in the dense order. */
public record PlacedViews(PlacedData placed) {

    public static PlacedViews of(double[][] counts, int blocks, double confidence, double alpha) {
        DenseData dense = DenseData.full(counts);
        List<Entry> listed =
                dense.entries().stream().filter(e -> e.value() != 0).toList();
        EntryTable table = EntryTable.of(PlacedData.entries(listed, 3), blocks, blocks, Duplicates.FAIL);
        BlockMatrix matrix = BlockMatrix.views(table, Selection.ALL, confidence, alpha);
        return new PlacedViews(new PlacedData(dense, matrix, alpha));
    }

    public BlockMatrix matrix() {
        return placed.matrix();
    }

    public FactorMatrix u(double[][] rows) {
        return placed.u(rows);
    }

    public FactorMatrix v(double[][] rows) {
        return placed.v(rows);
    }

    public double[][] rowsOf(FactorMatrix u) {
        return placed.rowsOf(u);
    }

    public double[][] columnsOf(FactorMatrix v) {
        return placed.columnsOf(v);
    }
}
