package org.certifact.linalg.slack;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.certifact.linalg.dense.SymmetricEigen;

/** Small dense row-major matrices at random, for properties of slacks. */
final class Matrices {
    private Matrices() {}

    static double[] gaussian(int size, double scale, SplittableRandom random) {
        double[] out = new double[size];
        Arrays.setAll(out, k -> scale * random.nextGaussian());
        return out;
    }

    /** A random matrix with σ_max = λ. */
    static double[] spectral(int rows, int columns, double lambda, SplittableRandom random) {
        double[] a = gaussian(rows * columns, 1, random);
        double[] gram = new double[columns * columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                for (int k = 0; k < columns; k++) {
                    gram[j * columns + k] += a[i * columns + j] * a[i * columns + k];
                }
            }
        }
        double largest = Math.sqrt(SymmetricEigen.of(gram, columns).largest());
        return Arrays.stream(a).map(x -> x * lambda / largest).toArray();
    }

    static double[] minus(double[] a, double[] b) {
        double[] out = new double[a.length];
        Arrays.setAll(out, k -> a[k] - b[k]);
        return out;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    static double squaredDistance(double[] a, double[] b) {
        double[] difference = minus(a, b);
        return dot(difference, difference);
    }
}
