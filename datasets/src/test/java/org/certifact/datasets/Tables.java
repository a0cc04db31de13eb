package org.certifact.datasets;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Reads dense tables and shows them as text. */
final class Tables {
    /** From this module's directory, where surefire runs. */
    private static final String BESIDE_THE_CHECKOUT = "../../shared/data";

    private Tables() {}

    static DenseTable table(TableOptions options, String... paths) {
        return TableReader.read(SharedSpark.CONTEXT, List.of(paths), options);
    }

    static DenseTable table(String... paths) {
        return table(TableOptions.defaults(), paths);
    }

    /** Every row as "place | id value value …", in the order in which they come. */
    static List<String> places(DenseTable table) {
        return table.rows().collect().stream()
                .map(row -> table.where(row.source()) + " | " + shown(row))
                .toList();
    }

    /** The same without the places, after a line of the column ids. */
    static List<String> shown(DenseTable table) {
        List<String> rows = table.rows().collect().stream().map(Tables::shown).collect(Collectors.toList());
        rows.add(0, String.join(" ", table.columnIds()));
        return rows;
    }

    static double[][] values(DenseTable table) {
        return table.rows().collect().stream().map(DenseRow::values).toArray(double[][]::new);
    }

    /** The values' bits, since -0.0 == 0.0 and NaN != NaN. */
    static long[][] bits(double[][] values) {
        return Arrays.stream(values)
                .map(row ->
                        DoubleStream.of(row).mapToLong(Double::doubleToLongBits).toArray())
                .toArray(long[][]::new);
    }

    private static String shown(DenseRow row) {
        return row.id()
                + DoubleStream.of(row.values()).mapToObj(value -> " " + value).collect(Collectors.joining());
    }

    /** The file of real data of that name; skips the test where there is none. */
    static String real(String name) {
        String folder = Optional.ofNullable(System.getProperty("certifact.data"))
                .or(() -> Optional.ofNullable(System.getenv("CERTIFACT_DATA")))
                .orElse(BESIDE_THE_CHECKOUT);
        Path file = Path.of(folder, name.split("/")).toAbsolutePath().normalize();
        assumeTrue(
                Files.exists(file),
                file + " is not there; name the folder that holds it in the environment variable CERTIFACT_DATA");
        return file.toString();
    }

    static double sum(DenseTable table) {
        return Arrays.stream(values(table)).flatMapToDouble(Arrays::stream).sum();
    }
}
