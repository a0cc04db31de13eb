package org.certifact.matrix;

import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;

/**
 * A matrix of which everything is known but the blocks: the rows of each row block, the columns of each column block, and
 * the sums over all entries. The blocks can so be made at once as they are wanted, less a constant, say.
 *
 * <pre>
 *   chunks ──► raw rows ──needed columns──► column index ──labels: number, weight──► data blocks
 *                 └───────────────────────────────────────────────────────────────────┘
 * </pre>
 */
final class Draft {
    private final JavaRDD<RawRows> rows;
    private final JavaRDD<ColumnIndex> index;
    private final JavaRDD<String[]> rowIds;
    private final Outline outline;
    private final double alpha;
    private boolean open = true;

    private Draft(JavaRDD<RawRows> rows, JavaRDD<ColumnIndex> index, int rowBlocks, double alpha) {
        this.rows = rows;
        this.index = index;
        this.rowIds = BlockMatrix.named(Blocks.map(rows, RawRows::ids), "row ids");
        this.outline = Outline.of(Blocks.collect(Blocks.map(index, ColumnIndex::outline)), rowBlocks);
        this.alpha = alpha;
    }

    /** One job that looks at all entries. @param reading what becomes of them @param alpha weighting of the gauge */
    static Draft of(EntryTable table, Selection selection, Blocks.Each<DataBlock, DataBlock> reading, double alpha) {
        int rowBlocks = table.rowBlocks();
        int columnBlocks = table.columnBlocks();
        JavaRDD<RawRows> rows = Blocks.numbered(
                        table.chunks(),
                        (p, chunk) -> RawRows.select(p, chunk, selection, columnBlocks, null)
                                .read(reading))
                .persist(StorageLevel.MEMORY_AND_DISK());
        JavaRDD<NeededColumns> needed = Delivery.exchange(rows, RawRows::needed, columnBlocks);
        JavaRDD<ColumnIndex> index = Blocks.of(
                List.of(needed.rdd()),
                (q, parts) -> Blocks.one(ColumnIndex.merge(q, Delivery.all(parts.get(0)), rowBlocks, alpha)));
        return new Draft(rows, BlockMatrix.named(index, "column index"), rowBlocks, alpha);
    }

    /** The blocks, lazily. @param less is subtracted from every value */
    JavaRDD<DataBlock> blocks(double less) {
        int[] columnOffsets = outline.columnOffsets();
        double weighting = alpha;
        JavaRDD<PanelMessage> labels = Delivery.exchange(
                index, (columns, p) -> columns.labels(p, columnOffsets), outline.rowOffsets().length - 1);
        return Blocks.of(List.of(rows.rdd(), labels.rdd()), (p, parts) -> {
            RawRows raw = (RawRows) parts.get(0).next();
            return Blocks.one(label(raw.data(), Delivery.all(parts.get(1)), weighting, less));
        });
    }

    private static DataBlock label(DataBlock data, Iterator<PanelMessage> labels, double alpha, double less) {
        int[] number = new int[data.panelRows()];
        double[] panel = alpha == 0 ? null : new double[number.length];
        while (labels.hasNext()) {
            PanelMessage message = labels.next();
            int first = data.panelStart()[message.from()];
            for (int k = 0; 2 * k < message.rows().length; k++) {
                number[first + k] = (int) message.rows()[2 * k];
                if (alpha != 0) {
                    panel[first + k] = message.rows()[2 * k + 1];
                }
            }
        }
        double[] own = null;
        if (alpha != 0) {
            own = new double[data.rows()];
            for (int i = 0; i < own.length; i++) {
                own[i] = ColumnIndex.weight(data.observed(i), alpha);
            }
        }
        return data.withPanel(number, own, panel, less);
    }

    /** Blocks that are made of the drafted ones, with what is known beside them. */
    GroupedMatrix grouped(JavaRDD<DataBlock> blocks) {
        JavaRDD<Routes> routes = Blocks.map(index, ColumnIndex::routes);
        return new GroupedMatrix(blocks, routes, outline.rowOffsets());
    }

    JavaRDD<String[]> rowIds() {
        return rowIds;
    }

    JavaRDD<ColumnIndex> index() {
        return index;
    }

    int[] columnOffsets() {
        return outline.columnOffsets();
    }

    /** Sums over all entries. */
    Totals totals() {
        return outline.totals();
    }

    /** Whether blocks can still be made. */
    boolean open() {
        return open;
    }

    /** Lets go of everything. */
    void forget() {
        if (open) {
            close();
        }
        index.unpersist(false);
    }

    /** Lets go of what only the making of blocks needs. */
    void close() {
        open = false;
        rows.unpersist(false);
    }
}
