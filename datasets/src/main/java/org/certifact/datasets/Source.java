package org.certifact.datasets;

/**
 * The place of a record as one number: the file's index in the upper 23 bits, the 1-based number of the line or record in the lower 40.
 * Sorting by it is sorting in file order.
 */
public final class Source {
    private static final int NUMBER_BITS = 40;
    private static final long MAX_NUMBER = (1L << NUMBER_BITS) - 1;
    private static final int MAX_FILE = (1 << (63 - NUMBER_BITS)) - 1;

    private Source() {}

    /**
     * The place as one number.
     *
     * @param file index of the file, from 0
     * @param number line or record number in the file, from 1
     * @throws IllegalArgumentException beyond 2^23 files or 2^40 records a file
     */
    public static long encode(int file, long number) {
        if (file < 0 || file > MAX_FILE || number < 1 || number > MAX_NUMBER) {
            throw new IllegalArgumentException("file " + file + ", record " + number + ": at most " + (MAX_FILE + 1L)
                    + " files of " + MAX_NUMBER + " records can be numbered; read fewer files at a time");
        }
        return ((long) file << NUMBER_BITS) | number;
    }

    /** The index of the file, from 0. */
    public static int file(long source) {
        return (int) (source >>> NUMBER_BITS);
    }

    /** The number of the line or record in its file, from 1. */
    public static long number(long source) {
        return source & MAX_NUMBER;
    }
}
