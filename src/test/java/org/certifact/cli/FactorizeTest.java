package org.certifact.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs nmf, dictionary and encode, from files to verified results. */
class FactorizeTest {
    private static final int ROWS = 24;
    private static final int COLUMNS = 12;

    @TempDir
    private Path directory;

    @Test
    void nonnegativeFactorsAreFoundShownAndVerified() throws IOException {
        Path table = table(positive(7));
        Invocation run = nmf(table, "result", "--picture", "4x3", "--export", "csv");

        assertThat(run.exitCode()).as(run.err()).isIn(0, 2);
        StoredResult result = new StoredResult(directory.resolve("result"));
        assertThat(result.number("dual")).isBetween(0.0, result.number("primal"));
        assertThat(result.number("relativeGap")).isLessThan(0.05);
        assertThat(directory.resolve("result/atoms.png")).isNotEmptyFile();
        assertThat(directory.resolve("result/reconstruction.png")).isNotEmptyFile();
        assertThat(directory.resolve("result/report.html")).content().contains("data:image/png;base64,");
        assertThat(result.csv("rows.csv").values())
                .allSatisfy(row ->
                        assertThat(Arrays.stream(row).min().orElseThrow()).isNotNegative());
        Invocation verified =
                Invocation.of("verify", directory.resolve("result").toString());
        assertThat(verified.exitCode()).as(verified.out()).isZero();
    }

    @Test
    void aLowerObjectiveThanTheFactorsHaveDoesNotVerify() throws IOException {
        nmf(table(positive(8)), "result");
        Path file = directory.resolve("result/report.json");
        ObjectMapper json = new ObjectMapper();
        ObjectNode report = (ObjectNode) json.readTree(file.toFile());
        report.put("primal", report.get("primal").doubleValue() * (1 - 1e-6));
        json.writeValue(file.toFile(), report);
        Files.deleteIfExists(directory.resolve("result/.report.json.crc"));

        Invocation verified =
                Invocation.of("verify", directory.resolve("result").toString());

        assertThat(verified.exitCode()).as(verified.err()).isEqualTo(2);
        assertThat(verified.out()).contains("FAIL  objective");
    }

    @Test
    void zerosThatCountAreTheSameDenseAndSparse() throws IOException {
        double[][] y = positive(9);
        for (int k = 0; k < ROWS * COLUMNS; k += 3) {
            y[k / COLUMNS][k % COLUMNS] = 0;
        }
        nmf(table(y), "dense");
        nmf(coordinates(y), "sparse");

        StoredResult dense = new StoredResult(directory.resolve("dense"));
        StoredResult sparse = new StoredResult(directory.resolve("sparse"));
        assertThat(sparse.number("primal")).isEqualTo(dense.number("primal"), within(1e-6 * dense.number("primal")));
        assertThat(sparse.report().get("data").get("entries").asInt()).isEqualTo(ROWS * COLUMNS * 2 / 3);
    }

    @Test
    void signalsLearnedFromHaveTheirLearnedCodes() throws IOException {
        Path table = table(centred(10));
        Invocation learned = Invocation.of(List.of(
                "dictionary",
                "--input",
                table.toString(),
                "--signals",
                "rows",
                "--lambda",
                "0.3",
                "--sparsity",
                "0.1",
                "--tolerance",
                "1e-5",
                "--output",
                directory.resolve("model").toString(),
                "--export",
                "csv"));
        assertThat(learned.exitCode()).as(learned.err()).isIn(0, 2);
        Invocation encoded = Invocation.of(List.of(
                "encode",
                directory.resolve("model").toString(),
                "--input",
                table.toString(),
                "--output",
                directory.resolve("codes").toString(),
                "--export",
                "csv"));
        assertThat(encoded.exitCode()).as(encoded.err()).isZero();

        Map<String, double[]> codes = new StoredResult(directory.resolve("model")).csv("rows.csv");
        Map<String, double[]> again = new StoredResult(directory.resolve("codes")).csv("codes.csv");
        assertThat(again.keySet()).isEqualTo(codes.keySet());
        double largest = codes.values().stream()
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElseThrow();
        codes.forEach((id, code) -> assertThat(again.get(id)).containsExactly(code, within(0.02 * largest)));
        assertThat(Invocation.of("verify", directory.resolve("model").toString())
                        .exitCode())
                .isZero();
    }

    @Test
    void badMatricesAreRefusedWithPlaceAndWayOut() throws IOException {
        double[][] negative = positive(11);
        negative[2][4] = -0.5;
        assertThat(nmf(table(negative), "a").message())
                .startsWith("y.csv: line 3: row '3', column '5' is -0.5; non-negative factors cannot come near");
        assertThat(nmf(text("1,2,3", "4,,6"), "b").message())
                .isEqualTo("1 cell is missing, at y.csv: line 2, column 2; give --missing unobserved to factorize the"
                        + " observed ones only");
        assertThat(nmf(text("1,2,3", "4,5"), "c").message()).startsWith("y.csv: line 2");
        double[][] below = positive(13);
        below[3][7] = -1;
        assertThat(nmf(coordinates(below), "f").message())
                .contains("row '4', column '8' is -1.0; non-negative factors");
        Path twice = Files.write(
                directory.resolve("twice.mtx"),
                List.of("%%MatrixMarket matrix coordinate real general", "2 2 3", "1 1 1", "2 2 1", "1 1 2"));
        assertThat(nmf(twice, "g").message())
                .isEqualTo("twice.mtx: line 5: row '1', column '1' was seen before, at twice.mtx: line 3; run with"
                        + " --duplicates sum, mean or last to combine such entries");
        assertThat(nmf(table(positive(12)), "d", "--picture", "5x5").message())
                .isEqualTo("a picture of 5 x 5 has 25 values; the matrix has 24 rows and 12 columns: give another"
                        + " --picture");
        assertThat(nmf(table(positive(12)), "e", "--scale", "1/0").message())
                .isEqualTo("--scale '1/0': give a number other than 0 or a fraction such as 1/255");
    }

    private Invocation nmf(Path input, String output, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "nmf",
                "--input",
                input.toString(),
                "--lambda",
                "0.5",
                "--output",
                directory.resolve(output).toString()));
        arguments.addAll(List.of(more));
        return Invocation.of(arguments);
    }

    /** Three non-negative parts and a little noise. */
    private static double[][] positive(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] parts = new double[3][COLUMNS];
        for (double[] part : parts) {
            for (int j = 0; j < COLUMNS; j++) {
                part[j] = random.nextInt(3) == 0 ? random.nextDouble() : 0;
            }
        }
        double[][] y = new double[ROWS][COLUMNS];
        for (double[] row : y) {
            for (double[] part : parts) {
                double weight = random.nextDouble();
                for (int j = 0; j < COLUMNS; j++) {
                    row[j] += weight * part[j] + 0.01 * random.nextDouble();
                }
            }
        }
        return y;
    }

    private static double[][] centred(long seed) {
        double[][] y = positive(seed);
        for (double[] row : y) {
            double mean = Arrays.stream(row).average().orElseThrow();
            for (int j = 0; j < COLUMNS; j++) {
                row[j] -= mean;
            }
        }
        return y;
    }

    private Path table(double[][] y) throws IOException {
        List<String> lines = new ArrayList<>();
        for (double[] row : y) {
            lines.add(String.join(
                    ",", Arrays.stream(row).mapToObj(Double::toString).toList()));
        }
        return text(lines.toArray(String[]::new));
    }

    private Path text(String... lines) throws IOException {
        return Files.write(directory.resolve("y.csv"), List.of(lines));
    }

    private Path coordinates(double[][] y) throws IOException {
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            for (int j = 0; j < COLUMNS; j++) {
                if (y[i][j] != 0) {
                    entries.add(String.format(Locale.ROOT, "%d %d %s", i + 1, j + 1, y[i][j]));
                }
            }
        }
        List<String> lines = new ArrayList<>(
                List.of("%%MatrixMarket matrix coordinate real general", ROWS + " " + COLUMNS + " " + entries.size()));
        lines.addAll(entries);
        return Files.write(directory.resolve("y.mtx"), lines);
    }
}
