package org.certifact.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.certifact.datasets.Tables.bits;
import static org.certifact.datasets.Tables.table;
import static org.certifact.datasets.Tables.values;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is written comes back, to the bit. */
class RoundTripTest {
    private static final double[] EXTREMES = {
        0.0,
        -0.0,
        1,
        -1,
        0.1,
        1 / 3.0,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        Double.MIN_NORMAL,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        Math.nextUp(1.0),
        1e22,
        9.999999999999999e22,
        9007199254740991.0,
        Double.NaN,
    };

    @Property(tries = 30)
    void delimitedText(
            @ForAll("matrices") double[][] matrix,
            @ForAll("separators") String separator,
            @ForAll boolean header,
            @ForAll boolean names)
            throws IOException {
        Path file = temporary(".txt");
        try {
            Files.writeString(file, text(matrix, separator, header, names));
            TableOptions options = TableOptions.defaults()
                    .withSeparator(separator)
                    .withHeader(header ? Header.YES : Header.NO)
                    .withRowNames(names ? RowNames.YES : RowNames.NO);
            DenseTable table = table(options, file.toString());
            assertThat(bits(values(table))).isDeepEqualTo(bits(matrix));
            assertSameMissing(table, matrix);
            assertThat(table.columnIds()[0]).isEqualTo(header ? "c0" : "1");
            assertThat(table.rows().first().id()).isEqualTo(names ? "r0" : "1");
        } finally {
            Files.delete(file);
        }
    }

    @Property(tries = 30)
    void npy(@ForAll("matrices") double[][] matrix, @ForAll boolean fortran, @ForAll boolean big) throws IOException {
        Path file = temporary(".npy");
        try {
            String descr = big ? ">f8" : "<f8";
            String shape = "(" + matrix.length + ", " + matrix[0].length + ")";
            NpyFile.write(
                    file,
                    NpyFile.header(descr, fortran ? "True" : "False", shape),
                    NpyFile.elements(matrix, descr, fortran));
            DenseTable table = table(file.toString());
            assertThat(bits(values(table))).isDeepEqualTo(bits(matrix));
            assertSameMissing(table, matrix);
        } finally {
            Files.delete(file);
        }
    }

    @Property(tries = 30)
    void observedCellsAreThoseThatAreNotMissing(@ForAll("matrices") double[][] matrix) {
        List<DenseRow> rows = IntStream.range(0, matrix.length)
                .mapToObj(row -> new DenseRow("r" + row, matrix[row], row + 1L))
                .toList();
        long present = Arrays.stream(matrix)
                .flatMapToDouble(Arrays::stream)
                .filter(value -> !Double.isNaN(value))
                .count();
        List<String> columnIds = IntStream.range(0, matrix[0].length)
                .mapToObj(column -> "c" + column)
                .toList();
        DenseTable table = new DenseTable(
                SharedSpark.CONTEXT.parallelize(rows, 2),
                rows.size(),
                columnIds,
                Places.rows(InputFiles.of(List.of("a"))),
                MissingCells.NONE,
                Optional.empty());
        List<Entry> entries = table.observed().collect();
        assertThat(entries).hasSize((int) present);
        for (Entry entry : entries) {
            int row = Integer.parseInt(entry.row().substring(1));
            int column = Integer.parseInt(entry.column().substring(1));
            assertThat(entry.value()).isEqualTo(matrix[row][column]);
        }
    }

    @Provide
    Arbitrary<double[][]> matrices() {
        Arbitrary<Double> values = Arbitraries.oneOf(
                Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite),
                Arbitraries.doubles().between(-1000, 1000),
                Arbitraries.integers().between(0, EXTREMES.length - 1).map(i -> EXTREMES[i]));
        return Combinators.combine(
                        Arbitraries.integers().between(1, 9),
                        Arbitraries.integers().between(1, 7))
                .flatAs((rows, columns) -> values.array(double[].class)
                        .ofSize(columns)
                        .array(double[][].class)
                        .ofSize(rows));
    }

    @Provide
    Arbitrary<String> separators() {
        return Arbitraries.of(",", "\t", ";", " ", "|", "::");
    }

    private static void assertSameMissing(DenseTable table, double[][] matrix) {
        long missing = Arrays.stream(matrix)
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isNaN)
                .count();
        assertThat(table.missing().count()).isEqualTo(missing);
    }

    private static String text(double[][] matrix, String separator, boolean header, boolean names) {
        StringBuilder text = new StringBuilder();
        if (header) {
            text.append(names ? "name" + separator : "")
                    .append(IntStream.range(0, matrix[0].length)
                            .mapToObj(column -> "c" + column)
                            .collect(Collectors.joining(separator)))
                    .append('\n');
        }
        for (int row = 0; row < matrix.length; row++) {
            text.append(names ? "r" + row + separator : "")
                    .append(DoubleStream.of(matrix[row])
                            .mapToObj(Double::toString)
                            .collect(Collectors.joining(separator)))
                    .append('\n');
        }
        return text.toString();
    }

    private static Path temporary(String ending) throws IOException {
        return Files.createTempFile("certifact", ending);
    }
}
