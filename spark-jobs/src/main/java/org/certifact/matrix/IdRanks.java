package org.certifact.matrix;

import java.util.Arrays;

/**
 * Where each of several ids stands when they are grouped by block and in the order of {@link IdOrder#BY_VALUE} within one.
 * Every id is parsed once, and numbers are compared as numbers: a sort by the comparator parses at every comparison.
 */
final class IdRanks {
    private final int[] rank;
    private final int[] start;

    private IdRanks(int[] rank, int[] start) {
        this.rank = rank;
        this.start = start;
    }

    /** @param ids all different */
    static IdRanks of(String[] ids) {
        return new IdRanks(ranks(ids), new int[] {0, ids.length});
    }

    /** @param ids all different @param blocks that they live in */
    static IdRanks of(String[] ids, int blocks) {
        int[] rank = ranks(ids);
        if (blocks == 1) {
            return new IdRanks(rank, new int[] {0, ids.length});
        }
        int[] start = new int[blocks + 1];
        int[] block = new int[ids.length];
        for (int i = 0; i < ids.length; i++) {
            int q = IdOrder.block(ids[i], blocks);
            block[rank[i]] = q;
            start[q + 1]++;
        }
        Arrays.parallelPrefix(start, Integer::sum);
        int[] next = start.clone();
        for (int r = 0; r < block.length; r++) {
            block[r] = next[block[r]]++;
        }
        Arrays.setAll(rank, i -> block[rank[i]]);
        return new IdRanks(rank, start);
    }

    /** The rank of each id. Not to be modified. */
    int[] ranks() {
        return rank;
    }

    /** Block q has the ranks {@code start[q] .. start[q + 1] - 1}. Not to be modified. */
    int[] start() {
        return start;
    }

    /** The ids in the order of their ranks. @param ids that were ranked */
    String[] sorted(String[] ids) {
        String[] out = new String[ids.length];
        for (int i = 0; i < ids.length; i++) {
            out[rank[i]] = ids[i];
        }
        return out;
    }

    private static int[] ranks(String[] ids) {
        boolean[] whole = new boolean[ids.length];
        long[] number = new long[ids.length];
        int count = 0;
        for (int i = 0; i < ids.length; i++) {
            if (IdOrder.isLong(ids[i])) {
                whole[i] = true;
                number[i] = Long.parseLong(ids[i]);
                count++;
            }
        }
        long[] numbers = new long[count];
        String[] names = new String[ids.length - count];
        int numbered = 0;
        for (int i = 0; i < ids.length; i++) {
            if (whole[i]) {
                numbers[numbered++] = number[i];
            } else {
                names[i - numbered] = ids[i];
            }
        }
        Arrays.sort(numbers);
        Arrays.sort(names);
        int[] rank = new int[ids.length];
        for (int i = 0; i < ids.length; i++) {
            rank[i] = whole[i]
                    ? Arrays.binarySearch(numbers, number[i])
                    : numbers.length + Arrays.binarySearch(names, ids[i]);
        }
        return rank;
    }
}
