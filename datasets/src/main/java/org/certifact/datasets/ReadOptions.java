package org.certifact.datasets;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * How files are read.
 *
 * @param format the files' format
 * @param separator what stands between the fields of delimited text, one or more characters; a single blank stands for any run of blanks;
 *     null to find it in the first line
 * @param header whether delimited text begins with the names of the columns
 * @param columns names or 1-based positions of the row id, the column id, the value and, if there is one, the weight; empty for the first
 *     three columns
 * @param badRecords what to do about records that are not entries
 */
public record ReadOptions(
        Format format, String separator, Header header, List<String> columns, BadRecordPolicy badRecords) {
    /**
     * Checks the separator and the columns, as far as that goes without the files.
     *
     * @throws BadInputException if the separator is empty, or if not 3 or 4 different columns are given
     */
    public ReadOptions {
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(header, "header");
        Objects.requireNonNull(badRecords, "badRecords");
        columns = columns.stream().map(String::strip).toList();
        if (separator != null && separator.isEmpty()) {
            throw new BadInputException("the separator is empty; leave it out to have it found in the first line");
        }
        if (separator != null) {
            separator = separator.replace("\\t", "\t");
        }
        if (!columns.isEmpty() && (columns.size() < 3 || columns.size() > 4)) {
            throw new BadInputException("columns '" + String.join(",", columns) + "': " + columns.size()
                    + " given; give 3 or 4: row, column, value and, if there is one, weight");
        }
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!seen.add(column)) {
                throw new BadInputException("columns '" + String.join(",", columns) + "': '" + column
                        + "' is given twice; row, column, value and weight must differ");
            }
        }
    }

    /** Everything found in the files themselves, the first three columns, no bad record accepted. */
    public static ReadOptions defaults() {
        return new ReadOptions(Format.AUTO, null, Header.AUTO, List.of(), BadRecordPolicy.FAIL);
    }

    public ReadOptions withFormat(Format newFormat) {
        return new ReadOptions(newFormat, separator, header, columns, badRecords);
    }

    public ReadOptions withSeparator(String newSeparator) {
        return new ReadOptions(format, newSeparator, header, columns, badRecords);
    }

    public ReadOptions withHeader(Header newHeader) {
        return new ReadOptions(format, separator, newHeader, columns, badRecords);
    }

    public ReadOptions withColumns(List<String> newColumns) {
        return new ReadOptions(format, separator, header, newColumns, badRecords);
    }

    public ReadOptions withBadRecords(BadRecordPolicy newBadRecords) {
        return new ReadOptions(format, separator, header, columns, newBadRecords);
    }
}
