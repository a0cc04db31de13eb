package org.certifact.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.certifact.datasets.Inputs.write;
import static org.certifact.datasets.Tables.places;
import static org.certifact.datasets.Tables.shown;
import static org.certifact.datasets.Tables.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DelimitedTableTest {
    private static final TableOptions DEFAULTS = TableOptions.defaults();

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "1\t2.5\t-3e2",
                "1,2.5,-3e2",
                "1;2.5;-3e2",
                "1|2.5|-3e2",
                "1::2.5::-3e2",
                "  1  2.5 \t -3e2 ",
                "1 , 2.5 , -3e2",
                "\"1\",\"2.5\",\"-3e2\"",
            })
    void theSeparatorIsFound(String line) throws IOException {
        assertThat(places(table(write(directory, "a.txt", line + "\n\n" + line))))
                .containsExactly("a.txt: line 1 | 1 1.0 2.5 -300.0", "a.txt: line 3 | 2 1.0 2.5 -300.0");
    }

    @Test
    void theSeparatorMayBeGiven() throws IOException {
        String path = write(directory, "a.txt", "a b;c\n1;2\n");
        assertThat(shown(table(DEFAULTS.withSeparator(";"), path))).containsExactly("a b c", "1 1.0 2.0");
        String dashes = write(directory, "b.txt", "1--2\n");
        assertThat(shown(table(DEFAULTS.withSeparator("--"), dashes))).containsExactly("1 2", "1 1.0 2.0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "plain           # 1,2/3,4             # 1 2/1 1.0 2.0/2 3.0 4.0",
                "header          # x,y/1,2/3,4         # x y/1 1.0 2.0/2 3.0 4.0",
                "names           # a,1,2/b,3,4         # 1 2/a 1.0 2.0/b 3.0 4.0",
                "both            # gene,x,y/a,1,2/b,3,4 # x y/a 1.0 2.0/b 3.0 4.0",
                "unnamed         # \"\",\"x\",\"y\"/7,1,2/9,3,4 # x y/7 1.0 2.0/9 3.0 4.0",
                "pandas          # ,0,1/0,1,2/1,3,4    # 0 1/0 1.0 2.0/1 3.0 4.0",
                "years           # gene,2019,2020,2021/a,1,2,4/b,3,4,5 # 2019 2020 2021/a 1.0 2.0 4.0/b 3.0 4.0 5.0",
                "counting data   # a,1,2,3/b,2,3,4     # 1 2 3/a 1.0 2.0 3.0/b 2.0 3.0 4.0",
                "R               # x y/a 1 2/b 3 4     # x y/a 1.0 2.0/b 3.0 4.0",
                "R numbered      # \"x\" \"y\"/\"1\" 1 2/\"2\" 3 4 # x y/1 1.0 2.0/2 3.0 4.0",
                "one column      # 5/6                 # 1/1 5.0/2 6.0",
                "one named column # x/6                # x/1 6.0",
                "one row         # 5 6                 # 1 2/1 5.0 6.0",
                "first missing   # NA,2/3,4            # 1 2/1 NaN 2.0/2 3.0 4.0",
                "all missing     # ,/3,4               # 1 2/1 NaN NaN/2 3.0 4.0",
            })
    void headerAndRowNamesAreFound(String kind, String lines, String expected) throws IOException {
        String path = write(directory, "a.csv", lines.replace('/', '\n') + "\n");
        assertThat(shown(table(path))).as(kind).containsExactly(expected.split("/", -1));
    }

    @Test
    void headerAndRowNamesMayBeForced() throws IOException {
        String path = write(directory, "a.csv", "10,20,30\n1,2,3\n4,5,6\n");
        assertThat(shown(table(DEFAULTS.withHeader(Header.YES), path)))
                .containsExactly("10 20 30", "1 1.0 2.0 3.0", "2 4.0 5.0 6.0");
        assertThat(shown(table(DEFAULTS.withRowNames(RowNames.YES), path)))
                .containsExactly("1 2", "10 20.0 30.0", "1 2.0 3.0", "4 5.0 6.0");
        assertThat(shown(table(DEFAULTS.withHeader(Header.YES).withRowNames(RowNames.YES), path)))
                .containsExactly("20 30", "1 2.0 3.0", "4 5.0 6.0");
        String counted = write(directory, "b.csv", "NA,1,2\nNA,3,4\n");
        assertThat(shown(table(DEFAULTS.withHeader(Header.NO), counted)))
                .containsExactly("1 2 3", "1 NaN 1.0 2.0", "2 NaN 3.0 4.0");
    }

    @Test
    void columnsMayBeLeftOutByNameOrPosition() throws IOException {
        String path = write(directory, "iris.csv", "long,wide,kind\n5.1,3.5,setosa\n4.9,3,setosa\n");
        for (String column : List.of("kind", "3")) {
            assertThat(shown(table(DEFAULTS.withLeftOut(List.of(column)), path)))
                    .containsExactly("long wide", "1 5.1 3.5", "2 4.9 3.0");
        }
        String first = write(directory, "labels.csv", "cat,1,2\ncat,3,4\n");
        assertThat(shown(table(DEFAULTS.withLeftOut(List.of("1")), first)))
                .containsExactly("1 2", "1 1.0 2.0", "2 3.0 4.0");
        String named = write(directory, "named.csv", "kind,x,y\ncat,1,2\ncat,3,4\n");
        assertThat(shown(table(DEFAULTS.withLeftOut(List.of("kind", "y")), named)))
                .containsExactly("x", "1 1.0", "2 3.0");
    }

    @Test
    void missingCellsAreNaNAndTheFirstIsNamed() throws IOException {
        String path = write(directory, "a.csv", "x,y,z\n1,2,3\n4,,6\nNA,nan,NULL\n7,8,NaN\n");
        DenseTable table = table(path);
        assertThat(shown(table))
                .containsExactly("x y z", "1 1.0 2.0 3.0", "2 4.0 NaN 6.0", "3 NaN NaN NaN", "4 7.0 8.0 NaN");
        assertThat(table.missing()).isEqualTo(new MissingCells(5, "a.csv: line 3, column 2 ('y')"));
        assertThatThrownBy(table::checkComplete)
                .isInstanceOf(BadInputException.class)
                .hasMessage("5 cells are missing, the first at a.csv: line 3, column 2 ('y');"
                        + " give --missing unobserved to factorize the observed ones only");
        assertThat(table.observed().collect())
                .extracting(Entry::toString)
                .containsExactly(
                        "(1, x) = 1.0",
                        "(1, y) = 2.0",
                        "(1, z) = 3.0",
                        "(2, x) = 4.0",
                        "(2, z) = 6.0",
                        "(4, x) = 7.0",
                        "(4, y) = 8.0");
    }

    @Test
    void aTableWithoutHolesIsComplete() throws IOException {
        DenseTable table = table(write(directory, "a.csv", "1,2\n"));
        table.checkComplete();
        assertThat(table.missing()).isEqualTo(MissingCells.NONE).hasToString("no cell is missing");
    }

    @Test
    void filesMakeOneTableAndTheirHeadersAreSkipped() throws IOException {
        write(directory, "d/1.csv", "x,y\n1,2\n3,4\n");
        write(directory, "d/2.csv.gz", "x,y\n5,6\n");
        write(directory, "d/3.csv", "7,8\n");
        assertThat(places(table(directory.resolve("d").toString())))
                .containsExactly(
                        "1.csv: line 2 | 1 1.0 2.0",
                        "1.csv: line 3 | 2 3.0 4.0",
                        "2.csv.gz: line 2 | 3 5.0 6.0",
                        "3.csv: line 1 | 4 7.0 8.0");
    }

    @Test
    void lineEndsByteOrderMarksAndQuotesDoNotMatter() throws IOException {
        String path = write(directory, "a.csv", "\uFEFF\"id\",\"x, y\"\r\n\r\n\"a, b\",\"1\"\r\nc,2");
        assertThat(places(table(path))).containsExactly("a.csv: line 3 | a, b 1.0", "a.csv: line 4 | c 2.0");
        assertThat(table(path).columnIds()).containsExactly("x, y");
    }

    @Test
    void idsAndOrderDoNotDependOnThePartitions() throws IOException {
        String text = IntStream.range(0, 2_000)
                .mapToObj(i ->
                        i % 97 == 0 ? "\n" : String.format(Locale.ROOT, "%d,%d,%.3f%n", i, i * 7919 % 1009, i / 7.0))
                .collect(Collectors.joining("", "a,b,c\n", ""));
        String path = write(directory, "a.csv", text);
        List<String> whole = places(table(path));
        List<Integer> partitions = new ArrayList<>();
        for (int split : new int[] {1_000, 4_111, 20_000}) {
            SharedSpark.CONTEXT.hadoopConfiguration().setInt("mapreduce.input.fileinputformat.split.maxsize", split);
            try {
                DenseTable table = table(path);
                partitions.add(table.rows().getNumPartitions());
                assertThat(places(table)).isEqualTo(whole);
            } finally {
                SharedSpark.CONTEXT.hadoopConfiguration().unset("mapreduce.input.fileinputformat.split.maxsize");
            }
        }
        assertThat(partitions).doesNotContain(1).doesNotHaveDuplicates();
        assertThat(whole).hasSize(2_000 - 21).first().isEqualTo("a.csv: line 3 | 1 1.0 856.0 0.143");
    }

    @Test
    void valuesAreScaled() throws IOException {
        DenseTable table = table(write(directory, "a.csv", "x,y\n1,NA\n3,4\n"));
        assertThat(shown(table.scaled(0.5))).containsExactly("x y", "1 0.5 NaN", "2 1.5 2.0");
        assertThat(table.scaled(0.5).missing()).isEqualTo(table.missing());
        for (double factor : new double[] {0, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> table.scaled(factor))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("factor " + factor + " must be finite and not 0");
        }
    }

    @Test
    void aTableMayPictureImages() throws IOException {
        DenseTable table = table(write(directory, "a.csv", "1,2,3,4,5,6\n"));
        assertThat(table.shape()).isEmpty();
        assertThat(table.picturing(new ImageShape(3, 2, 1)).shape()).contains(new ImageShape(3, 2, 1));
        assertThatThrownBy(() -> table.picturing(new ImageShape(3, 3, 1)))
                .isInstanceOf(BadInputException.class)
                .hasMessage("a.csv: an image of 3 x 3 has 9 values, a row has 6; give a width and a height that fit");
    }
}
