package org.certifact.solver;

import org.certifact.linalg.block.WeightSums;
import org.certifact.linalg.kernel.Kernel;
import org.certifact.linalg.kernel.Kernels;
import org.certifact.matrix.DataBlock;
import org.certifact.matrix.FactorBlock;

/**
 * {@link MajorizedUpdate}'s half of a sweep over a block, for the squared loss on listed cells, with {@link BeyondSums}. It goes
 * band of rows by band of rows: what is computed on the way to the new rows is in the same few arrays for all bands, and stays
 * with their part of the panel in the second-level cache, where arrays for all rows would go to memory and back a dozen times.
 */
final class BandedHalf {
    /** Numbers in each of a band's arrays: 64 KiB. */
    static final int NUMBERS = 1 << 13;

    private final Kernel kernel = Kernels.best();
    private final DataBlock data;
    private final FactorBlock own;
    private final double[] panel;
    private final MajorizedUpdate.EigenStep step;
    private final Leverages ofOwn;
    private final double beta;
    private final int rank;
    private final int most;
    private final double[] basis;
    private final double[] whitening;
    private final double[] panelLeverages;
    private final double[] values;
    private final double[] difference;
    private final double[] panelGradient;
    private final double[] leverageSums;
    private final HalfTally tally;
    private double beyondSquares;

    /**
     * @param ofOwn by which own rows' leverages are taken
     * @param beta extrapolation at which the step is taken
     * @param numbers in each of a band's arrays, as {@link #NUMBERS}
     */
    BandedHalf(
            DataBlock data,
            FactorBlock own,
            double[] panel,
            MajorizedUpdate.EigenStep step,
            Leverages ofOwn,
            double beta,
            int numbers) {
        this.data = data;
        this.own = own;
        this.panel = panel;
        this.step = step;
        this.ofOwn = ofOwn;
        this.beta = beta;
        this.rank = own.rank();
        // a tile of the panel stays in the cache only while all rows pass over it
        boolean whole = rank == 0 || data.entries().tiles() > 1;
        this.most = whole ? data.rows() : Math.min(data.rows(), Math.max(1, numbers / rank));
        this.basis = step.basis();
        this.whitening = ofOwn.whitening(rank);
        this.panelLeverages = step.leverages().of(panel, data.panelRows());
        this.values = new double[own.values().length];
        this.difference = new double[values.length];
        this.panelGradient = new double[panel.length];
        this.leverageSums = new double[data.panelRows()];
        this.tally = new HalfTally(rank, most);
    }

    /** The arrays of a band. */
    private record Band(
            double[] point, double[] gradient, double[] descent, double[] rotated, double[] direction, double[] next) {
        static Band of(int length) {
            return new Band(
                    new double[length],
                    new double[length],
                    new double[length],
                    new double[length],
                    new double[length],
                    new double[length]);
        }
    }

    /** Once. @param otherRows number of rows of the other side */
    UpdatedBlock updated(int otherRows) {
        Band band = Band.of(most * rank);
        for (int from = 0; from < data.rows(); from += most) {
            int to = Math.min(data.rows(), from + most);
            if (to - from < most) {
                band = Band.of((to - from) * rank);
            }
            move(most == data.rows() ? data : data.rows(from, to), from * rank, band);
        }
        BeyondSums beyond = BeyondSums.of(data, beyondSquares, panelGradient, leverageSums, rank, otherRows);
        return new UpdatedBlock(new FactorBlock(data.rows(), rank, values, difference), beyond.behind(tally.sums()));
    }

    /** @param first number of own rows' that is the band's first */
    private void move(DataBlock rows, int first, Band band) {
        int count = rows.rows();
        double[] weights = rows.rowWeights();
        double[] point = own.at(beta, first, band.point());
        double squares = kernel.residualGradient(rows.entries(), point, panel, rank, band.gradient());
        double[] descent = step.descent(point, band.gradient(), weights, band.descent());
        double[] curvatures = step.curvatures(WeightSums.ofRows(rows.entries(), panelLeverages), 0);
        double[] direction = step.direction(descent, curvatures, weights, basis, band.rotated(), band.direction());
        double[] image = new double[count];
        kernel.imageSquares(rows.entries(), direction, panel, rank, image);
        double[] next = step.along(point, direction, step.lengths(direction, descent, image, weights), band.next());
        tally.add(squares, turn(point, next, first));
        tally.add(point, band.gradient(), next, count, weights);
        beyondSquares += kernel.addPanelGradient(rows.entries(), next, panel, rank, panelGradient);
        double[] leverages = ofOwn.of(next, count, rank, whitening, band.rotated());
        WeightSums.addOfPanel(rows.entries(), leverages, leverageSums);
    }

    /** Keeps the new rows. @return ⟨point − next, next − own⟩ */
    private double turn(double[] point, double[] next, int first) {
        System.arraycopy(next, 0, values, first, next.length);
        double[] before = own.values();
        double turn = 0;
        for (int k = 0; k < next.length; k++) {
            difference[first + k] = next[k] - before[first + k];
            turn += (point[k] - next[k]) * difference[first + k];
        }
        return turn;
    }
}
