package org.certifact.matrix;

import java.util.Arrays;

/** Walks over the rows of a block a few at a time, so that what must be dense is so only for as long as it is used. */
final class Tiles {
    /** Numbers in a tile: it should stay in a core's cache. */
    private static final int CELLS = 1 << 17;

    private final int width;
    private final int height;

    private Tiles(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** @param width columns of a tile @param rows of the block */
    static Tiles of(int width, int rows) {
        return new Tiles(width, Math.max(1, Math.min(rows, CELLS / Math.max(1, width))));
    }

    /** What is done with a tile. */
    interface Work {
        /** @param tile (to − from) × width, zero on entry; longer for all but full tiles */
        void on(int from, int to, double[] tile);
    }

    void forEach(int rows, Work work) {
        double[] tile = new double[height * width];
        for (int from = 0; from < rows; from += height) {
            if (from > 0) {
                Arrays.fill(tile, 0);
            }
            work.on(from, Math.min(rows, from + height), tile);
        }
    }
}
