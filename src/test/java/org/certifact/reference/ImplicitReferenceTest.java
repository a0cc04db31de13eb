package org.certifact.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.certifact.cli.Invocation;
import org.certifact.cli.StoredResult;
import org.certifact.linalg.dense.SymmetricEigen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Implicit feedback on a part of MovieLens 100K so small that every cell can be visited. */
class ImplicitReferenceTest {
    private static final int USERS = 60;
    private static final int ITEMS = 40;
    private static final double LAMBDA = 0.3;
    private static final double ALPHA = 2;

    @TempDir
    private Path directory;

    /** Weighting 1, as MLlib has it: a view is a rating of 4 or 5, all others are entries that say no. */
    @Test
    void objectiveAndGapAreThoseOfTheDenseMatrix() throws IOException {
        assumeTrue(
                Files.exists(MovieLens.file()),
                "MovieLens 100K is not there; name the folder of ml-100k/u.data with -Dcertifact.data=FOLDER");
        Map<String, Map<String, Double>> counts = cut();
        Path input = directory.resolve("views.csv");
        StringBuilder text = new StringBuilder();
        counts.forEach((user, row) -> row.forEach((item, r) -> text.append(user + "," + item + "," + r + "\n")));
        Files.writeString(input, text);
        StoredResult result = new StoredResult(directory.resolve("model"));
        Invocation run = Invocation.of(List.of(
                "complete",
                "--input",
                input.toString(),
                "--implicit",
                "--alpha",
                Double.toString(ALPHA),
                "--weighting",
                "1",
                "--lambda",
                Double.toString(LAMBDA),
                "--tolerance",
                "1e-6",
                "--export",
                "csv",
                "--output",
                result.directory().toString()));
        assertThat(run.exitCode()).as(run.err()).isZero();
        Dense dense = new Dense(counts, result.csv("rows.csv"), result.csv("columns.csv"));
        double primal = result.number("primal");

        assertThat(primal).isCloseTo(dense.objective(), within(1e-8 * primal));
        assertThat(result.number("relativeGap")).isBetween(0.0, 1e-6);
        assertThat(result.number("relativeGap"))
                .isCloseTo((dense.objective() - dense.dual()) / dense.objective(), within(1e-8));
        Invocation verified = Invocation.of("verify", result.directory().toString());
        assertThat(verified.exitCode()).as(verified.out()).isZero();
    }

    /** The ratings of the first items by the first users; r > 0 is a view. */
    private static Map<String, Map<String, Double>> cut() throws IOException {
        Map<String, Map<String, Double>> counts = new TreeMap<>();
        for (String line : Files.readAllLines(MovieLens.file())) {
            String[] fields = line.split("\t", -1);
            if (Integer.parseInt(fields[0]) <= USERS && Integer.parseInt(fields[1]) <= ITEMS) {
                double rating = Double.parseDouble(fields[2]);
                counts.computeIfAbsent(fields[0], user -> new TreeMap<>()).put(fields[1], rating >= 4 ? rating : -1);
            }
        }
        return counts;
    }

    /** Everything from its definition, cell by cell. */
    private record Dense(
            Map<String, Map<String, Double>> counts, Map<String, double[]> rows, Map<String, double[]> columns) {

        private double r(String user, String item) {
            return counts.get(user).getOrDefault(item, 0.0);
        }

        private double c(String user, String item) {
            return 1 + ALPHA * Math.abs(r(user, item));
        }

        private double p(String user, String item) {
            return r(user, item) > 0 ? 1 : 0;
        }

        private double x(String user, String item) {
            double sum = 0;
            for (int k = 0; k < rows.get(user).length; k++) {
                sum += rows.get(user)[k] * columns.get(item)[k];
            }
            return sum;
        }

        private double rowWeight(String user) {
            return Math.max(
                    1,
                    columns.keySet().stream().filter(item -> r(user, item) > 0).count());
        }

        private double columnWeight(String item) {
            return Math.max(
                    1, rows.keySet().stream().filter(user -> r(user, item) > 0).count());
        }

        double objective() {
            double sum = 0;
            for (String user : rows.keySet()) {
                for (String item : columns.keySet()) {
                    sum += 0.5 * c(user, item) * Math.pow(p(user, item) - x(user, item), 2);
                }
            }
            int rank = rows.values().iterator().next().length;
            for (int k = 0; k < rank; k++) {
                double left = 0;
                double right = 0;
                for (String user : rows.keySet()) {
                    left += rowWeight(user) * Math.pow(rows.get(user)[k], 2);
                }
                for (String item : columns.keySet()) {
                    right += columnWeight(item) * Math.pow(columns.get(item)[k], 2);
                }
                sum += LAMBDA * Math.sqrt(left * right);
            }
            return sum;
        }

        double dual() {
            double linear = 0;
            double quadratic = 0;
            int n = columns.size();
            double[] gram = new double[n * n];
            for (String user : rows.keySet()) {
                double[] scaled = new double[n];
                int j = 0;
                for (String item : columns.keySet()) {
                    double e = p(user, item) - x(user, item);
                    linear += c(user, item) * e * p(user, item);
                    quadratic += c(user, item) * e * e;
                    scaled[j++] = c(user, item) * e / Math.sqrt(rowWeight(user) * columnWeight(item));
                }
                for (int a = 0; a < n; a++) {
                    for (int b = 0; b < n; b++) {
                        gram[a * n + b] += scaled[a] * scaled[b];
                    }
                }
            }
            double polar = Math.sqrt(SymmetricEigen.of(gram, n).largest());
            double s = Math.min(linear / quadratic, LAMBDA / polar);
            return s * linear - 0.5 * s * s * quadratic;
        }
    }
}
