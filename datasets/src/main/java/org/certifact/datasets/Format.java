package org.certifact.datasets;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The file formats that can be read. */
public enum Format {
    /** Told by the file's ending or its first bytes. */
    AUTO,
    /** One entry a line, fields apart by a separator; csv, tsv, dat, data. */
    TEXT,
    /** Parquet files with one entry a row. */
    PARQUET,
    /** Matrix Market coordinate files. */
    MATRIX_MARKET,
    /** libsvm (svmlight) text: a label, which is ignored, then {@code index:value} pairs. */
    LIBSVM;

    /**
     * The format of that name: auto, text, parquet, matrix-market or libsvm, in any case.
     *
     * @throws BadInputException if there is none of that name
     */
    public static Format parse(String name) {
        return Arrays.stream(values())
                .filter(format -> format.toString().equals(name.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new BadInputException("format '" + name + "' is unknown; there are "
                        + Arrays.stream(values()).map(Format::toString).collect(Collectors.joining(", "))));
    }

    /** The name as given on a command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
