package org.certifact.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.certifact.datasets.Inputs.write;
import static org.certifact.datasets.Tables.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadTableTest {
    private static final TableOptions DEFAULTS = TableOptions.defaults();
    private static final String WAY_OUT =
            "; correct it, write NA for a missing value, or leave the column out with --leave-out ";

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            value = {
                "1,x     # column 2 ('b'): value 'x' is not a number" + WAY_OUT + "2",
                "1,inf   # column 2 ('b'): value 'inf' is not finite" + WAY_OUT + "2",
                "-Inf,2  # column 1 ('a'): value '-Inf' is not finite" + WAY_OUT + "1",
                "1,1e999 # column 2 ('b'): value '1e999' is not finite" + WAY_OUT + "2",
                "1,0x1p3 # column 2 ('b'): value '0x1p3' is not a number" + WAY_OUT + "2",
                "1       # has 1 field, must have 2 as the first line says; write NA for a missing value, or name the"
                        + " separator",
                "1,2,3   # has 3 fields, must have 2 as the first line says; write NA for a missing value, or name the"
                        + " separator",
                "\"1,2   # a quote is left open",
            })
    void aBadRowIsNamed(String line, String message) throws IOException {
        refused(DEFAULTS, "a,b\n1,2\n\n" + line + "\n3,4\n", "a.csv: line 4: " + message);
    }

    @Test
    void allBadRowsAreCounted() throws IOException {
        refused(
                DEFAULTS,
                "1,2\n1,x\n1,y\n1\n",
                "a.csv: line 2: column 2: value 'x' is not a number" + WAY_OUT + "2\n3 lines are bad; the next:\n"
                        + "  a.csv: line 3: column 2: value 'y' is not a number" + WAY_OUT + "2\n"
                        + "  a.csv: line 4: has 1 field, must have 2 as the first line says;"
                        + " write NA for a missing value, or name the separator");
    }

    @Test
    void namesMustDiffer() throws IOException {
        refused(
                DEFAULTS,
                "a,1,2\nb,3,4\na,5,6\nb,7,8\n",
                "a.csv: line 3: row name 'a' was seen before, at a.csv: line 1;"
                        + " rename one, or leave the names out with --leave-out 1 to number the rows");
        refused(
                DEFAULTS,
                "x,y,x\n1,2,3\n",
                "a.csv: line 1: columns 1 and 3 are both named 'x'; rename one, or leave it out with --leave-out 3");
        refused(
                DEFAULTS,
                "x,,y\n1,2,3\n",
                "a.csv: line 1: column 2 has no name; give it one, or leave it out with --leave-out 2");
        refused(DEFAULTS, "id,x\na,1\nb,2\n,3\n", "a.csv: line 4: row id is empty");
    }

    @Test
    void columnsThatAreNotThereCannotBeLeftOut() throws IOException {
        refused(
                DEFAULTS.withLeftOut(List.of("lable")),
                "x,label\n1,2\n",
                "a.csv: line 1: no column 'lable' to leave out; there are 2: x, label");
        refused(
                DEFAULTS.withLeftOut(List.of("3")),
                "x,label\n1,2\n",
                "a.csv: line 1: no column '3' to leave out; there are 2: x, label");
        refused(
                DEFAULTS.withLeftOut(List.of("0")),
                "1,2\n",
                "a.csv: line 1: no column '0' to leave out; there are 2, without names");
        refused(
                DEFAULTS.withLeftOut(List.of("label")).withHeader(Header.NO),
                "1,2\n",
                "a.csv: columns are left out by name (label), so the first line must be a header; give positions");
        refused(
                DEFAULTS.withLeftOut(List.of("1", "2")),
                "1,2\n",
                "a.csv: line 1: no column is left; leave out fewer, or name the separator");
        refused(
                DEFAULTS.withLeftOut(List.of("1")).withRowNames(RowNames.YES),
                "a,2\nb,3\n",
                "a.csv: line 1: column 1 names the rows, so it cannot be left out;"
                        + " give --row-names no to number them");
        refused(
                DEFAULTS.withRowNames(RowNames.YES),
                "1\n2\n",
                "a.csv: line 1: no column is left beside the row names; leave out fewer, or name the separator");
    }

    @Test
    void theSeparatorMustBeFound() throws IOException {
        refused(
                DEFAULTS,
                "1_2\n3_4\n",
                "a.csv: line 2 does not split into fields by tab, ',', ';', '|', '::' or blanks: '3_4';"
                        + " name the separator");
    }

    @Test
    void nothingIsRefused() throws IOException {
        refused(DEFAULTS, "x,y\n", "a.csv: no rows");
        refused(DEFAULTS, "", directory + "/a.csv: the file is empty");
        refused(DEFAULTS, "\n \n", "a.csv: the file is empty");
    }

    @Test
    void optionsThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> DEFAULTS.withSeparator(""))
                .isInstanceOf(BadInputException.class)
                .hasMessage("the separator is empty; leave it out to have it found in the first lines");
        assertThatThrownBy(() -> DEFAULTS.withLeftOut(List.of("a", " a")))
                .isInstanceOf(BadInputException.class)
                .hasMessage("columns to leave out 'a,a': 'a' is given twice; give each once");
        assertThat(TableFormat.parse(" NPY")).isEqualTo(TableFormat.NPY);
        assertThatThrownBy(() -> TableFormat.parse("excel"))
                .isInstanceOf(BadInputException.class)
                .hasMessage("table format 'excel' is unknown; there are auto, text, npy, matrix-market, parquet");
    }

    private void refused(TableOptions options, String text, String message) throws IOException {
        String path = write(directory, "a.csv", text);
        assertThatThrownBy(() -> table(options, path))
                .isInstanceOf(BadInputException.class)
                .hasMessage(message);
    }
}
