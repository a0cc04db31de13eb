package org.certifact.matrix;

import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.certifact.linalg.block.DenseBlock;
import org.certifact.linalg.block.SparseBlock;

/**
 * What tells one matrix from another: its size, and a hash of every cell with its ids, its value and its weight. It does
 * not depend on how the cells are spread.
 *
 * @param entries cells that are stored
 */
public record DataFingerprint(int rows, int columns, long entries, String hash) {

    /** Reads every cell once. */
    public static DataFingerprint of(BlockMatrix data) {
        long[] columnHashes = hashes(data.columnIds());
        long[] rowHashes = hashes(data.rowIds());
        int[] first = data.byRows().offsets();
        Shared<long[]> columns = Shared.of(data.rowIds(), columnHashes);
        Shared<long[]> rows = Shared.of(data.rowIds(), rowHashes);
        List<Long> parts = Blocks.collect(Blocks.numbered(
                data.byRows().blocks(), (p, block) -> hash(block, rows.value(), first[p], columns.value())));
        long all = parts.stream().mapToLong(Long::longValue).sum();
        return new DataFingerprint(
                data.byRows().rows(), data.byColumns().rows(), data.totals().entries(), Long.toHexString(all));
    }

    private static long[] hashes(JavaRDD<String[]> ids) {
        return Blocks.collect(Blocks.map(ids, FactorTable::hashes)).stream()
                .flatMapToLong(java.util.Arrays::stream)
                .toArray();
    }

    private static long hash(DataBlock data, long[] rows, int first, long[] columns) {
        int[] panel = data.panelIndex();
        long sum = 0;
        if (data.block() instanceof DenseBlock dense) {
            for (int k = 0; k < dense.values().length; k++) {
                long row = rows[first + k / panel.length];
                sum += cell(row, columns[panel[k % panel.length]], dense.values()[k], 1);
            }
            return sum;
        }
        SparseBlock entries = data.entries();
        for (int s = 0; s < entries.segments(); s++) {
            long row = rows[first + entries.row(s)];
            for (int k = entries.start(s); k < entries.start(s + 1); k++) {
                sum += cell(row, columns[panel[entries.columns()[k]]], entries.values()[k], entries.weight(k));
            }
        }
        return sum;
    }

    /** As SplitMix64 mixes. */
    private static long cell(long row, long column, double value, double weight) {
        long h = mixed(row + 0x9e3779b97f4a7c15L);
        h = mixed(h ^ column);
        h = mixed(h ^ Double.doubleToLongBits(value));
        return mixed(h ^ Double.doubleToLongBits(weight));
    }

    private static long mixed(long x) {
        long h = (x ^ (x >>> 30)) * 0xbf58476d1ce4e5b9L;
        h = (h ^ (h >>> 27)) * 0x94d049bb133111ebL;
        return h ^ (h >>> 31);
    }
}
