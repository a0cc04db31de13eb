package org.certifact.matrix;

import java.util.Arrays;

/**
 * The order of the entries of one row by their columns. A row that names a fair share of all columns is sorted without
 * comparing: its columns are marked in a set of bits, and an entry's place is the number of bits before its own.
 */
final class RowOrder {
    /** Words of the set for each entry of a row, up to which counting bits is faster than sorting. */
    private static final int SPARSEST = 8;

    /** How the columns of a row stand. */
    enum Found {
        ASCENDING,
        UNSORTED,
        /** Unsorted or not, with a column more than once. */
        REPEATED
    }

    private final long[] marked;
    private final int[] before;
    private int[] target = new int[64];
    private long[] keys = new long[64];

    /** @param columns number of columns */
    RowOrder(int columns) {
        marked = new long[(columns + 63) >>> 6];
        before = new int[marked.length];
    }

    /** How a row stands; {@link #target()} then holds the order of one that is unsorted. */
    Found of(int[] column, int from, int to) {
        int k = from + 1;
        while (k < to && column[k - 1] < column[k]) {
            k++;
        }
        if (k >= to) {
            return Found.ASCENDING;
        }
        reserve(to - from);
        boolean distinct =
                marked.length <= (long) SPARSEST * (to - from) ? mark(column, from, to) : sort(column, from, to);
        return distinct ? Found.UNSORTED : Found.REPEATED;
    }

    /** The order by column, then by place. @return of each of the row's entries, where it belongs in the row */
    int[] stable(int[] column, long[] source, int from, int to) {
        reserve(to - from);
        sort(column, from, to);
        int size = to - from;
        for (int r = 1; r < size; r++) {
            long key = keys[r];
            long place = source[from + (int) key];
            int at = r;
            while (at > 0 && keys[at - 1] >> 32 == key >> 32 && source[from + (int) keys[at - 1]] > place) {
                keys[at] = keys[at - 1];
                at--;
            }
            keys[at] = key;
        }
        place(size);
        return target;
    }

    /** Where each entry of the row belongs in it, one after the other. */
    int[] target() {
        return target;
    }

    private void reserve(int size) {
        if (target.length < size) {
            target = new int[2 * size];
            keys = new long[2 * size];
        }
    }

    private boolean mark(int[] column, int from, int to) {
        boolean distinct = true;
        for (int k = from; k < to; k++) {
            int c = column[k];
            long bit = 1L << c;
            distinct &= (marked[c >>> 6] & bit) == 0;
            marked[c >>> 6] |= bit;
        }
        int count = 0;
        for (int w = 0; w < marked.length; w++) {
            before[w] = count;
            count += Long.bitCount(marked[w]);
        }
        for (int k = from; k < to; k++) {
            int c = column[k];
            target[k - from] = before[c >>> 6] + Long.bitCount(marked[c >>> 6] & ((1L << c) - 1));
        }
        Arrays.fill(marked, 0);
        return distinct;
    }

    private boolean sort(int[] column, int from, int to) {
        int size = to - from;
        for (int k = 0; k < size; k++) {
            keys[k] = (long) column[from + k] << 32 | k;
        }
        Arrays.sort(keys, 0, size);
        place(size);
        for (int r = 1; r < size; r++) {
            if (keys[r - 1] >> 32 == keys[r] >> 32) {
                return false;
            }
        }
        return true;
    }

    private void place(int size) {
        for (int r = 0; r < size; r++) {
            target[(int) keys[r]] = r;
        }
    }
}
