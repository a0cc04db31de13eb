package org.certifact.datasets;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * How files are read as a dense table.
 *
 * @param format the files' format
 * @param separator what stands between the fields of delimited text, one or more characters; a single blank stands for any run of blanks;
 *     null to find it in the first lines
 * @param header whether delimited text begins with the names of the columns; the default takes the first line for a header when none of its
 *     fields is a number, or when three of them or more count on by one after a first that is no number, as in
 *     {@code gene,2019,2020,2021}, and those of the second line do not
 * @param rowNames whether the first column of text or Parquet names the rows
 * @param leftOut names or 1-based positions in the file of columns that are not read, such as labels
 */
public record TableOptions(
        TableFormat format, String separator, Header header, RowNames rowNames, List<String> leftOut) {
    /**
     * Checks the options as far as that goes without the files.
     *
     * @throws BadInputException if the separator is empty, or a column is left out twice
     */
    public TableOptions {
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(header, "header");
        Objects.requireNonNull(rowNames, "rowNames");
        leftOut = leftOut.stream().map(String::strip).toList();
        if (separator != null && separator.isEmpty()) {
            throw new BadInputException("the separator is empty; leave it out to have it found in the first lines");
        }
        if (separator != null) {
            separator = separator.replace("\\t", "\t");
        }
        Set<String> seen = new HashSet<>();
        for (String column : leftOut) {
            if (!seen.add(column)) {
                throw new BadInputException("columns to leave out '" + String.join(",", leftOut) + "': '" + column
                        + "' is given twice; give each once");
            }
        }
    }

    /** Everything found in the files themselves, no column left out. */
    public static TableOptions defaults() {
        return new TableOptions(TableFormat.AUTO, null, Header.AUTO, RowNames.AUTO, List.of());
    }

    public TableOptions withFormat(TableFormat newFormat) {
        return new TableOptions(newFormat, separator, header, rowNames, leftOut);
    }

    public TableOptions withSeparator(String newSeparator) {
        return new TableOptions(format, newSeparator, header, rowNames, leftOut);
    }

    public TableOptions withHeader(Header newHeader) {
        return new TableOptions(format, separator, newHeader, rowNames, leftOut);
    }

    public TableOptions withRowNames(RowNames newRowNames) {
        return new TableOptions(format, separator, header, newRowNames, leftOut);
    }

    public TableOptions withLeftOut(List<String> newLeftOut) {
        return new TableOptions(format, separator, header, rowNames, newLeftOut);
    }

    /** @throws BadInputException if a column shall name the rows, in a file that holds numbers only */
    void refuseRowNames(String file) {
        if (rowNames == RowNames.YES) {
            throw new BadInputException(file + ": holds numbers only, so no column names the rows;"
                    + " leave --row-names out to number them");
        }
    }
}
