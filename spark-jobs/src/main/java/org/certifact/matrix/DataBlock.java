package org.certifact.matrix;

import java.io.Serializable;
import java.util.Arrays;
import org.certifact.linalg.block.Block;
import org.certifact.linalg.block.DenseRows;
import org.certifact.linalg.block.PanelTiles;
import org.certifact.linalg.block.SparseBlock;
import org.certifact.linalg.kernel.Kernel;
import org.certifact.linalg.kernel.Kernels;

/**
 * One block of the data as its tasks see it: the cells, what a cell means that is not listed, and who the rows of its panel
 * are.
 *
 * <p>The panel lists the rows of the other side that this block touches, grouped by the block that they live in; within a
 * group in the order of that block.
 */
public final class DataBlock implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Block block;
    private final Coverage coverage;
    private final int[] panelStart;
    private final int[] panelIndex;
    private final double[] rowWeights;
    private final double[] panelWeights;

    /**
     * @param panelStart the rows that come from block q of the other side are {@code panelStart[q] .. panelStart[q+1]-1}
     * @param panelIndex each panel row's index among all rows of the other side, or null before it is known
     * @param rowWeights d^α of each own row, or null for ones
     * @param panelWeights d^α of each panel row, or null for ones
     */
    DataBlock(
            Block block,
            Coverage coverage,
            int[] panelStart,
            int[] panelIndex,
            double[] rowWeights,
            double[] panelWeights) {
        this.block = block;
        this.coverage = coverage;
        this.panelStart = panelStart;
        this.panelIndex = panelIndex;
        this.rowWeights = rowWeights;
        this.panelWeights = panelWeights;
    }

    /** The cells that are stored; columns are panel positions. */
    public Block block() {
        return block;
    }

    /** What a cell means that is not stored. */
    public Coverage coverage() {
        return coverage;
    }

    /** The listed entries; columns are panel positions. @throws IllegalStateException where the block is dense */
    public SparseBlock entries() {
        if (block instanceof SparseBlock entries) {
            return entries;
        }
        throw new IllegalStateException("a dense block has cells, not entries");
    }

    /** Own rows from .. to-1 of a block of entries in one tile, which keep their places and their panel. */
    public DataBlock rows(int from, int to) {
        double[] weights = rowWeights == null ? null : Arrays.copyOfRange(rowWeights, from, to);
        return new DataBlock(entries().rows(from, to), coverage, panelStart, panelIndex, weights, panelWeights);
    }

    /** Number of own rows. */
    public int rows() {
        return block.rows();
    }

    /** Number of rows of the panel. */
    public int panelRows() {
        return block.panelRows();
    }

    /**
     * One pass over the block: with E = w(Y − UVᵀ) on the cells that count, writes T = E V.
     *
     * @param rows own factor rows U, rows × rank. Not modified.
     * @param panel the other factor's rows, panelRows × stride(rank). Not modified.
     * @param gram VᵀV over all rows of the other factor, rank × rank. Not modified.
     * @param gradient rows × rank. Modified: overwritten with T.
     * @return Σ w (y − u·v)²
     */
    public double residualGradient(double[] rows, double[] panel, int rank, double[] gram, double[] gradient) {
        if (coverage == Coverage.OBSERVED) {
            return Kernels.best().residualGradient(entries(), rows, panel, rank, gradient);
        }
        if (block instanceof SparseBlock entries && entries.weights() != null) {
            return weightedGradient(entries, rows, panel, rank, gram, gradient);
        }
        Arrays.fill(gradient, 0);
        block.addTimes(panel, Kernels.best().stride(rank), rank, gradient);
        double[] fitted = DenseRows.times(rows, rows(), rank, gram, rank);
        double squares = block.squaredNorm();
        for (int k = 0; k < gradient.length; k++) {
            squares += rows[k] * (fitted[k] - 2 * gradient[k]);
            gradient[k] -= fitted[k];
        }
        return Math.max(0, squares);
    }

    /** With s = w(y − x) + x on what is listed, T = S V − U VᵀV. */
    private double weightedGradient(
            SparseBlock entries, double[] rows, double[] panel, int rank, double[] gram, double[] gradient) {
        Kernel kernel = Kernels.best();
        double[] s = new double[entries.entries()];
        kernel.residual(entries, rows, panel, rank, s);
        double squares = 0;
        for (int k = 0; k < s.length; k++) {
            double x = entries.values()[k] - s[k];
            double we = entries.weight(k) * s[k];
            squares += we * s[k] - x * x;
            s[k] = we + x;
        }
        Arrays.fill(gradient, 0);
        entries.withValues(s).addTimes(panel, kernel.stride(rank), rank, gradient);
        double[] fitted = DenseRows.times(rows, rows(), rank, gram, rank);
        for (int k = 0; k < gradient.length; k++) {
            squares += rows[k] * fitted[k];
            gradient[k] -= fitted[k];
        }
        return Math.max(0, squares);
    }

    /** Weight of a cell that is not listed. */
    public double background() {
        return coverage == Coverage.OBSERVED ? 0 : 1;
    }

    /** The listed entries, weighted by what they weigh more than a cell that is not listed. */
    public SparseBlock excess() {
        SparseBlock entries = entries();
        if (coverage == Coverage.OBSERVED) {
            return entries;
        }
        double[] weights = new double[entries.entries()];
        for (int k = 0; k < weights.length; k++) {
            weights[k] = entries.weight(k) - 1;
        }
        return entries.withWeights(weights);
    }

    /**
     * Entries r as views: p = 1 where r > 0, else 0, with confidence 1 + α|r| (Hu, Koren and Volinsky 2008). What is not
     * listed is p = 0 with confidence 1.
     */
    DataBlock views(double alpha) {
        SparseBlock entries = entries();
        double[] seen = new double[entries.entries()];
        double[] confidence = new double[seen.length];
        for (int k = 0; k < seen.length; k++) {
            double r = entries.values()[k];
            seen[k] = r > 0 ? 1 : 0;
            confidence[k] = 1 + alpha * Math.abs(r);
        }
        SparseBlock views = entries.withValues(seen).withWeights(confidence);
        return new DataBlock(views, Coverage.COMPLETE, panelStart, panelIndex, rowWeights, panelWeights);
    }

    /**
     * How many entries a row's gauge counts: those listed, or where all cells are known those that are not zero, but one at
     * least, as a row of zeros has no factors at any weight.
     */
    int observed(int i) {
        SparseBlock entries = entries();
        if (coverage == Coverage.OBSERVED) {
            return entries.count(i);
        }
        int count = 0;
        for (int tile = 0; tile < entries.tiles(); tile++) {
            int s = entries.segment(tile, i);
            for (int k = entries.start(s); k < entries.start(s + 1); k++) {
                count += counts(entries, k) ? 1 : 0;
            }
        }
        return Math.max(1, count);
    }

    /** How many entries of each panel row a gauge counts. */
    int[] panelObserved() {
        SparseBlock entries = entries();
        int[] column = entries.columns();
        int[] observed = new int[panelRows()];
        for (int k = 0; k < column.length; k++) {
            observed[column[k]] += counts(entries, k) ? 1 : 0;
        }
        return observed;
    }

    /** Whether a gauge counts an entry: where all cells are known, those that are not zero. */
    private boolean counts(SparseBlock entries, int k) {
        return coverage == Coverage.OBSERVED || entries.values()[k] != 0;
    }

    /** D^{-α/2} times own rows of a factor. */
    FactorBlock scaled(FactorBlock own) {
        double[] values = own.values().clone();
        for (int k = 0; k < values.length; k++) {
            values[k] /= Math.sqrt(rowWeight(k / own.rank()));
        }
        return new FactorBlock(own.rows(), own.rank(), values, null);
    }

    /** First panel row of each block of the other side. Not to be modified. */
    int[] panelStart() {
        return panelStart;
    }

    /** Index of each panel row among all rows of the other side, in block order. Not to be modified. */
    public int[] panelIndex() {
        return panelIndex;
    }

    /** Gauge weight d^α of each own row, or null for ones. Not to be modified. */
    public double[] rowWeights() {
        return rowWeights;
    }

    /** Gauge weight d^α of each panel row, or null for ones. Not to be modified. */
    public double[] panelWeights() {
        return panelWeights;
    }

    /** Gauge weight of own row i. */
    public double rowWeight(int i) {
        return rowWeights == null ? 1.0 : rowWeights[i];
    }

    double[] allRowWeights() {
        double[] all = new double[rows()];
        Arrays.setAll(all, this::rowWeight);
        return all;
    }

    /** Gauge weight of panel row k. */
    public double panelWeight(int k) {
        return panelWeights == null ? 1.0 : panelWeights[k];
    }

    /** 1/√d^α of each own row. */
    double[] rowScales() {
        double[] scales = new double[rows()];
        Arrays.setAll(scales, i -> 1 / Math.sqrt(rowWeight(i)));
        return scales;
    }

    /** 1/√d^α of each panel row. */
    double[] panelScales() {
        double[] scales = new double[panelRows()];
        Arrays.setAll(scales, k -> 1 / Math.sqrt(panelWeight(k)));
        return scales;
    }

    /** Sums over panel rows in the places of all rows of the other side. @param panel panelRows × stride @return all × count */
    public double[] placed(double[] panel, int stride, int count, int allRows) {
        double[] all = new double[Math.multiplyExact(allRows, count)];
        for (int k = 0; k < panelIndex.length; k++) {
            System.arraycopy(panel, k * stride, all, panelIndex[k] * count, count);
        }
        return all;
    }

    /** The panel of a factor of which all rows are at hand. @param all all rows of the other side × rank @return panelRows × stride */
    double[] panel(double[] all, int rank) {
        return gather(all, rank, Kernels.best().stride(rank));
    }

    /** The panel's part of vectors over all rows of the other side. @param x all rows × count @return panelRows × stride */
    double[] gather(double[] x, int count, int stride) {
        double[] panel = new double[Math.multiplyExact(panelRows(), stride)];
        for (int k = 0; k < panelIndex.length; k++) {
            System.arraycopy(x, panelIndex[k] * count, panel, k * stride, count);
        }
        return panel;
    }

    /** Adds what belongs to the panel to vectors over all rows of the other side. @param panel panelRows × stride @param x modified */
    void scatter(double[] panel, int stride, int count, double[] x) {
        for (int k = 0; k < panelIndex.length; k++) {
            for (int c = 0; c < count; c++) {
                x[panelIndex[k] * count + c] += panel[k * stride + c];
            }
        }
    }

    /** D^{-α/2} times the block's part of columns. @param columns all own rows × count @param first own rows before the block */
    double[] unscaled(double[] columns, int first, int count) {
        double[] rows = new double[rows() * count];
        for (int k = 0; k < rows.length; k++) {
            rows[k] = columns[first * count + k] / Math.sqrt(rowWeight(k / count));
        }
        return rows;
    }

    /** Σ w Δ² over the entries, w what they weigh more than cells that are not listed, Δ = Σ_c rows_c right_cᵀ / √d_j^α. @param rows own rows × count */
    double observedSquare(double[] rows, double[] right, int count) {
        int stride = Kernels.best().stride(count);
        double[] panel = new double[panelRows() * stride];
        for (int j = 0; j < panelIndex.length; j++) {
            double scale = 1 / Math.sqrt(panelWeight(j));
            for (int c = 0; c < count; c++) {
                panel[j * stride + c] = scale * right[panelIndex[j] * count + c];
            }
        }
        double[] squares = new double[rows()];
        Kernels.best().imageSquares(excess(), rows, panel, count, squares);
        return Arrays.stream(squares).sum();
    }

    /** The values less a constant. */
    DataBlock minus(double constant) {
        return withValues(
                Arrays.stream(entries().values()).map(y -> y - constant).toArray());
    }

    DataBlock withValues(double[] values) {
        return new DataBlock(entries().withValues(values), coverage, panelStart, panelIndex, rowWeights, panelWeights);
    }

    /** The same cells with other weights. @param weights length entries */
    DataBlock withWeights(double[] weights) {
        return new DataBlock(
                entries().withWeights(weights), coverage, panelStart, panelIndex, rowWeights, panelWeights);
    }

    /** The same cells, of which those that are not listed mean something else. */
    DataBlock covering(Coverage other) {
        return new DataBlock(block, other, panelStart, panelIndex, rowWeights, panelWeights);
    }

    /**
     * The finished block: entries are now put in the order in which passes over them are fast.
     *
     * @param less is subtracted from every value
     */
    DataBlock withPanel(int[] index, double[] own, double[] panel, double less) {
        Block ordered = block instanceof SparseBlock entries ? PanelTiles.of(entries, less) : block;
        return new DataBlock(ordered, coverage, panelStart, index, own, panel);
    }
}
