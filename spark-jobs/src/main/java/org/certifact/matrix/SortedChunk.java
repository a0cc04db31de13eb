package org.certifact.matrix;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/**
 * The entries of one row block: rows in the order of their ids, columns grouped by column block and in the order of their
 * ids within one, entries sorted by row, column and place of reading, duplicates resolved.
 */
final class SortedChunk implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int REPORTED = 8;

    private final EntryChunk chunk;
    private final List<DuplicatePair> duplicates;

    private SortedChunk(EntryChunk chunk, List<DuplicatePair> duplicates) {
        this.chunk = chunk;
        this.duplicates = duplicates;
    }

    EntryChunk chunk() {
        return chunk;
    }

    List<DuplicatePair> duplicates() {
        return duplicates;
    }

    static SortedChunk of(Iterator<EntryChunk> parts, int columnBlocks, Duplicates policy) {
        EntryChunk.Builder all = new EntryChunk.Builder();
        parts.forEachRemaining(all::addAll);
        EntryChunk raw = all.build();
        int[] rowRank = ranks(raw.rowIds(), IdOrder.BY_VALUE);
        int[] columnRank = ranks(
                raw.columnIds(),
                Comparator.<String>comparingInt(id -> IdOrder.block(id, columnBlocks))
                        .thenComparing(IdOrder.BY_VALUE));
        int[] order = order(raw, rowRank, columnRank);

        int size = raw.size();
        int[] row = new int[size];
        int[] column = new int[size];
        double[] value = new double[size];
        double[] weight = raw.weighted() ? new double[size] : null;
        long[] source = new long[size];
        List<DuplicatePair> duplicates = new ArrayList<>();
        int kept = 0;
        for (int from = 0; from < size; ) {
            int k = order[from];
            int to = from + 1;
            while (to < size && raw.row(order[to]) == raw.row(k) && raw.column(order[to]) == raw.column(k)) {
                to++;
            }
            row[kept] = rowRank[raw.row(k)];
            column[kept] = columnRank[raw.column(k)];
            resolve(raw, order, from, to, policy, kept, value, weight, source);
            if (to - from > 1 && policy == Duplicates.FAIL) {
                note(raw, order, from, duplicates);
            }
            kept++;
            from = to;
        }
        EntryChunk sorted = new EntryChunk(
                permuted(raw.rowIds(), rowRank),
                permuted(raw.columnIds(), columnRank),
                Arrays.copyOf(row, kept),
                Arrays.copyOf(column, kept),
                Arrays.copyOf(value, kept),
                weight == null ? null : Arrays.copyOf(weight, kept),
                Arrays.copyOf(source, kept));
        return new SortedChunk(sorted, duplicates);
    }

    /** Keeps the pairs that come first in the input. */
    private static void note(EntryChunk raw, int[] order, int from, List<DuplicatePair> duplicates) {
        int k = order[from];
        duplicates.add(new DuplicatePair(
                raw.rowIds()[raw.row(k)], raw.columnIds()[raw.column(k)], raw.source(k), raw.source(order[from + 1])));
        if (duplicates.size() > 4 * REPORTED) {
            duplicates.sort((a, b) -> Long.compareUnsigned(a.second(), b.second()));
            duplicates.subList(REPORTED, duplicates.size()).clear();
        }
    }

    private static void resolve(
            EntryChunk raw,
            int[] order,
            int from,
            int to,
            Duplicates policy,
            int at,
            double[] value,
            double[] weight,
            long[] source) {
        int last = order[to - 1];
        source[at] = raw.source(last);
        if (policy == Duplicates.LAST || policy == Duplicates.FAIL || to - from == 1) {
            value[at] = raw.value(last);
            if (weight != null) {
                weight[at] = raw.weight(last);
            }
            return;
        }
        double sum = 0;
        double weighted = 0;
        double weights = 0;
        for (int k = from; k < to; k++) {
            sum += raw.value(order[k]);
            weighted += raw.weight(order[k]) * raw.value(order[k]);
            weights += raw.weight(order[k]);
        }
        value[at] = policy == Duplicates.SUM ? sum : weighted / weights;
        if (weight != null) {
            weight[at] = weights / (to - from);
        }
    }

    /** The place of each id in sorted order. */
    private static int[] ranks(String[] ids, Comparator<String> order) {
        Integer[] sorted = new Integer[ids.length];
        Arrays.setAll(sorted, i -> i);
        Arrays.sort(sorted, (a, b) -> order.compare(ids[a], ids[b]));
        int[] rank = new int[ids.length];
        for (int i = 0; i < sorted.length; i++) {
            rank[sorted[i]] = i;
        }
        return rank;
    }

    private static String[] permuted(String[] ids, int[] rank) {
        String[] out = new String[ids.length];
        for (int i = 0; i < ids.length; i++) {
            out[rank[i]] = ids[i];
        }
        return out;
    }

    /** Entry numbers sorted by row, column, source: two counting sorts on top of an order by source. */
    private static int[] order(EntryChunk raw, int[] rowRank, int[] columnRank) {
        int size = raw.size();
        int[] bySource = bySource(raw);
        int[] keys = new int[size];
        for (int k = 0; k < size; k++) {
            keys[k] = columnRank[raw.column(k)];
        }
        int[] byColumn = stable(bySource, keys, columnRank.length);
        for (int k = 0; k < size; k++) {
            keys[k] = rowRank[raw.row(k)];
        }
        return stable(byColumn, keys, rowRank.length);
    }

    private static int[] stable(int[] order, int[] keys, int count) {
        int[] start = new int[count + 1];
        for (int key : keys) {
            start[key + 1]++;
        }
        for (int i = 0; i < count; i++) {
            start[i + 1] += start[i];
        }
        int[] out = new int[order.length];
        for (int k : order) {
            out[start[keys[k]]++] = k;
        }
        return out;
    }

    private static int[] bySource(EntryChunk raw) {
        boolean ascending = true;
        for (int k = 1; k < raw.size() && ascending; k++) {
            ascending = raw.source(k - 1) <= raw.source(k);
        }
        if (ascending) {
            int[] identity = new int[raw.size()];
            Arrays.setAll(identity, k -> k);
            return identity;
        }
        Integer[] sorted = new Integer[raw.size()];
        Arrays.setAll(sorted, k -> k);
        Arrays.sort(sorted, Comparator.comparingLong(raw::source));
        return Arrays.stream(sorted).mapToInt(Integer::intValue).toArray();
    }
}
