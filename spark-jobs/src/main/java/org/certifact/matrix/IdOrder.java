package org.certifact.matrix;

import java.util.Comparator;

/**
 * The order and the placement of ids. Whole numbers come first, by value, then everything else by its characters; the
 * block of an id depends on its characters alone, never on how the input was split.
 */
final class IdOrder {
    /** The order within a block. */
    static final Comparator<String> BY_VALUE = IdOrder::compare;

    private IdOrder() {}

    /** The block, out of so many, that an id lives in. */
    static int block(String id, int blocks) {
        return (int) Long.remainderUnsigned(hash(id), blocks);
    }

    /** A 64-bit hash of an id, the same on every machine (FNV-1a, then the finalizer of SplitMix64). */
    static long hash(String id) {
        long h = 0xcbf29ce484222325L;
        for (int i = 0; i < id.length(); i++) {
            h = (h ^ id.charAt(i)) * 0x100000001b3L;
        }
        h = (h ^ (h >>> 30)) * 0xbf58476d1ce4e5b9L;
        h = (h ^ (h >>> 27)) * 0x94d049bb133111ebL;
        return h ^ (h >>> 31);
    }

    /** Whether an id is the canonical form of a long: "7" is, "007" and "+7" are not. */
    static boolean isLong(String id) {
        int first = id.startsWith("-") ? 1 : 0;
        int digits = id.length() - first;
        if (digits == 0 || digits > 19 || (id.charAt(first) == '0' && id.length() > 1)) {
            return false;
        }
        for (int i = first; i < id.length(); i++) {
            if (id.charAt(i) < '0' || id.charAt(i) > '9') {
                return false;
            }
        }
        // 18 digits always fit; 19 may not
        String largest = first == 1 ? "9223372036854775808" : "9223372036854775807";
        return digits < 19 || id.substring(first).compareTo(largest) <= 0;
    }

    private static int compare(String a, String b) {
        boolean aLong = isLong(a);
        boolean bLong = isLong(b);
        if (aLong && bLong) {
            return Long.compare(Long.parseLong(a), Long.parseLong(b));
        }
        return aLong ? -1 : bLong ? 1 : a.compareTo(b);
    }
}
