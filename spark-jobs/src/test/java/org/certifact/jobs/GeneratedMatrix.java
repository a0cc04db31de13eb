package org.certifact.jobs;

import org.certifact.SharedSpark;
import org.certifact.datasets.PlantedRatings;
import org.certifact.datasets.RatingsGenerator;
import org.certifact.matrix.BlockMatrix;
import org.certifact.matrix.Duplicates;
import org.certifact.matrix.EntryTable;
import org.certifact.matrix.Selection;
import org.certifact.solver.Centering;
import org.certifact.solver.CentredData;

/** Generated ratings as a matrix of two by two blocks, less their mean. */
final class GeneratedMatrix {
    private GeneratedMatrix() {}

    static BlockMatrix of(PlantedRatings spec, double weighting) {
        EntryTable table = EntryTable.of(
                RatingsGenerator.generate(SharedSpark.context(), spec, 2).entries(), 2, 2, Duplicates.FAIL);
        return CentredData.of(BlockMatrix.build(table, Selection.ALL, weighting), Centering.MEAN)
                .matrix();
    }
}
