package org.certifact.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.certifact.datasets.Tables.places;
import static org.certifact.datasets.Tables.shown;
import static org.certifact.datasets.Tables.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetTableTest {
    private static final TableOptions DEFAULTS = TableOptions.defaults();
    private static final String WAY_OUT =
            "; correct it, write NA for a missing value, or leave the column out with --leave-out ";

    @TempDir
    Path directory;

    @Test
    void numericColumnsOfAnyTypeAreRead() throws IOException {
        String path = parquet(
                "a.parquet",
                "SELECT tinyint(1) AS a, smallint(2) AS b, 3 AS c, 4L AS d, float(0.5) AS e, 0.1D AS f,"
                        + " cast(7.25 AS decimal(5,2)) AS g");
        assertThat(shown(table(path))).containsExactly("a b c d e f g", "1 1.0 2.0 3.0 4.0 0.5 0.1 7.25");
    }

    @Test
    void aStringColumnNamesTheRows() throws IOException {
        String path = parquet("a.parquet", "SELECT * FROM VALUES ('x', 7, 2D), ('y', 8, null) AS t(name, `a.b`, c)");
        assertThat(places(table(path)))
                .containsExactly("a.parquet: record 1 | x 7.0 2.0", "a.parquet: record 2 | y 8.0 NaN");
        assertThat(table(path).missing()).isEqualTo(new MissingCells(1, "a.parquet: record 2, column 3 ('c')"));
        assertThat(shown(table(DEFAULTS.withLeftOut(List.of("name", "3")), path)))
                .containsExactly("a.b", "1 7.0", "2 8.0");
        assertThat(shown(table(DEFAULTS.withLeftOut(List.of("c")), path))).containsExactly("a.b", "x 7.0", "y 8.0");
    }

    @Test
    void wholeNumbersNameTheRowsIfAsked() throws IOException {
        String path = parquet("a.parquet", "SELECT 7 AS id, 1D AS x");
        assertThat(shown(table(path))).containsExactly("id x", "1 7.0 1.0");
        assertThat(shown(table(DEFAULTS.withRowNames(RowNames.YES), path))).containsExactly("x", "7 1.0");
    }

    @Test
    void arraysAreRows() throws IOException {
        String doubles =
                parquet("a.parquet", "SELECT * FROM VALUES ('x', array(1D, 2D)), ('y', array(3D, null)) AS t(name, v)");
        assertThat(shown(table(doubles))).containsExactly("1 2", "x 1.0 2.0", "y 3.0 NaN");
        String floats = parquet("b.parquet", "SELECT array(float(0.5), float(0.25)) AS v, 'cat' AS label");
        assertThat(shown(table(DEFAULTS.withLeftOut(List.of("label")), floats))).containsExactly("1 2", "1 0.5 0.25");
    }

    @Test
    void rowsOfManyFilesComeInOrder() throws IOException {
        StringBuilder expected = new StringBuilder();
        int row = 0;
        for (int file = 0; file < 5; file++) {
            int rows = 3 + file * 37 % 11;
            parquet("d/" + file + ".parquet", "SELECT " + file + " AS f, id AS i FROM range(0, " + rows + ", 1, 1)");
            for (int i = 0; i < rows; i++) {
                expected.append(++row)
                        .append(' ')
                        .append(file)
                        .append(".0 ")
                        .append(i)
                        .append(".0\n");
            }
        }
        DenseTable table = table(directory.resolve("d").toString());
        assertThat(String.join("\n", shown(table)) + "\n").isEqualTo("f i\n" + expected);
        assertThat(table.rowCount()).isEqualTo(row);
        assertThat(places(table)).element(3).asString().startsWith("1.parquet: record 1 | 4 ");
    }

    @Test
    void badRecordsAreNamed() throws IOException {
        String path = parquet(
                "a.parquet",
                "SELECT * FROM VALUES ('x', 1D), ('y', double('-inf')), (null, 1D), ('', 1D) AS t(name, c)");
        refused(
                DEFAULTS,
                path,
                "a.parquet: record 2: column 2 ('c'): value '-Infinity' is not finite" + WAY_OUT + "2\n"
                        + "3 records are bad; the next:\n  a.parquet: record 3: row id is empty\n"
                        + "  a.parquet: record 4: row id is empty");
        String twice = parquet("b.parquet", "SELECT * FROM VALUES ('x', 1D), ('x', 1D) AS t(name, c)");
        refused(
                DEFAULTS,
                twice,
                "b.parquet: record 2: row name 'x' was seen before, at b.parquet: record 1;"
                        + " rename one, or leave the names out with --leave-out 1 to number the rows");
        String ragged = parquet("c.parquet", "SELECT * FROM VALUES (array(1D, 2D)), (array(1D)), (null) AS t(v)");
        refused(
                DEFAULTS,
                ragged,
                "c.parquet: record 2: the array has 1 values, must have 2 as others have\n"
                        + "2 records are bad; the next:\n  c.parquet: record 3: the array is null");
    }

    @Test
    void columnsThatDoNotFitAreRefused() throws IOException {
        String path = parquet("a.parquet", "SELECT 1D AS x, 'cat' AS label, array(1D) AS v, true AS t");
        refused(
                DEFAULTS,
                path,
                "a.parquet: column 'label' is of type string; values must be numbers: leave it out with --leave-out label");
        refused(
                DEFAULTS.withLeftOut(List.of("label")),
                path,
                "a.parquet: column 'v' is of type array<double>; an array must be the only column:"
                        + " leave it out with --leave-out v");
        refused(
                DEFAULTS.withLeftOut(List.of("label", "v")),
                path,
                "a.parquet: column 't' is of type boolean; values must be numbers: leave it out with --leave-out t");
        refused(
                DEFAULTS.withRowNames(RowNames.YES),
                path,
                "a.parquet: column 'x' is of type double; row names must be whole numbers or strings");
        refused(
                DEFAULTS.withLeftOut(List.of("y")),
                path,
                "a.parquet: no column 'y' to leave out; there are 4: x, label, v, t");
        String none = parquet("b.parquet", "SELECT 1 AS x WHERE false");
        refused(DEFAULTS, none, "b.parquet: no rows");
        String empty = parquet("c.parquet", "SELECT array(1D) AS v WHERE false");
        refused(DEFAULTS, empty, "c.parquet: no values in the arrays of column 'v'");
    }

    private static void refused(TableOptions options, String path, String message) {
        assertThatThrownBy(() -> table(options, path))
                .isInstanceOf(BadInputException.class)
                .hasMessage(message);
    }

    private String parquet(String name, String query) throws IOException {
        return Inputs.parquet(directory, name, query);
    }
}
