package org.certifact.matrix;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.certifact.linalg.block.SparseBlock;

/**
 * Sorts the entries of one row block out of chunks: counts them by row, puts each behind what its row has already, and sorts
 * row by row. Where they were read is looked at only where an entry occurs twice.
 */
final class ChunkSort {
    private final List<EntryChunk> chunks = new ArrayList<>();
    private final List<int[]> rowOf = new ArrayList<>();
    private final List<int[]> columnOf = new ArrayList<>();
    private final String[] rowIds;
    private final String[] columnIds;
    private final int[] columnStart;
    private final int[] start;

    /**
     * @param parts chunks, which may have entries of other blocks too
     * @param block of the rows that are wanted
     * @param rowBlocks number of row blocks
     * @param columnBlocks number of column blocks
     */
    ChunkSort(Iterator<EntryChunk> parts, int block, int rowBlocks, int columnBlocks) {
        IdCodes rows = new IdCodes();
        IdCodes columns = new IdCodes();
        while (parts.hasNext()) {
            EntryChunk chunk = parts.next();
            chunks.add(chunk);
            rowOf.add(codes(chunk.rowIds(), rows, block, rowBlocks));
            columnOf.add(codes(chunk.columnIds(), columns, 0, 1));
        }
        int[] rowCount = new int[rows.size()];
        boolean[] columnUsed = new boolean[columns.size()];
        for (int c = 0; c < chunks.size(); c++) {
            count(chunks.get(c), rowOf.get(c), columnOf.get(c), rowCount, columnUsed);
        }
        String[] named = rows.ids();
        IdRanks rowRanks = IdRanks.of(named);
        rowIds = rowRanks.sorted(named);
        String[] used = used(columns.ids(), columnUsed);
        IdRanks columnRanks = IdRanks.of(used, columnBlocks);
        columnIds = columnRanks.sorted(used);
        columnStart = columnRanks.start();
        rowOf.forEach(of -> renumber(of, rowRanks.ranks()));
        int[] columnRank = spread(columnRanks.ranks(), columnUsed);
        columnOf.forEach(of -> renumber(of, columnRank));
        start = starts(rowCount, rowRanks.ranks());
    }

    /** @param placed whether to keep where the entries were read */
    SortedChunk sorted(Duplicates policy, boolean placed) {
        boolean weighted = chunks.stream().anyMatch(EntryChunk::weighted);
        Cells cells = gathered(weighted, placed);
        if (sort(cells)) {
            return chunk(start, cells, List.of());
        }
        DuplicateRuns runs = new DuplicateRuns(rowIds, columnIds, policy);
        int[] kept = runs.resolve(start, placed ? cells : gathered(weighted, true));
        return chunk(kept, runs.resolved(placed), runs.pairs());
    }

    private SortedChunk chunk(int[] rowStart, Cells cells, List<DuplicatePair> duplicates) {
        SparseBlock entries =
                new SparseBlock(rowStart, cells.columns(), cells.values(), cells.weights(), columnIds.length);
        return new SortedChunk(rowIds, columnIds, columnStart, entries, cells.sources(), new ArrayList<>(duplicates));
    }

    private Cells gathered(boolean weighted, boolean placed) {
        Cells cells = new Cells(start[rowIds.length], weighted, placed);
        int[] next = start.clone();
        for (int c = 0; c < chunks.size(); c++) {
            cells.scatter(chunks.get(c), rowOf.get(c), columnOf.get(c), next);
        }
        return cells;
    }

    /** Whether no entry occurs twice; only then are all rows sorted. */
    private boolean sort(Cells cells) {
        RowOrder order = new RowOrder(columnIds.length);
        for (int i = 0; i < rowIds.length; i++) {
            switch (order.of(cells.columns(), start[i], start[i + 1])) {
                case ASCENDING -> {}
                case UNSORTED -> cells.permute(start[i], start[i + 1], order.target());
                case REPEATED -> {
                    return false;
                }
            }
        }
        return true;
    }

    private static int[] codes(String[] ids, IdCodes known, int block, int blocks) {
        int[] codes = new int[ids.length];
        for (int i = 0; i < ids.length; i++) {
            codes[i] = blocks == 1 || IdOrder.block(ids[i], blocks) == block ? known.code(ids[i]) : -1;
        }
        return codes;
    }

    private static void count(EntryChunk chunk, int[] rowOf, int[] columnOf, int[] rowCount, boolean[] columnUsed) {
        for (int k = 0; k < chunk.size(); k++) {
            int row = rowOf[chunk.row(k)];
            if (row >= 0) {
                rowCount[row]++;
                columnUsed[columnOf[chunk.column(k)]] = true;
            }
        }
    }

    private static String[] used(String[] ids, boolean[] used) {
        List<String> out = new ArrayList<>();
        for (int c = 0; c < ids.length; c++) {
            if (used[c]) {
                out.add(ids[c]);
            }
        }
        return out.toArray(String[]::new);
    }

    /** Ranks of those that are used, in the places of all. */
    private static int[] spread(int[] rank, boolean[] used) {
        int[] all = new int[used.length];
        int at = 0;
        for (int c = 0; c < used.length; c++) {
            all[c] = used[c] ? rank[at++] : -1;
        }
        return all;
    }

    private static void renumber(int[] codes, int[] rank) {
        for (int i = 0; i < codes.length; i++) {
            codes[i] = codes[i] < 0 ? -1 : rank[codes[i]];
        }
    }

    private static int[] starts(int[] count, int[] rank) {
        int[] start = new int[count.length + 1];
        for (int i = 0; i < count.length; i++) {
            start[rank[i] + 1] = count[i];
        }
        for (int i = 0; i < count.length; i++) {
            start[i + 1] = Math.addExact(start[i + 1], start[i]);
        }
        return start;
    }
}
