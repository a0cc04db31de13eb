package org.certifact.matrix;

import java.util.List;
import org.apache.spark.api.java.JavaRDD;

/**
 * The data blocks of one side as the driver has them at hand, together with the blocks of a factor: what needs both then needs no
 * Spark job. See {@link KeptBlocks} for when that is.
 */
final class DataAtHand {
    /** An entry's value, weight and column, what is computed from it, and something for its share of rows and panel. */
    private static final long BYTES_AN_ENTRY = 40;

    /** A factor's number and the step that led to it. */
    private static final long BYTES_A_NUMBER = 2 * Double.BYTES;

    private final JavaRDD<DataBlock> blocks;
    private final int rows;
    private Long entries;
    private KeptBlocks<DataBlock> kept;

    /** @param rows of all blocks together */
    DataAtHand(JavaRDD<DataBlock> blocks, int rows) {
        this.blocks = blocks;
        this.rows = rows;
    }

    /** Tells the number of all entries, which it else takes a job to find out. */
    void counting(long known) {
        entries = known;
    }

    /** Of all blocks together, with what is computed from every entry. */
    long bytes() {
        if (entries == null) {
            entries = Totals.of(blocks).entries();
        }
        return entries * BYTES_AN_ENTRY;
    }

    /** Whether the driver has the blocks, and can hold on to them and a factor of their rows. */
    boolean beside(int rank) {
        return KeptBlocks.byDriver(blocks.context(), bytes() + BYTES_A_NUMBER * rows * rank);
    }

    /** Whether it has both at hand. */
    boolean beside(FactorMatrix own) {
        return beside(own.rank()) && own.present().isPresent();
    }

    /** One result a block. @param own a factor that is at hand */
    <R> List<R> each(FactorMatrix own, Blocks.NumberedPair<DataBlock, FactorBlock, R> f) {
        List<FactorBlock> mine = own.present().orElseThrow();
        if (kept == null) {
            kept = KeptBlocks.here(Blocks.collect(blocks));
        }
        return kept.each((p, data) -> f.of(p, data, mine.get(p)));
    }

    void forget() {
        kept = null;
    }
}
