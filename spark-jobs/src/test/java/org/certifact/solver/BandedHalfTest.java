package org.certifact.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.certifact.matrix.PlainMatrix.flat;
import static org.certifact.matrix.PlainMatrix.gaussian;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.certifact.linalg.block.DenseRows;
import org.certifact.linalg.block.WeightSums;
import org.certifact.linalg.kernel.Kernels;
import org.certifact.linalg.loss.SquaredLoss;
import org.certifact.matrix.DataBlock;
import org.certifact.matrix.DenseData;
import org.certifact.matrix.FactorBlock;
import org.certifact.matrix.LocalBlock;

class BandedHalfTest {
    private static final double LAMBDA = 0.7;

    @Property(tries = 100)
    void itIsTheHalfSweepOfTheWholeBlockWhateverTheBands(
            @ForAll @IntRange(min = 1, max = 30) int rows,
            @ForAll @IntRange(min = 1, max = 9) int columns,
            @ForAll @IntRange(min = 1, max = 6) int rank,
            @ForAll @IntRange(min = 1, max = 60) int numbers,
            @ForAll @DoubleRange(min = 0, max = 1) double alpha,
            @ForAll boolean tiled,
            @ForAll long seed) {
        DenseData dense = DenseData.random(rows, columns, 0.6, seed).weighted(3, seed + 1);
        DataBlock data = tiled ? LocalBlock.tiled(dense, alpha, 3) : LocalBlock.of(dense, alpha);
        double[][] v = gaussian(columns, rank, seed + 2);
        double[] panel = LocalBlock.panel(v);
        FactorBlock own =
                new FactorBlock(rows, rank, flat(gaussian(rows, rank, seed + 3)), flat(gaussian(rows, rank, seed + 4)));
        MajorizedUpdate update = new MajorizedUpdate(LAMBDA);
        MajorizedUpdate.EigenStep step = update.prepare(gram(v), rank, 3);
        Leverages ofOwn = new Leverages(GramRoot.of(gram(gaussian(rows, rank, seed + 5)), rank, 1e-12), rank);
        double beta = 0.4;
        int others = 9;

        UpdatedBlock banded = new BandedHalf(data, own, panel, step, ofOwn, beta, numbers).updated(others);

        UpdatedBlock whole = UpdatedBlock.of(data, new SquaredLoss(), own, panel, step, beta, 0);
        assertClose(banded.block().values(), whole.block().values());
        assertClose(banded.block().at(1), whole.block().at(1));
        double[] gradient = new double[panel.length];
        double[] next = whole.block().values();
        double squares = Kernels.best().addPanelGradient(data.entries(), next, panel, rank, gradient);
        double[] leverages = new double[columns];
        WeightSums.addOfPanel(data.entries(), ofOwn.of(next, rows), leverages);
        assertClose(
                banded.sums(),
                BeyondSums.of(data, squares, gradient, leverages, rank, others).behind(whole.sums()));
    }

    private static double[] gram(double[][] rows) {
        return DenseRows.gram(flat(rows), rows.length, rows[0].length, null);
    }

    private static void assertClose(double[] actual, double[] expected) {
        double largest = 1;
        for (double x : expected) {
            largest = Math.max(largest, Math.abs(x));
        }
        assertThat(actual).containsExactly(expected, within(1e-9 * largest));
    }
}
