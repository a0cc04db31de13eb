package org.certifact.jobs;

import java.util.Locale;
import java.util.Set;

/** What the files of a matrix are. */
enum DataKind {
    /** Told by the ending of the first file. */
    AUTO,
    /** A dense table, one row a line or record. */
    TABLE,
    /** Entries: row, column, value. */
    ENTRIES,
    /** Pictures, whole or in patches. */
    IMAGES,
    /** Plain text, one document a file, counted into terms. */
    DOCUMENTS,
    /** Parquet with a column of Spark ML vectors, one a row of the matrix. */
    VECTORS;

    private static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg", "tif", "tiff", "bmp");
    private static final Set<String> LISTS = Set.of("mtx", "mm", "libsvm", "svm", "svmlight");

    /** The kind that a file's name tells: a table unless it says otherwise. */
    static DataKind ofName(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[.](gz|bz2|zst)$", "");
        String ending = plain.substring(plain.lastIndexOf('.') + 1);
        return PICTURES.contains(ending) ? IMAGES : LISTS.contains(ending) ? ENTRIES : TABLE;
    }
}
