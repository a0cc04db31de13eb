package org.certifact.matrix;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes one entry of several of the same row and column, and remembers the pairs that come first in the input. */
final class DuplicateRuns {
    private static final int REPORTED = 8;
    private static final Comparator<DuplicatePair> BY_SECOND = Comparator.comparingLong(DuplicatePair::second);

    private final String[] rowIds;
    private final String[] columnIds;
    private final Duplicates policy;
    private final List<DuplicatePair> pairs = new ArrayList<>();
    private Cells cells;
    private int kept;

    DuplicateRuns(String[] rowIds, String[] columnIds, Duplicates policy) {
        this.rowIds = rowIds;
        this.columnIds = columnIds;
        this.policy = policy;
    }

    /**
     * Sorts all rows and resolves their duplicates.
     *
     * @param start first entry of each row
     * @param entries with their places. Modified.
     * @return first entry of each row, of those that are left
     */
    int[] resolve(int[] start, Cells entries) {
        cells = entries;
        kept = 0;
        RowOrder order = new RowOrder(columnIds.length);
        int[] left = new int[start.length];
        for (int i = 0; i + 1 < start.length; i++) {
            int to = start[i + 1];
            cells.permute(start[i], to, order.stable(cells.columns(), cells.sources(), start[i], to));
            for (int from = start[i]; from < to; ) {
                int next = from + 1;
                while (next < to && cells.columns()[next] == cells.columns()[from]) {
                    next++;
                }
                resolve(i, from, next);
                from = next;
            }
            left[i + 1] = kept;
        }
        return left;
    }

    /** What is left. @param placed whether to keep where entries were read */
    Cells resolved(boolean placed) {
        return cells.first(kept, placed);
    }

    /** Those that repeat first in the input, where the policy is to fail. */
    List<DuplicatePair> pairs() {
        return pairs;
    }

    private void resolve(int row, int from, int to) {
        int last = to - 1;
        double value = cells.values()[last];
        double weight = cells.weight(last);
        if (to - from > 1 && (policy == Duplicates.SUM || policy == Duplicates.MEAN)) {
            double sum = 0;
            double weighted = 0;
            double weights = 0;
            for (int k = from; k < to; k++) {
                sum += cells.values()[k];
                weighted += cells.weight(k) * cells.values()[k];
                weights += cells.weight(k);
            }
            value = policy == Duplicates.SUM ? sum : weighted / weights;
            weight = weights / (to - from);
        }
        if (to - from > 1 && policy == Duplicates.FAIL) {
            note(row, from);
        }
        cells.put(kept++, cells.columns()[from], value, weight, cells.sources()[last]);
    }

    private void note(int row, int from) {
        pairs.add(new DuplicatePair(
                rowIds[row], columnIds[cells.columns()[from]], cells.sources()[from], cells.sources()[from + 1]));
        if (pairs.size() > 4 * REPORTED) {
            pairs.sort(BY_SECOND);
            pairs.subList(REPORTED, pairs.size()).clear();
        }
    }
}
