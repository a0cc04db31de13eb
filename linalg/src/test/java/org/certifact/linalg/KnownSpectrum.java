package org.certifact.linalg;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.certifact.linalg.operator.DenseOperator;

/** Dense matrices with eigenvalues or singular values of one's choice, in random bases; exact to some units of rounding. */
public final class KnownSpectrum {
    private static final int REFLECTIONS = 6;

    private KnownSpectrum() {}

    /** Q diag(eigenvalues) Qᵀ, n × n, exactly symmetric. */
    public static double[] symmetric(double[] eigenvalues, long seed) {
        int n = eigenvalues.length;
        double[] a = rectangular(n, n, eigenvalues, new SplittableRandom(seed), true);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double mean = 0.5 * (a[i * n + j] + a[j * n + i]);
                a[i * n + j] = mean;
                a[j * n + i] = mean;
            }
        }
        return a;
    }

    /** P diag(singularValues) Qᵀ, rows × columns; fewer singular values than the shorter side leave the rest 0. */
    public static DenseOperator operator(int rows, int columns, double[] singularValues, long seed) {
        return new DenseOperator(
                rows, columns, rectangular(rows, columns, singularValues, new SplittableRandom(seed), false));
    }

    /** Evenly spaced numbers from {@code first} to {@code last}, both included. */
    public static double[] spread(int count, double first, double last) {
        double[] values = new double[count];
        Arrays.setAll(values, i -> count == 1 ? first : first + (last - first) * i / (count - 1));
        return values;
    }

    /** A value {@code multiplicity} times, then the others. */
    public static double[] cluster(double value, int multiplicity, double[] others) {
        double[] values = Arrays.copyOf(others, multiplicity + others.length);
        System.arraycopy(others, 0, values, multiplicity, others.length);
        Arrays.fill(values, 0, multiplicity, value);
        return values;
    }

    /** Independent standard normal numbers. */
    public static double[] gaussian(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = new double[count];
        Arrays.setAll(x, i -> random.nextGaussian());
        return x;
    }

    private static double[] rectangular(
            int rows, int columns, double[] diagonal, SplittableRandom random, boolean sameBasis) {
        double[] a = new double[rows * columns];
        for (int i = 0; i < diagonal.length; i++) {
            a[i * columns + i] = diagonal[i];
        }
        for (int k = 0; k < REFLECTIONS; k++) {
            double[] left = unit(rows, random);
            reflect(a, rows, columns, left, 1, columns);
            reflect(a, columns, rows, sameBasis ? left : unit(columns, random), columns, 1);
        }
        return a;
    }

    /** a ← a − 2 w (wᵀa), entry (i, j) at {@code i * across + j * along}. */
    private static void reflect(double[] a, int n, int others, double[] w, int along, int across) {
        for (int j = 0; j < others; j++) {
            double dot = 0;
            for (int i = 0; i < n; i++) {
                dot += w[i] * a[i * across + j * along];
            }
            for (int i = 0; i < n; i++) {
                a[i * across + j * along] -= 2 * dot * w[i];
            }
        }
    }

    private static double[] unit(int n, SplittableRandom random) {
        double[] w = new double[n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            w[i] = random.nextGaussian();
            sum += w[i] * w[i];
        }
        for (int i = 0; i < n; i++) {
            w[i] /= Math.sqrt(sum);
        }
        return w;
    }
}
