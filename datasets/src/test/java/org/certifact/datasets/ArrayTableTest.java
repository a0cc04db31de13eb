package org.certifact.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.certifact.datasets.Inputs.write;
import static org.certifact.datasets.Tables.places;
import static org.certifact.datasets.Tables.shown;
import static org.certifact.datasets.Tables.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArrayTableTest {
    private static final TableOptions DEFAULTS = TableOptions.defaults();

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "real general           # 2 3/1/2/3/4/5/6 # 1 1.0 3.0 5.0/2 2.0 4.0 6.0",
                "integer general        # 3 1/1/2/3       # 1 1.0/2 2.0/3 3.0",
                "double symmetric       # 3 3/1/2/3/4/5/6 # 1 1.0 2.0 3.0/2 2.0 4.0 5.0/3 3.0 5.0 6.0",
                "real skew-symmetric    # 3 3/1/2/3       # 1 0.0 -1.0 -2.0/2 1.0 0.0 -3.0/3 2.0 3.0 0.0",
                "real general           # 1 2/%/1e2//-.5  # 1 100.0 -0.5",
            })
    void arraysAreReadColumnByColumn(String kind, String lines, String expected) throws IOException {
        String path = write(directory, "a.mtx", array(kind, lines));
        assertThat(places(table(path)).stream().map(row -> row.substring(row.indexOf("| ") + 2)))
                .containsExactly(expected.split("/", -1));
        assertThat(table(path).rowCount()).isEqualTo(expected.split("/", -1).length);
    }

    @Test
    void severalFilesAndGzipMakeOneTable() throws IOException {
        write(directory, "1.mtx", array("real general", "2 2/1/2/3/4"));
        write(directory, "2.mtx.gz", array("real symmetric", "2 2/5/6/7"));
        DenseTable table = table(DEFAULTS.withLeftOut(List.of("1")), directory.toString());
        assertThat(places(table))
                .containsExactly(
                        "1.mtx: row 1 | 1 3.0",
                        "1.mtx: row 2 | 2 4.0",
                        "2.mtx.gz: row 1 | 3 6.0",
                        "2.mtx.gz: row 2 | 4 7.0");
        assertThat(table.columnIds()).containsExactly("1");
    }

    @Test
    void missingEntriesAreNamedByRowAndColumn() throws IOException {
        DenseTable table = table(write(directory, "a.mtx", array("real general", "2 2/1/NaN/3/nan")));
        assertThat(shown(table)).containsExactly("1 2", "1 1.0 3.0", "2 NaN NaN");
        assertThat(table.missing()).isEqualTo(new MissingCells(2, "a.mtx: row 2, column 1"));
    }

    @Test
    void rowsDoNotDependOnThePartitions() throws IOException {
        int rows = 50;
        String lines = IntStream.range(0, rows * 20)
                .mapToObj(k -> Integer.toString(k))
                .collect(Collectors.joining("/", rows + " 20/", ""));
        String path = write(directory, "a.mtx", array("real general", lines));
        List<String> whole = shown(table(path));
        assertThat(whole).hasSize(rows + 1).element(rows).asString().startsWith("50 49.0 99.0 149.0");
        SharedSpark.CONTEXT.hadoopConfiguration().setInt("mapreduce.input.fileinputformat.split.maxsize", 700);
        try {
            assertThat(shown(table(path))).isEqualTo(whole);
        } finally {
            SharedSpark.CONTEXT.hadoopConfiguration().unset("mapreduce.input.fileinputformat.split.maxsize");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "real general      # 2 2/1/2/3     # a.mtx: declares 4 entries, has 3: the file is cut short",
                "real general      # 1 2/1/2/3     # a.mtx: declares 2 entries, has 3: the declaration or the entries are"
                        + " wrong",
                "real general      # 1 2/1/x       # a.mtx: line 4: value 'x' is not a number",
                "real general      # 1 2/1/inf     # a.mtx: line 4: value 'inf' is not finite",
                "real general      # 1 2/1 2       # a.mtx: line 3: has 2 fields, must have 1",
                "real general      # 1 2 2/1/2     # a.mtx: line 2 must be 'rows columns', is '1 2 2'",
                "real general      # 0 2           # a.mtx: line 2: an array of 0 x 2 cannot be read, only of 1 to"
                        + " 2147483647 rows and columns; write its entries as 'coordinate'",
                "real symmetric    # 1 2/1/2       # a.mtx: line 2: a symmetric matrix must be square, this one is 1 x 2",
                "pattern general   # 1 2/1/2       # a.mtx: line 1: 'pattern' matrices cannot be read, only real, double,"
                        + " integer; write real values",
                "complex general   # 1 2/1/2       # a.mtx: line 1: 'complex' matrices cannot be read, only real, double,"
                        + " integer; write real values",
            })
    void badArraysAreRefused(String kind, String lines, String message) throws IOException {
        String path = write(directory, "a.mtx", array(kind, lines));
        assertThatThrownBy(() -> table(path))
                .isInstanceOf(BadInputException.class)
                .hasMessage(message);
    }

    @Test
    void otherFilesAreRefused() throws IOException {
        String entries = write(directory, "a.mtx", "%%MatrixMarket matrix coordinate real general\n1 1 1\n1 1 1\n");
        assertThatThrownBy(() -> table(entries))
                .hasMessage("a.mtx: line 1: 'coordinate' matrices cannot be read, only array;"
                        + " read it as entries, not as a table");
        String narrow = write(directory, "b.mtx", array("real general", "1 1/1"));
        String wide = write(directory, "c.mtx", array("real general", "1 2/1/2"));
        assertThatThrownBy(() -> table(narrow, wide))
                .hasMessage("c.mtx: has 2 columns, b.mtx has 1; give files of one width");
    }

    private static String array(String kind, String lines) {
        return "%%MatrixMarket matrix array " + kind + "\n" + lines.replace('/', '\n') + "\n";
    }
}
