package org.certifact.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.certifact.matrix.PlainMatrix.flat;
import static org.certifact.matrix.PlainMatrix.gaussian;

import org.certifact.linalg.loss.SquaredLoss;
import org.certifact.matrix.BlockMatrix;
import org.certifact.matrix.DataBlock;
import org.certifact.matrix.DenseData;
import org.certifact.matrix.FactorMatrix;
import org.certifact.matrix.LocalBlock;
import org.certifact.matrix.Offsets;
import org.certifact.matrix.PlacedData;
import org.junit.jupiter.api.Test;

/** Steps and sums over blocks in tiles: those of a large panel as it is built, and forced ones of a small panel. */
class TiledMatrixTest {
    private static final DenseData WIDE =
            DenseData.full(gaussian(3, 9000, 1)).seen(0.9, 3).weighted(2, 2);

    @Test
    void aWideMatrixIsTiledByRowsAndChecksTheSameAsByColumns() {
        PlacedData placed = PlacedData.of(WIDE, 1, 0.5);
        BlockMatrix matrix = placed.matrix();
        assertThat(matrix.byRows().blocks().first().entries().tiles()).isGreaterThan(1);
        assertThat(matrix.byColumns().blocks().first().entries().tiles()).isEqualTo(1);
        FactorMatrix u = placed.u(gaussian(3, 2, 4));
        FactorMatrix v = placed.v(gaussian(9000, 2, 5));

        Recheck plain = Recheck.of(matrix, u, v, new SquaredLoss(), 0.5, 1);
        Recheck tiled = Recheck.of(matrix.transposed(), v, u, new SquaredLoss(), 0.5, 1);

        assertThat(tiled.primal()).isCloseTo(plain.primal(), within(1e-9 * plain.primal()));
        assertThat(tiled.dual()).isCloseTo(plain.dual(), within(1e-9 * Math.abs(plain.dual())));
    }

    @Test
    void offsetsOfAWideMatrixAreThoseOfItsEntries() {
        PlacedData placed = PlacedData.of(WIDE, 1, 0);
        Offsets offsets = OffsetFit.biases(placed.matrix());
        double[][] b = placed.rowsOf(offsets.rows());
        double[][] c = placed.columnsOf(offsets.columns());
        for (int i = 0; i < 3; i++) {
            double sum = 0;
            double weights = 3;
            for (int j = 0; j < 9000; j++) {
                sum += WIDE.weight(i, j) * (WIDE.value(i, j) - offsets.mean() - c[j][0]);
                weights += WIDE.weight(i, j);
            }
            assertThat(b[i][0]).isCloseTo(sum / weights, within(1e-4 * (1 + Math.abs(b[i][0]))));
        }
    }

    @Test
    void everyStepIsThatOfTheEntriesInOneTile() {
        DenseData data = DenseData.random(8, 12, 0.5, 1).weighted(2, 2);
        double[] point = flat(gaussian(8, 3, 3));
        double[] gradient = flat(gaussian(8, 3, 4));
        double[] panel = LocalBlock.panel(gaussian(12, 3, 5));
        double[] gram = {2, 0.1, 0, 0.1, 3, 0.2, 0, 0.2, 4};
        DataBlock plain = LocalBlock.of(data, 0.5);
        DataBlock tiled = LocalBlock.tiled(data, 0.5, 4);
        for (RowUpdate update : new RowUpdate[] {new MajorizedUpdate(0.7), new ConjugateGradientUpdate(0.7, 2)}) {
            RowUpdate.Step step = update.prepare(gram, 3, 2);
            assertThat(step.apply(tiled, point, gradient, panel, 3))
                    .containsExactly(step.apply(plain, point, gradient, panel, 3), within(1e-12));
        }
    }
}
