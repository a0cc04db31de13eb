package org.certifact.matrix;

import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.rdd.RDD;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * The cells of a matrix, twice: grouped by rows and grouped by columns, in blocks spread over the executors.
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
        RDD<Tuple2<Integer, ColumnSlice>> slices =
                Delivery.of(rows.flatMap(block -> block.columnSlices().iterator()), columnBlocks);
        JavaRDD<RawColumns> columns = Blocks.<RawColumns>of(
                        List.of(slices),
                        (q, parts) -> Blocks.one(RawColumns.merge(q, Delivery.read(parts.get(0)), rowBlocks, coverage)))
                .persist(StorageLevel.MEMORY_AND_DISK());

        JavaRDD<String[]> rowIds = named(rows.map(RawRows::ids), "row ids");
        JavaRDD<String[]> columnIds = named(columns.map(RawColumns::ids), "column ids");
        JavaRDD<Routes> toRows = named(columns.map(RawColumns::routes), "routes to rows");
        JavaRDD<Routes> toColumns = named(
                rows.mapPartitionsWithIndex(
                        (p, part) ->
                                List.of(new Routes(p, part.next().touched())).iterator(),
                        true),
                "routes to columns");
        GroupedMatrix plainRows =
                new GroupedMatrix(rows.map(r -> reading.of(r.data(coverage))), toRows, offsets(rowIds));
        GroupedMatrix plainColumns =
                new GroupedMatrix(columns.map(c -> reading.of(c.data())), toColumns, offsets(columnIds));
        Totals totals = Totals.of(plainRows.blocks());
        BlockMatrix matrix = new BlockMatrix(
                weigh(plainRows, plainColumns, alpha, "data by rows"),
                weigh(plainColumns, plainRows, alpha, "data by columns"),
                rowIds,
                columnIds,
                totals,
                coverage);
        matrix.byRows.blocks().count();
        matrix.byColumns.blocks().count();
        toColumns.count();
        rows.unpersist(false);
        columns.unpersist(false);
        return matrix;
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

    /** Tells every block who its panel rows are and what they weigh: the index and d^α travel as a factor of rank 2. */
    private static GroupedMatrix weigh(GroupedMatrix own, GroupedMatrix other, double alpha, String name) {
        int[] offsets = other.offsets();
        JavaRDD<FactorBlock> labels = other.blocks()
                .mapPartitionsWithIndex(
                        (q, part) ->
                                List.of(labels(part.next(), offsets[q], alpha)).iterator(),
                        true);
        return own.withBlocks(
                own.meet(
                        own.zeros(0), new FactorMatrix(labels, 2), 0, (data, none, panel) -> label(data, panel, alpha)),
                name);
    }

    private static FactorBlock labels(DataBlock data, int offset, double alpha) {
        double[] values = new double[2 * data.rows()];
        for (int i = 0; i < data.rows(); i++) {
            values[2 * i] = offset + i;
            values[2 * i + 1] = Math.pow(data.observed(i), alpha);
        }
        return new FactorBlock(data.rows(), 2, values, null);
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
        GroupedMatrix.Meeting<DataBlock> subtract = (d, own, panel) -> Offsets.subtract(mean, d, own, panel);
        GroupedMatrix rows =
                byRows.withBlocks(byRows.meet(offsets.rows(), offsets.columns(), 0, subtract), "centred data by rows");
        GroupedMatrix columns = byColumns.withBlocks(
                byColumns.meet(offsets.columns(), offsets.rows(), 0, subtract), "centred data by columns");
        BlockMatrix centred = new BlockMatrix(rows, columns, rowIds, columnIds, Totals.of(rows.blocks()), coverage);
        columns.blocks().count();
        byRows.blocks().unpersist(false);
        byColumns.blocks().unpersist(false);
        return centred;
    }

    /** Lets go of all blocks. */
    public void unpersist() {
        byRows.blocks().unpersist(false);
        byColumns.blocks().unpersist(false);
        rowIds.unpersist(false);
        columnIds.unpersist(false);
    }
}
