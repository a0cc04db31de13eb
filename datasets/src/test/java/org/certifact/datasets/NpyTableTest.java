package org.certifact.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.certifact.datasets.Tables.bits;
import static org.certifact.datasets.Tables.places;
import static org.certifact.datasets.Tables.shown;
import static org.certifact.datasets.Tables.table;
import static org.certifact.datasets.Tables.values;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NpyTableTest {
    private static final TableOptions DEFAULTS = TableOptions.defaults();
    private static final byte[] SIX = new byte[6];

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "|b1, 0 1 1 0 0 1",
        "|u1, 0 1 127 128 200 255",
        "|i1, 0 1 127 -128 -1 5",
        "<u2, 0 1 32767 32768 65535 256",
        ">u2, 0 1 32767 32768 65535 256",
        "<i2, 0 -32768 32767 -1 256 1",
        ">i2, 0 -32768 32767 -1 256 1",
        "<u4, 0 2147483648 4294967295 1 65536 7",
        ">u4, 0 2147483648 4294967295 1 65536 7",
        "<i4, 0 -2147483648 2147483647 -1 65536 7",
        ">i4, 0 -2147483648 2147483647 -1 65536 7",
        "<i8, 0 -9007199254740992 9007199254740991 -1 4294967296 7",
        ">i8, 0 -9007199254740992 9007199254740991 -1 4294967296 7",
        "<f4, 0 1.5 -0.25 3.4028234663852886E38 1.401298464324817E-45 7",
        ">f4, 0 1.5 -0.25 3.4028234663852886E38 1.401298464324817E-45 7",
        "<f8, 0 0.1 -1.7976931348623157E308 4.9E-324 -0.0 7",
        ">f8, 0 0.1 -1.7976931348623157E308 4.9E-324 -0.0 7",
    })
    void everyTypeIsReadInBothOrders(String descr, String numbers) throws IOException {
        double[] six = Arrays.stream(numbers.split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        double[][] matrix = {{six[0], six[1]}, {six[2], six[3]}, {six[4], six[5]}};
        for (boolean fortran : new boolean[] {false, true}) {
            String path = NpyFile.write(
                    directory.resolve(fortran + ".npy"),
                    NpyFile.header(descr, fortran ? "True" : "False", "(3, 2)"),
                    NpyFile.elements(matrix, descr, fortran));
            assertThat(bits(values(table(path)))).isDeepEqualTo(bits(matrix));
        }
    }

    @Test
    void whatNumpyItselfWroteIsRead() throws IOException {
        // numpy 2.4.6: numpy.save(path, numpy.asfortranarray(numpy.arange(6, dtype='>i2').reshape(3, 2)))
        String saved =
                "k05VTVBZAQB2AHsnZGVzY3InOiAnPmkyJywgJ2ZvcnRyYW5fb3JkZXInOiBUcnVlLCAnc2hhcGUnOiAoMywgMiksIH0gICAgICAg"
                        + "ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAAACAAQAAQADAAU=";
        Path path = directory.resolve("a.npy");
        Files.write(path, Base64.getDecoder().decode(saved));
        assertThat(values(table(path.toString()))).isDeepEqualTo(new double[][] {{0, 1}, {2, 3}, {4, 5}});
    }

    @ParameterizedTest
    @CsvSource({"2", "3"})
    void laterVersionsAreRead(int version) throws IOException {
        String path = NpyFile.write(
                directory.resolve("a.npy"), version, NpyFile.header("|u1", "False", "(1, 2)"), new byte[] {7, 8});
        assertThat(values(table(path))).isDeepEqualTo(new double[][] {{7, 8}});
    }

    @Test
    void rowsAndColumnsAreNumbered() throws IOException {
        String path = NpyFile.write(directory.resolve("a.npy"), new double[][] {{1, 2}, {3, 4}});
        assertThat(shown(table(path))).containsExactly("1 2", "1 1.0 2.0", "2 3.0 4.0");
        assertThat(places(table(path))).containsExactly("a.npy: row 1 | 1 1.0 2.0", "a.npy: row 2 | 2 3.0 4.0");
    }

    @Test
    void theFirstBytesTellTheFormat() throws IOException {
        String path = NpyFile.write(directory.resolve("faces.dat"), new double[][] {{1, 2}});
        assertThat(shown(table(path))).containsExactly("1 2", "1 1.0 2.0");
    }

    @Test
    void rowsRunOnFromFileToFile() throws IOException {
        NpyFile.write(directory.resolve("1.npy"), new double[][] {{1, 2}, {3, 4}});
        NpyFile.write(directory.resolve("2.npy"), new double[][] {{5, 6}});
        assertThat(places(table(directory.toString())))
                .containsExactly("1.npy: row 1 | 1 1.0 2.0", "1.npy: row 2 | 2 3.0 4.0", "2.npy: row 1 | 3 5.0 6.0");
    }

    @Test
    void columnsMayBeLeftOut() throws IOException {
        String path = NpyFile.write(directory.resolve("a.npy"), new double[][] {{1, 2, 3}});
        assertThat(shown(table(DEFAULTS.withLeftOut(List.of("2")), path))).containsExactly("1 2", "1 1.0 3.0");
    }

    @Test
    void aFileOfManySlicesIsReadInOrder() throws IOException {
        double[][] matrix = new double[40_000][30];
        for (int row = 0; row < matrix.length; row++) {
            for (int column = 0; column < 30; column++) {
                matrix[row][column] = row + column / 64.0;
            }
        }
        String plain = NpyFile.write(directory.resolve("a.npy"), matrix);
        String fortran = NpyFile.write(
                directory.resolve("b.npy"),
                NpyFile.header("<f8", "True", "(40000, 30)"),
                NpyFile.elements(matrix, "<f8", true));
        for (String path : List.of(plain, fortran)) {
            DenseTable table = table(path);
            assertThat(table.rows().getNumPartitions()).isEqualTo(2);
            assertThat(values(table)).isDeepEqualTo(matrix);
            assertThat(table.rows().map(DenseRow::id).take(40_000).get(39_999)).isEqualTo("40000");
        }
    }

    @Test
    void missingCellsAreCountedAndTheFirstIsNamed() throws IOException {
        double[][] holes = {{1, 2, 3}, {4, 5, Double.NaN}, {Double.NaN, Double.NaN, 9}};
        DenseTable table = table(NpyFile.write(directory.resolve("a.npy"), holes));
        assertThat(table.missing()).isEqualTo(new MissingCells(3, "a.npy: row 2, column 3"));
        assertThatThrownBy(table::checkComplete)
                .isInstanceOf(BadInputException.class)
                .hasMessage("3 cells are missing, the first at a.npy: row 2, column 3;"
                        + " give --missing unobserved to factorize the observed ones only");
    }

    @Test
    void infiniteValuesAreRefused() throws IOException {
        double[][] infinite = {{1, 2}, {4, Double.NEGATIVE_INFINITY}, {Double.POSITIVE_INFINITY, 1}};
        String path = NpyFile.write(directory.resolve("a.npy"), infinite);
        String wayOut = "; correct it, write NA for a missing value, or leave the column out with --leave-out ";
        refused(
                path,
                "a.npy: row 2: column 2: value '-Infinity' is not finite" + wayOut
                        + "2\n2 rows are bad; the next:\n  a.npy: row 3: column 1: value 'Infinity' is not finite"
                        + wayOut + "1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "<f2 # (2, 3) # a.npy: elements of type '<f2' cannot be read, only b1, u1, i1, u2, i2, u4, i4, i8, f4, f8;"
                        + " convert them with astype('float64')",
                "<u8 # (2, 3) # a.npy: elements of type '<u8' cannot be read, only b1, u1, i1, u2, i2, u4, i4, i8, f4, f8;"
                        + " convert them with astype('float64')",
                "<c16 # (2, 3) # a.npy: elements of type '<c16' cannot be read, only b1, u1, i1, u2, i2, u4, i4, i8, f4,"
                        + " f8; convert them with astype('float64')",
                "|u1 # (6,) # a.npy: the array has shape (6,), must have two dimensions; reshape it to rows and columns",
                "|u1 # () # a.npy: the array has shape (), must have two dimensions; reshape it to rows and columns",
                "|u1 # (1, 2, 3) # a.npy: the array has shape (1, 2, 3), must have two dimensions; reshape it to rows and"
                        + " columns",
                "|u1 # (0, 3) # a.npy: the array has shape (0, 3), so it holds nothing",
                "|u1 # (2, 4) # a.npy: holds 134 bytes, 2 x 4 elements of type '|u1' need 136: the file is cut short",
                "|u1 # (1, 3) # a.npy: holds 134 bytes, 1 x 3 elements of type '|u1' need 131; save one array a file",
                "|u1 # (2, 999999999) # a.npy: the array has shape (2, 999999999), at most 268435454 columns can be read;"
                        + " transpose it",
            })
    void otherArraysAreRefused(String descr, String shape, String message) throws IOException {
        refused(NpyFile.write(directory.resolve("a.npy"), NpyFile.header(descr, "False", shape), SIX), message);
    }

    @Test
    void damagedFilesAreRefused() throws IOException {
        Path structured = directory.resolve("s.npy");
        NpyFile.write(
                structured, "{'descr': [('a', '<f8'), ('b', '<i4')], 'fortran_order': False, 'shape': (1, 2), }", SIX);
        refused(
                structured.toString(),
                "s.npy: elements of type '[(a, <f8), (b, <i4)]' cannot be read, only b1, u1, i1, u2, i2, u4, i4, i8,"
                        + " f4, f8; convert them with astype('float64')");
        refused(
                NpyFile.write(directory.resolve("h.npy"), "{'descr': '<f8'}", SIX),
                "h.npy: the .npy header '{'descr': '<f8'}' lacks descr, fortran_order or shape;"
                        + " save the array anew with numpy.save");
        refused(
                NpyFile.write(directory.resolve("v.npy"), 9, NpyFile.header("|u1", "False", "(2, 3)"), SIX),
                "v.npy: .npy version 9 with a header of 116 bytes cannot be read, only versions 1 to 3;"
                        + " save it anew with numpy.save");
        Path whole = Path.of(NpyFile.write(directory.resolve("w.npy"), new double[][] {{1, 2}}));
        Files.write(directory.resolve("c.npy"), Arrays.copyOf(Files.readAllBytes(whole), 60));
        refused(directory.resolve("c.npy").toString(), "c.npy: ends within the header: the file is cut short");
        Files.writeString(directory.resolve("t.npy"), "1,2\n3,4\n");
        refused(directory.resolve("t.npy").toString(), "t.npy: is not a .npy file; name its format if it is another");
        assertThatThrownBy(() -> table(DEFAULTS.withFormat(TableFormat.TEXT), whole.toString()))
                .hasMessage("w.npy: is a .npy file, not text");
    }

    @Test
    void optionsThatDoNotFitAreRefused() throws IOException {
        String path = NpyFile.write(directory.resolve("a.npy"), new double[][] {{1, 2}});
        refused(
                DEFAULTS.withLeftOut(List.of("label")),
                path,
                "a.npy: no column 'label' to leave out; there are 2, without names");
        refused(
                DEFAULTS.withLeftOut(List.of("3")),
                path,
                "a.npy: no column '3' to leave out; there are 2, without names");
        refused(
                DEFAULTS.withLeftOut(List.of("1", "2")),
                path,
                "a.npy: no column is left; leave out fewer, or name the separator");
        refused(
                DEFAULTS.withRowNames(RowNames.YES),
                path,
                "a.npy: holds numbers only, so no column names the rows; leave --row-names out to number them");
        NpyFile.write(directory.resolve("b.npy"), new double[][] {{1, 2, 3}});
        refused(directory + "/*.npy", "b.npy: has 3 columns, a.npy has 2; give files of one width");
    }

    private static void refused(String path, String message) {
        refused(DEFAULTS, path, message);
    }

    private static void refused(TableOptions options, String path, String message) {
        assertThatThrownBy(() -> table(options, path))
                .isInstanceOf(BadInputException.class)
                .hasMessage(message);
    }
}
