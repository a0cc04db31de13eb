package org.certifact.matrix;

import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;

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
    private final Draft draft;

    BlockMatrix(
            GroupedMatrix byRows,
            GroupedMatrix byColumns,
            JavaRDD<String[]> rowIds,
            JavaRDD<String[]> columnIds,
            Totals totals,
            Coverage coverage) {
        this(byRows, byColumns, rowIds, columnIds, totals, coverage, null);
    }

    /** @param draft what rows and columns are known from and other blocks could be made of, or null */
    private BlockMatrix(
            GroupedMatrix byRows,
            GroupedMatrix byColumns,
            JavaRDD<String[]> rowIds,
            JavaRDD<String[]> columnIds,
            Totals totals,
            Coverage coverage,
            Draft draft) {
        this.coverage = coverage;
        this.draft = draft;
        this.byRows = byRows.counting(totals.entries());
        this.byColumns = byColumns.counting(totals.entries());
        this.rowIds = rowIds;
        this.columnIds = columnIds;
        this.totals = totals;
    }

    /**
     * Builds the blocks of selected entries; what is not selected is unknown. They are made when somebody asks for them, so
     * that {@link #minus} can make others in their place; what they are made from stays until then, or until
     * {@link #settled}.
     *
     * @param alpha the gauge's weighting α in [0, 1]: a row of d entries weighs d^α
     */
    public static BlockMatrix build(EntryTable table, Selection selection, double alpha) {
        return of(Draft.of(table, selection, block -> block, alpha), Coverage.OBSERVED);
    }

    /**
     * Builds the blocks of views: p = 1 where a selected entry is above 0, with confidence 1 + {@code confidence}·|r|; every
     * other cell is p = 0, with confidence 1 where nothing is listed.
     *
     * @param confidence α of Hu, Koren and Volinsky (2008), at least 0
     * @param alpha the gauge's weighting in [0, 1], by the number of views
     */
    public static BlockMatrix views(EntryTable table, Selection selection, double confidence, double alpha) {
        return of(Draft.of(table, selection, block -> block.views(confidence), alpha), Coverage.COMPLETE);
    }

    /** Builds the blocks of all entries. @param coverage what a cell means that has no entry */
    public static BlockMatrix build(EntryTable table, Coverage coverage) {
        return of(Draft.of(table, Selection.ALL, block -> block.covering(coverage), 0), coverage)
                .settled();
    }

    private static BlockMatrix of(Draft draft, Coverage coverage) {
        GroupedMatrix byRows = draft.grouped(named(draft.blocks(0), "data by rows"));
        JavaRDD<double[]> columnWeights = Blocks.map(draft.index(), ColumnIndex::weights);
        return new BlockMatrix(
                byRows,
                byRows.transposed(draft.columnOffsets(), columnWeights, coverage),
                draft.rowIds(),
                Blocks.map(draft.index(), ColumnIndex::ids),
                draft.totals(),
                coverage,
                draft);
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
        return new BlockMatrix(byColumns, byRows, columnIds, rowIds, totals, coverage, null);
    }

    /** The matrix with other values for the same entries: y − offset(row) − offset(column) − constant. */
    public BlockMatrix minus(Offsets offsets) {
        GroupedMatrix rows;
        if (offsets.constant() && draft != null && draft.open()) {
            // the blocks as they were read are not made at all
            byRows.unpersist();
            rows = byRows.withBlocks(draft.blocks(offsets.mean()), "centred data by rows");
        } else {
            rows = less(offsets);
        }
        Totals centred = Totals.of(rows.blocks(), rowIds);
        GroupedMatrix columns = rows.transposed(byColumns.offsets(), byColumns.weightBlocks(), coverage);
        byRows.unpersist();
        byColumns.unpersist();
        close();
        return new BlockMatrix(rows, columns, rowIds, columnIds, centred, coverage, draft);
    }

    private GroupedMatrix less(Offsets offsets) {
        double mean = offsets.mean();
        return byRows.withBlocks(
                offsets.constant()
                        ? Blocks.map(byRows.blocks(), d -> d.minus(mean))
                        : byRows.meet(
                                offsets.rows(),
                                offsets.columns(),
                                0,
                                (d, own, panel) -> Offsets.subtract(mean, d, own, panel)),
                "centred data by rows");
    }

    /** Makes the blocks now, where they have not been made, and lets go of what they are made from. @return this */
    public BlockMatrix settled() {
        if (draft != null && draft.open()) {
            Totals.of(byRows.blocks(), rowIds);
            close();
        }
        return this;
    }

    private void close() {
        if (draft != null && draft.open()) {
            draft.close();
        }
    }

    /** Lets go of all blocks. */
    public void unpersist() {
        byRows.unpersist();
        byColumns.unpersist();
        rowIds.unpersist(false);
        columnIds.unpersist(false);
        if (draft != null) {
            draft.forget();
        }
    }
}
