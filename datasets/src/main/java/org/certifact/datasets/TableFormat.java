package org.certifact.datasets;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The file formats that dense tables can be read from. */
public enum TableFormat {
    /** Told by the file's ending or its first bytes. */
    AUTO,
    /** One row a line, fields apart by a separator; csv, tsv, txt. */
    TEXT,
    /** NumPy's .npy, two-dimensional. */
    NPY,
    /** Matrix Market array files. */
    MATRIX_MARKET,
    /** Parquet files with numeric columns or one column of arrays. */
    PARQUET;

    /**
     * The format of that name: auto, text, npy, matrix-market or parquet, in any case.
     *
     * @throws BadInputException if there is none of that name
     */
    public static TableFormat parse(String name) {
        return Arrays.stream(values())
                .filter(format -> format.toString().equals(name.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new BadInputException("table format '" + name + "' is unknown; there are "
                        + Arrays.stream(values()).map(TableFormat::toString).collect(Collectors.joining(", "))));
    }

    /** The name as given on a command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
