package org.certifact.matrix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.certifact.datasets.Entry;
import org.certifact.datasets.Source;

/** Observed entries as two plain arrays, with the objective from its definition; weight 0 marks an entry not seen. */
public final class DenseData {
    private final double[][] values;
    private final double[][] weights;
    private final IntFunction<String> rowId;
    private final IntFunction<String> columnId;

    private DenseData(double[][] values, double[][] weights, IntFunction<String> rowId, IntFunction<String> columnId) {
        this.values = values;
        this.weights = weights;
        this.rowId = rowId;
        this.columnId = columnId;
    }

    /** Every entry seen, with weight 1; rows are named by numbers, columns by words. */
    public static DenseData full(double[][] values) {
        double[][] ones = new double[values.length][values[0].length];
        for (double[] row : ones) {
            Arrays.fill(row, 1.0);
        }
        return new DenseData(values, ones, Integer::toString, j -> "c" + j);
    }

    /** The same with entries seen at random, at least one in every row and column. */
    public DenseData seen(double density, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] some = new double[rows()][columns()];
        for (int i = 0; i < rows(); i++) {
            for (int j = 0; j < columns(); j++) {
                boolean always = j == i % columns() || i == j % rows();
                some[i][j] = random.nextDouble() < density || always ? 1 : 0;
            }
        }
        return new DenseData(values, some, rowId, columnId);
    }

    /** The same with entries seen where the values are numbers. */
    public DenseData numbers() {
        double[][] known = new double[rows()][columns()];
        double[][] some = new double[rows()][columns()];
        for (int i = 0; i < rows(); i++) {
            for (int j = 0; j < columns(); j++) {
                boolean number = !Double.isNaN(values[i][j]);
                known[i][j] = number ? values[i][j] : 0;
                some[i][j] = number ? 1 : 0;
            }
        }
        return new DenseData(known, some, rowId, columnId);
    }

    /** The same with weights in (0, most] on what is seen. */
    public DenseData weighted(double most, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] other = new double[rows()][columns()];
        for (int i = 0; i < rows(); i++) {
            for (int j = 0; j < columns(); j++) {
                other[i][j] = weights[i][j] > 0 ? most * (1 - random.nextDouble()) : 0;
            }
        }
        return new DenseData(values, other, rowId, columnId);
    }

    /** The same under other names. */
    public DenseData named(IntFunction<String> rows, IntFunction<String> columns) {
        return new DenseData(values, weights, rows, columns);
    }

    /** The same without the selected entries. */
    DenseData without(Selection selection) {
        double[][] rest = new double[rows()][columns()];
        int seen = 0;
        for (int i = 0; i < rows(); i++) {
            for (int j = 0; j < columns(); j++) {
                if (weights[i][j] > 0) {
                    rest[i][j] = selection.has(entry(i, j, ++seen)) ? 0 : weights[i][j];
                }
            }
        }
        return new DenseData(values, rest, rowId, columnId);
    }

    /** Rows for columns. */
    public DenseData transposed() {
        return new DenseData(PlainMatrix.transposed(values), PlainMatrix.transposed(weights), columnId, rowId);
    }

    /** Gaussian values, some of them seen. */
    public static DenseData random(int rows, int columns, double density, long seed) {
        return full(PlainMatrix.gaussian(rows, columns, seed)).seen(density, seed + 1);
    }

    public int rows() {
        return values.length;
    }

    public int columns() {
        return values[0].length;
    }

    public double value(int i, int j) {
        return values[i][j];
    }

    /** 0 where the entry is not seen. */
    public double weight(int i, int j) {
        return weights[i][j];
    }

    public String rowId(int i) {
        return rowId.apply(i);
    }

    public String columnId(int j) {
        return columnId.apply(j);
    }

    public int rowCount(int i) {
        return (int) Arrays.stream(weights[i]).filter(w -> w > 0).count();
    }

    public int columnCount(int j) {
        return (int) Arrays.stream(weights).filter(row -> row[j] > 0).count();
    }

    /** What is seen, row by row. */
    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < rows(); i++) {
            for (int j = 0; j < columns(); j++) {
                if (weights[i][j] > 0) {
                    entries.add(entry(i, j, entries.size() + 1));
                }
            }
        }
        return entries;
    }

    private Entry entry(int i, int j, int line) {
        return new Entry(rowId(i), columnId(j), values[i][j], weights[i][j], Source.encode(0, line));
    }

    /** G = w (y − x). */
    public double[][] gradient(double[][] x) {
        double[][] gradient = new double[rows()][columns()];
        for (int i = 0; i < rows(); i++) {
            for (int j = 0; j < columns(); j++) {
                gradient[i][j] = weights[i][j] * (values[i][j] - x[i][j]);
            }
        }
        return gradient;
    }

    /** G divided by the roots of the gauges' weights. */
    public double[][] scaledGradient(double[][] x, double alpha) {
        double[][] scaled = gradient(x);
        for (int i = 0; i < rows(); i++) {
            for (int j = 0; j < columns(); j++) {
                scaled[i][j] /= Math.sqrt(Math.pow(rowCount(i), alpha) * Math.pow(columnCount(j), alpha));
            }
        }
        return scaled;
    }

    /** ½ Σ w (y − x)². */
    public double loss(double[][] x) {
        double sum = 0;
        for (int i = 0; i < rows(); i++) {
            for (int j = 0; j < columns(); j++) {
                sum += 0.5 * weights[i][j] * (values[i][j] - x[i][j]) * (values[i][j] - x[i][j]);
            }
        }
        return sum;
    }

    /** The loss + λ Σ_k ‖D_r^{α/2} u_k‖ ‖D_c^{α/2} v_k‖. */
    public double objective(double[][] u, double[][] v, double lambda, double alpha) {
        double sum = 0;
        for (int k = 0; k < u[0].length; k++) {
            sum += Math.sqrt(rowSquare(u, k, alpha) * columnSquare(v, k, alpha));
        }
        return loss(PlainMatrix.outer(u, v)) + lambda * sum;
    }

    /** The loss + ½λ Σ_k (‖D_r^{α/2} u_k‖² + ‖D_c^{α/2} v_k‖²). */
    public double halfSquares(double[][] u, double[][] v, double lambda, double alpha) {
        double sum = 0;
        for (int k = 0; k < u[0].length; k++) {
            sum += 0.5 * (rowSquare(u, k, alpha) + columnSquare(v, k, alpha));
        }
        return loss(PlainMatrix.outer(u, v)) + lambda * sum;
    }

    private double rowSquare(double[][] u, int k, double alpha) {
        double sum = 0;
        for (int i = 0; i < rows(); i++) {
            sum += Math.pow(rowCount(i), alpha) * u[i][k] * u[i][k];
        }
        return sum;
    }

    private double columnSquare(double[][] v, int k, double alpha) {
        double sum = 0;
        for (int j = 0; j < columns(); j++) {
            sum += Math.pow(columnCount(j), alpha) * v[j][k] * v[j][k];
        }
        return sum;
    }
}
