package org.certifact.jobs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.certifact.datasets.BadInputException;
import org.certifact.datasets.ImageShape;
import org.certifact.matrix.BlockMatrix;
import org.certifact.matrix.SampleRows;
import org.certifact.solver.Factors;

/** What a result shows for people to look at: the parts as pictures, or the topics as a table, the heaviest first. */
final class Pictures {
    static final String ATOMS = "atoms.png";
    static final String RECONSTRUCTION = "reconstruction.png";
    static final String TOPICS = "topics.tsv";

    private static final int SAMPLES = 8;
    private static final int TOP_TERMS = 10;

    /** Factors of more numbers than this are not brought to the driver to be drawn. */
    private static final long MOST_NUMBERS = 1L << 25;

    private final ResultWriter result;
    private final BlockMatrix data;
    private final Factors factors;

    Pictures(ResultWriter result, BlockMatrix data, Factors factors) {
        this.result = result;
        this.data = data;
        this.factors = factors;
    }

    /** Refuses a shape that neither the rows nor the columns of a matrix have. */
    static void requireFit(ImageShape shape, BlockMatrix data) {
        int rows = data.byRows().rows();
        int columns = data.byColumns().rows();
        if (shape.values() != rows && shape.values() != columns) {
            throw new BadInputException("a picture of " + shape + " has " + shape.values() + " values; the matrix has "
                    + rows + " rows and " + columns + " columns: give another --picture");
        }
    }

    /** @param shape what a row, or else a column, of the matrix pictures @param order how its values stand */
    void draw(ImageShape shape, PixelOrder order) {
        boolean rowsPicture = data.byColumns().rows() == shape.values();
        if (factors.rank() == 0 || tooLarge()) {
            return;
        }
        CollectedFactor u = CollectedFactor.of(data.rowIds(), factors.u());
        CollectedFactor v = CollectedFactor.of(data.columnIds(), factors.v());
        int[] heaviest = heaviestFirst(u, v);
        CollectedFactor pixels = rowsPicture ? v : u;
        try (OutputStream out = result.stream(ATOMS)) {
            AtomSheet.write(
                    out, order.byRows(pixels.columns(heaviest), heaviest.length, shape), heaviest.length, shape);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        SampleRows samples = SampleRows.strongest(rowsPicture ? data : data.transposed(), SAMPLES);
        CollectedFactor weights = rowsPicture ? u : v;
        double[][] fitted = samples.ids().stream()
                .map(id -> order.byRows(product(weights, id, pixels), 1, shape))
                .toArray(double[][]::new);
        try (OutputStream out = result.stream(RECONSTRUCTION)) {
            double[][] originals = Arrays.stream(samples.values(pixels.ids()))
                    .map(values -> order.byRows(values, 1, shape))
                    .toArray(double[][]::new);
            Reconstruction.write(out, originals, fitted, shape);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double[] product(CollectedFactor weights, String id, CollectedFactor pixels) {
        int row = List.of(weights.ids()).indexOf(id);
        int rank = pixels.rank();
        double[] out = new double[pixels.rows()];
        for (int i = 0; i < out.length; i++) {
            for (int k = 0; k < rank; k++) {
                out[i] += pixels.values()[i * rank + k] * weights.values()[row * rank + k];
            }
        }
        return out;
    }

    /** The top terms of each topic, rows being terms. @param labels of the rows, or empty where their ids name them */
    void listTopics(Optional<List<String>> labels) {
        if (factors.rank() == 0 || tooLarge()) {
            return;
        }
        CollectedFactor u = CollectedFactor.of(data.rowIds(), factors.u());
        CollectedFactor v = CollectedFactor.of(data.columnIds(), factors.v());
        String[] terms = labels.map(names -> named(u.ids(), names)).orElse(u.ids());
        double[] weight = IntStream.range(0, u.rank())
                .mapToDouble(k -> u.norm(k) * v.norm(k))
                .toArray();
        result.write(TOPICS, out -> TopicTable.write(out, terms, u.values(), u.rank(), weight, TOP_TERMS));
    }

    private static String[] named(String[] ids, List<String> names) {
        String[] out = new String[ids.length];
        for (int i = 0; i < ids.length; i++) {
            int line = Integer.parseInt(ids[i]);
            if (line < 1 || line > names.size()) {
                throw new BadInputException("--row-labels: has " + names.size() + " lines, and none for row " + line);
            }
            out[i] = names.get(line - 1);
        }
        return out;
    }

    /** The lines of a file of labels. */
    static List<String> labels(String path, Configuration hadoop) {
        Path file = new Path(path);
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(file.getFileSystem(hadoop).open(file), StandardCharsets.UTF_8))) {
            return in.lines().toList();
        } catch (IOException e) {
            throw new BadInputException("--row-labels " + path + ": cannot be read: " + e.getMessage());
        }
    }

    private static int[] heaviestFirst(CollectedFactor u, CollectedFactor v) {
        return IntStream.range(0, u.rank())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer k) -> -u.norm(k) * v.norm(k)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private boolean tooLarge() {
        long rows = (long) data.byRows().rows() + data.byColumns().rows();
        return rows * factors.rank() > MOST_NUMBERS;
    }
}
