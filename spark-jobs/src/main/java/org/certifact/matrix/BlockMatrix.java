package org.certifact.matrix;

import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.rdd.RDD;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * The cells of a matrix, grouped by rows and, where somebody asks for that, once more by columns, in blocks spread over the
 * executors.
 *
 * <p>An id lives in the block that its hash names, and stands in a block by its order among the ids there, so neither a
 * global index nor a join is needed to build it, and the same ids make the same blocks however the input was split.
 */
public final class BlockMatrix {
    private final GroupedMatrix byRows;
    private final GroupedMatrix byColumns;
    private final JavaRDD<String[]> rowIds;
    private final JavaRDD<String[]> columnIds;
    private final Totals totals;
    private final Coverage coverage;

    BlockMatrix(
            GroupedMatrix byRows,
            GroupedMatrix byColumns,
            JavaRDD<String[]> rowIds,
            JavaRDD<String[]> columnIds,
            Totals totals,
            Coverage coverage) {
        this.coverage = coverage;
        this.byRows = byRows;
        this.byColumns = byColumns;
        this.rowIds = rowIds;
        this.columnIds = columnIds;
        this.totals = totals;
    }

    /**
     * Builds the blocks of selected entries; what is not selected is unknown.
     *
     * @param alpha the gauge's weighting α in [0, 1]: a row of d entries weighs d^α
     */
    public static BlockMatrix build(EntryTable table, Selection selection, double alpha) {
        return build(table, selection, Coverage.OBSERVED, block -> block, alpha);
    }

    /**
     * Builds the blocks of views: p = 1 where a selected entry is above 0, with confidence 1 + {@code confidence}·|r|; every
     * other cell is p = 0, with confidence 1 where nothing is listed.
     *
     * @param confidence α of Hu, Koren and Volinsky (2008), at least 0
     * @param alpha the gauge's weighting in [0, 1], by the number of views
     */
    public static BlockMatrix views(EntryTable table, Selection selection, double confidence, double alpha) {
        return build(table, selection, Coverage.COMPLETE, block -> block.views(confidence), alpha);
    }

    /** Builds the blocks of all entries. @param coverage what a cell means that has no entry */
    public static BlockMatrix build(EntryTable table, Coverage coverage) {
        return build(table, Selection.ALL, coverage, block -> block, 0);
    }

    private static BlockMatrix build(
            EntryTable table,
            Selection selection,
            Coverage coverage,
            Blocks.Each<DataBlock, DataBlock> reading,
            double alpha) {
        int rowBlocks = table.rowBlocks();
        int columnBlocks = table.columnBlocks();
        JavaRDD<RawRows> rows = table.chunks()
                .mapPartitionsWithIndex(
                        (p, chunks) -> List.of(RawRows.select(p, chunks.next(), selection, columnBlocks, null))
                                .iterator(),
                        true)
                .persist(StorageLevel.MEMORY_AND_DISK());
        RDD<Tuple2<Integer, NeededColumns>> needed = Delivery.of(
                rows.flatMap(r -> r.needed(reading.of(r.data(coverage))).iterator()), columnBlocks);
        JavaRDD<ColumnIndex> index = Blocks.<ColumnIndex>of(
                        List.of(needed),
                        (q, parts) -> Blocks.one(ColumnIndex.merge(q, Delivery.read(parts.get(0)), rowBlocks)))
                .persist(StorageLevel.MEMORY_AND_DISK());

        JavaRDD<String[]> rowIds = named(rows.map(RawRows::ids), "row ids");
        JavaRDD<String[]> columnIds = named(index.map(ColumnIndex::ids), "column ids");
        JavaRDD<double[]> columnWeights = named(index.map(i -> i.weights(alpha)), "column weights");
        JavaRDD<Routes> toRows = named(index.map(ColumnIndex::routes), "routes to rows");
        int[] columnOffsets = offsets(columnIds);
        GroupedMatrix plain = new GroupedMatrix(rows.map(r -> reading.of(r.data(coverage))), toRows, offsets(rowIds));
        GroupedMatrix byRows = weigh(plain, columnWeights, columnOffsets, alpha);
        Totals totals = Totals.of(byRows.blocks());
        rows.unpersist(false);
        index.unpersist(false);
        return new BlockMatrix(
                byRows, byRows.transposed(columnOffsets, columnWeights, coverage), rowIds, columnIds, totals, coverage);
    }

    static <T> JavaRDD<T> named(JavaRDD<T> rdd, String name) {
        return rdd.persist(StorageLevel.MEMORY_AND_DISK()).setName(name);
    }

    static int[] offsets(JavaRDD<String[]> ids) {
        List<Integer> sizes = ids.map(x -> x.length).collect();
        int[] offsets = new int[sizes.size() + 1];
        for (int p = 0; p < sizes.size(); p++) {
            offsets[p + 1] = Math.addExact(offsets[p], sizes.get(p));
        }
        return offsets;
    }

    /** Tells every row block who its panel rows are and what they weigh: the index and d^α travel as a factor of rank 2. */
    private static GroupedMatrix weigh(
            GroupedMatrix own, JavaRDD<double[]> columnWeights, int[] columnOffsets, double alpha) {
        JavaRDD<FactorBlock> labels = Blocks.numbered(columnWeights, (q, weights) -> labels(weights, columnOffsets[q]));
        return own.withBlocks(
                own.meet(
                        own.zeros(0), new FactorMatrix(labels, 2), 0, (data, none, panel) -> label(data, panel, alpha)),
                "data by rows");
    }

    private static FactorBlock labels(double[] weights, int offset) {
        double[] values = new double[2 * weights.length];
        for (int i = 0; i < weights.length; i++) {
            values[2 * i] = offset + i;
            values[2 * i + 1] = weights[i];
        }
        return new FactorBlock(weights.length, 2, values, null);
    }

    private static DataBlock label(DataBlock data, double[] panel, double alpha) {
        int panelRows = data.panelRows();
        int stride = panelRows == 0 ? 2 : panel.length / panelRows;
        int[] index = new int[panelRows];
        double[] panelWeights = alpha == 0 ? null : new double[panelRows];
        for (int k = 0; k < panelRows; k++) {
            index[k] = (int) panel[k * stride];
            if (alpha != 0) {
                panelWeights[k] = panel[k * stride + 1];
            }
        }
        double[] own = null;
        if (alpha != 0) {
            own = new double[data.rows()];
            for (int i = 0; i < own.length; i++) {
                own[i] = Math.pow(data.observed(i), alpha);
            }
        }
        return data.withPanel(index, own, panelWeights);
    }

    /** What a cell means that has no entry. */
    public Coverage coverage() {
        return coverage;
    }

    /** The data grouped by rows; it updates U from V. */
    public GroupedMatrix byRows() {
        return byRows;
    }

    /** The data grouped by columns; it updates V from U. */
    public GroupedMatrix byColumns() {
        return byColumns;
    }

    /** Row ids, block by block, in row order. */
    public JavaRDD<String[]> rowIds() {
        return rowIds;
    }

    /** Column ids, block by block, in column order. */
    public JavaRDD<String[]> columnIds() {
        return columnIds;
    }

    /** Sums over all entries, as built. */
    public Totals totals() {
        return totals;
    }

    /** The same data with rows and columns exchanged. */
    public BlockMatrix transposed() {
        return new BlockMatrix(byColumns, byRows, columnIds, rowIds, totals, coverage);
    }

    /** The matrix with other values for the same entries: y − offset(row) − offset(column) − constant. */
    public BlockMatrix minus(Offsets offsets) {
        double mean = offsets.mean();
        GroupedMatrix rows = byRows.withBlocks(
                byRows.meet(
                        offsets.rows(), offsets.columns(), 0, (d, own, panel) -> Offsets.subtract(mean, d, own, panel)),
                "centred data by rows");
        Totals centred = Totals.of(rows.blocks());
        GroupedMatrix columns = rows.transposed(byColumns.offsets(), byColumns.weightBlocks(), coverage);
        byRows.blocks().unpersist(false);
        byColumns.blocks().unpersist(false);
        return new BlockMatrix(rows, columns, rowIds, columnIds, centred, coverage);
    }

    /** Lets go of all blocks. */
    public void unpersist() {
        byRows.blocks().unpersist(false);
        byColumns.blocks().unpersist(false);
        rowIds.unpersist(false);
        columnIds.unpersist(false);
    }
}
