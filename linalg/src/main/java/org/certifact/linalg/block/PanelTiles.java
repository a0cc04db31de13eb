package org.certifact.linalg.block;

/**
 * Orders a block's entries by tiles of its panel, so that the panel rows of one tile stay in the second-level cache while
 * all rows of the block pass over them. A pass over a panel that does not fit costs several times as much.
 */
public final class PanelTiles {
    /** A tile has at least so many panel rows: at rank 32 they fill half a second-level cache of 1 MiB. */
    private static final int TILE_ROWS = 2048;

    /** Entries that a row must have in a tile, on average, to be worth a call and loading it and its gradient once more. */
    private static final int ROW_ENTRIES = 16;

    private PanelTiles() {}

    /** The block in as many tiles as pay, which is one where its panel is small or its rows have few entries. */
    public static SparseBlock of(SparseBlock block) {
        return of(block, 0);
    }

    /** The same of other values. @param less is subtracted from every value */
    public static SparseBlock of(SparseBlock block, double less) {
        long paid = block.rows() == 0 ? 1 : block.entries() / ((long) ROW_ENTRIES * block.rows());
        int tiles = (int) Math.min(block.panelRows() / TILE_ROWS, paid);
        if (tiles >= 2) {
            return split(block, tiles, less);
        }
        return less == 0
                ? block
                : block.withValues(copy(block.values(), 0, new double[block.entries()], 0, block.entries(), less));
    }

    /**
     * The block in this many tiles of equally many panel rows, however few those are, the last of which may have fewer.
     * Within a segment entries keep their order.
     *
     * @param block in one tile
     * @throws IllegalArgumentException where it has several already, or tiles is not positive
     */
    public static SparseBlock split(SparseBlock block, int tiles) {
        return split(block, tiles, 0);
    }

    private static SparseBlock split(SparseBlock block, int tiles, double less) {
        if (block.tiles() != 1 || tiles < 1) {
            throw new IllegalArgumentException(
                    "a block of " + block.tiles() + " tiles cannot be split into " + tiles + "; only one of 1 can");
        }
        int rows = block.rows();
        int width = Math.max(1, (block.panelRows() + tiles - 1) / tiles);
        int[] start = new int[Math.multiplyExact(tiles, rows) + 1];
        int[] first = firsts(block, tiles, width);
        for (int t = 0; t < tiles; t++) {
            for (int i = 0; i < rows; i++) {
                start[t * rows + i + 1] =
                        start[t * rows + i] + first[i * (tiles + 1) + t + 1] - first[i * (tiles + 1) + t];
            }
        }
        int[] columns = new int[block.entries()];
        double[] values = new double[block.entries()];
        double[] weights = block.weights() == null ? null : new double[block.entries()];
        // row by row: what is read is read once, and what is written goes to as many places at a time as there are
        // tiles
        for (int i = 0; i < rows; i++) {
            for (int t = 0; t < tiles; t++) {
                int from = first[i * (tiles + 1) + t];
                int to = start[t * rows + i];
                int count = start[t * rows + i + 1] - to;
                copy(block.columns(), from, columns, to, count);
                copy(block.values(), from, values, to, count, less);
                if (weights != null) {
                    copy(block.weights(), from, weights, to, count, 0);
                }
            }
        }
        return new SparseBlock(start, tiles, columns, values, weights, block.panelRows());
    }

    /** The first entry of every row in every tile, and the row's end: rows × (tiles + 1). Columns ascend in a row. */
    private static int[] firsts(SparseBlock block, int tiles, int width) {
        int[] column = block.columns();
        int[] first = new int[Math.multiplyExact(block.rows(), tiles + 1)];
        for (int i = 0; i < block.rows(); i++) {
            int end = block.start(i + 1);
            int k = block.start(i);
            first[i * (tiles + 1)] = k;
            for (int t = 1; t <= tiles; t++) {
                while (k < end && column[k] < t * width) {
                    k++;
                }
                first[i * (tiles + 1) + t] = k;
            }
        }
        return first;
    }

    private static void copy(int[] from, int at, int[] to, int place, int count) {
        for (int k = 0; k < count; k++) {
            to[place + k] = from[at + k];
        }
    }

    private static double[] copy(double[] from, int at, double[] to, int place, int count, double less) {
        for (int k = 0; k < count; k++) {
            to[place + k] = from[at + k] - less;
        }
        return to;
    }
}
