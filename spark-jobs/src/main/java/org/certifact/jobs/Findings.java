package org.certifact.jobs;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.certifact.matrix.Blocks;
import org.certifact.matrix.FactorRow;
import org.certifact.ml.result.Report;

/**
 * What a result's files hold for people to see.
 *
 * @param weights what each column of the factors contributes, the largest first
 * @param leading the columns that contribute most
 * @param rows of U that stand out in those, and a sample of the others
 * @param columns the same of V
 * @param atoms picture of the columns, as a data URI
 * @param reconstruction picture of some originals above what the factors make of them
 * @param topics lines of tab-separated values, with a header; none where there are none
 */
record Findings(
        double[] weights,
        int[] leading,
        Extremes rows,
        Extremes columns,
        Optional<String> atoms,
        Optional<String> reconstruction,
        List<List<String>> topics) {
    /** Columns of the factors that are described. */
    static final int LEADING = 4;

    /** Rows named at each end of a column. */
    static final int NAMED = 6;

    /** Rows on the map beside those that stand out. */
    private static final int SAMPLED = 800;

    /**
     * @param rows of U, as written
     * @param columns rows of V, as written
     * @param directory of the result, published or not
     */
    static Findings of(JavaRDD<FactorRow> rows, JavaRDD<FactorRow> columns, String directory, Report report) {
        Configuration hadoop = rows.context().hadoopConfiguration();
        double[] weights =
                report.singularValues().length > 0 ? report.singularValues() : products(rows, columns, report.rank());
        int[] order = IntStream.range(0, weights.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer k) -> -weights[k]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] leading = Arrays.copyOf(order, Math.min(LEADING, order.length));
        return new Findings(
                Arrays.stream(order).mapToDouble(k -> weights[k]).toArray(),
                leading,
                Extremes.of(rows, leading, NAMED, SAMPLED),
                Extremes.of(columns, leading, NAMED, 0),
                bytes(directory, Pictures.ATOMS, hadoop).map(Findings::png),
                bytes(directory, Pictures.RECONSTRUCTION, hadoop).map(Findings::png),
                bytes(directory, Pictures.TOPICS, hadoop).map(Findings::table).orElse(List.of()));
    }

    /** ‖U_k‖ ‖V_k‖ of each column. */
    private static double[] products(JavaRDD<FactorRow> u, JavaRDD<FactorRow> v, int rank) {
        double[] left = squares(u, rank);
        double[] right = squares(v, rank);
        return IntStream.range(0, rank)
                .mapToDouble(k -> Math.sqrt(left[k] * right[k]))
                .toArray();
    }

    private static double[] squares(JavaRDD<FactorRow> factor, int rank) {
        double[] total = new double[rank];
        for (double[] part : Blocks.collect(Blocks.whole(factor, rows -> {
            double[] sum = new double[rank];
            rows.forEachRemaining(row -> add(sum, row.factors()));
            return sum;
        }))) {
            for (int k = 0; k < rank; k++) {
                total[k] += part[k];
            }
        }
        return total;
    }

    private static void add(double[] sum, double[] row) {
        for (int k = 0; k < sum.length; k++) {
            sum[k] += row[k] * row[k];
        }
    }

    private static Optional<byte[]> bytes(String directory, String name, Configuration hadoop) {
        Path file = new Path(directory, name);
        try (var in = file.getFileSystem(hadoop).open(file)) {
            return Optional.of(in.readAllBytes());
        } catch (FileNotFoundException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String png(byte[] image) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(image);
    }

    private static List<List<String>> table(byte[] text) {
        List<List<String>> lines = new ArrayList<>();
        new String(text, java.nio.charset.StandardCharsets.UTF_8)
                .lines()
                .forEach(line -> lines.add(List.of(line.split("\t", -1))));
        return lines;
    }
}
