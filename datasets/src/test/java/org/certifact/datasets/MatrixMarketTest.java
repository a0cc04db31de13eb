package org.certifact.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.certifact.datasets.Inputs.contents;
import static org.certifact.datasets.Inputs.evaluatedBad;
import static org.certifact.datasets.Inputs.listing;
import static org.certifact.datasets.Inputs.read;
import static org.certifact.datasets.Inputs.write;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatrixMarketTest {
    private static final String GENERAL = "%%MatrixMarket matrix coordinate real general\n";

    @TempDir
    Path directory;

    @Test
    void aGeneralMatrixIsRead() throws IOException {
        String text = GENERAL + "% a comment\n\n 3 4 2\n1 4 -1.5e0\n\n 03  1 2\n";
        assertThat(listing(read(write(directory, "x.mtx", text))))
                .containsExactly("x.mtx: line 5 | 1 4 -1.5", "x.mtx: line 7 | 3 1 2.0");
        assertThat(contents(read(write(directory, "x.mtx.gz", text)))).containsExactly("1 4 -1.5", "3 1 2.0");
    }

    @Test
    void theBannerTellsTheFormatAndItsCaseDoesNotMatter() throws IOException {
        String text = "%%matrixmarket MATRIX Coordinate Integer General\r\n1 1 1\r\n1 1 7\r\n";
        assertThat(contents(read(write(directory, "x.txt", text)))).containsExactly("1 1 7.0");
    }

    @Test
    void aPatternHasValuesOne() throws IOException {
        String text = "%%MatrixMarket matrix coordinate pattern general\n2 2 1\n2 1\n";
        assertThat(contents(read(write(directory, "x.mtx", text)))).containsExactly("2 1 1.0");
    }

    @Test
    void symmetricEntriesAreMirrored() throws IOException {
        String symmetric = "%%MatrixMarket matrix coordinate real symmetric\n2 2 2\n1 1 5\n2 1 3\n";
        assertThat(contents(read(write(directory, "x.mtx", symmetric))))
                .containsExactly("1 1 5.0", "2 1 3.0", "1 2 3.0");
        String skew = "%%MatrixMarket matrix coordinate real skew-symmetric\n2 2 1\n2 1 3\n";
        assertThat(contents(read(write(directory, "y.mtx", skew)))).containsExactly("2 1 3.0", "1 2 -3.0");
    }

    @Test
    void severalFilesHaveTheirOwnSizes() throws IOException {
        String one = write(directory, "x.mtx", GENERAL + "1 1 1\n1 1 1\n");
        String two = write(directory, "y.mtx", GENERAL + "%\n9 9 1\n9 9 2\n");
        assertThat(contents(read(one, two))).containsExactly("1 1 1.0", "9 9 2.0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "matrix array real general      | x.mtx: line 1: 'array' matrices cannot be read, only coordinate;"
                        + " write the entries as 'coordinate', one a line",
                "vector coordinate real general | x.mtx: line 1: 'vector' matrices cannot be read, only matrix;"
                        + " write the entries as a matrix",
                "matrix coordinate complex general | x.mtx: line 1: 'complex' matrices cannot be read, only real,"
                        + " double, integer, pattern; write real values",
                "matrix coordinate real hermitian | x.mtx: line 1: 'hermitian' matrices cannot be read, only general,"
                        + " symmetric, skew-symmetric; write it as 'general'",
                "matrix coordinate real | x.mtx: line 1 must be '%%MatrixMarket matrix coordinate <field> <symmetry>',"
                        + " is '%%MatrixMarket matrix coordinate real'",
                "matrix coordinate real symmetric | x.mtx: line 2: a symmetric matrix must be square, this one is 2 x 3",
            })
    void otherMatricesAreRefused(String kind, String message) throws IOException {
        String path = write(directory, "x.mtx", "%%MatrixMarket " + kind + "\n2 3 1\n1 1 1\n");
        assertThatThrownBy(() -> read(path))
                .isInstanceOf(BadInputException.class)
                .hasMessage(message);
    }

    @Test
    void theSizeLineMustBeThere() throws IOException {
        String wrong = write(directory, "x.mtx", GENERAL + "3 4\n");
        assertThatThrownBy(() -> read(wrong)).hasMessage("x.mtx: line 2 must be 'rows columns entries', is '3 4'");
        String none = write(directory, "y.mtx", GENERAL + "%\n");
        assertThatThrownBy(() -> read(none))
                .hasMessage("y.mtx: ends before the line 'rows columns entries': the file is cut short");
    }

    @Test
    void theDeclaredNumberOfEntriesMustBeThere() throws IOException {
        String few = write(directory, "x.mtx", GENERAL + "3 4 3\n1 1 1\n1 2 1\n");
        assertThatThrownBy(() -> listing(read(few)))
                .isInstanceOf(BadInputException.class)
                .hasMessage("x.mtx: declares 3 entries, has 2: the file is cut short");
        String many = write(directory, "y.mtx", GENERAL + "3 4 1\n1 1 1\n1 2 1\n");
        assertThatThrownBy(() -> listing(read(many)))
                .hasMessage("y.mtx: declares 1 entries, has 2: the declaration or the entries are wrong");
    }

    @Test
    void badLinesAreNamed() throws IOException {
        String path = write(directory, "x.mtx", GENERAL + "3 4 7\n0 1 1\n1 5 1\n1 1\n1 1 1 1\na 1 1\n1 1 x\n1 1 1\n");
        EntrySet set = read(path);
        assertThat(evaluatedBad(set))
                .containsExactly(
                        "x.mtx: line 3: row index 0 is outside 1 to 3",
                        "x.mtx: line 4: column index 5 is outside 1 to 4",
                        "x.mtx: line 5: has 2 fields, must have 3",
                        "x.mtx: line 6: has 4 fields, must have 3",
                        "x.mtx: line 7: row index 'a' is not a whole number",
                        "x.mtx: line 8: value 'x' is not a number");
        String skew = "%%MatrixMarket matrix coordinate real skew-symmetric\n2 2 1\n2 2 3\n";
        assertThat(evaluatedBad(read(write(directory, "y.mtx", skew))))
                .containsExactly("y.mtx: line 3: value '3.0' on the diagonal of a skew-symmetric matrix must be 0");
    }

    @Test
    void columnsCannotBeChosen() throws IOException {
        String path = write(directory, "x.mtx", GENERAL + "1 1 1\n1 1 1\n");
        assertThatThrownBy(() -> read(ReadOptions.defaults().withColumns(List.of("1", "2", "3")), path))
                .hasMessage("x.mtx: columns '1,2,3' cannot be chosen in a Matrix Market file; leave them out");
    }
}
