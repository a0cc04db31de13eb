package org.certifact.linalg.certify;

import org.certifact.linalg.operator.DenseOperator;

/**
 * An operator whose polar is known.
 *
 * @param polar its polar, positive, exact to some units of rounding
 */
record PolarExample(String name, DenseOperator gradient, double polar) {

    PolarRequest request(double lambdaOverPolar, double targetOverPolar, long seed) {
        return new PolarRequest(lambdaOverPolar * polar, targetOverPolar * polar, 10, 300, seed);
    }

    /** uᵀ G v of atom k. */
    double value(Atoms atoms, int k) {
        double[] image = gradient.apply(column(atoms.right(), atoms.count(), k), 1);
        return dot(column(atoms.left(), atoms.count(), k), image);
    }

    static double[] column(double[] vectors, int count, int k) {
        double[] x = new double[vectors.length / count];
        for (int i = 0; i < x.length; i++) {
            x[i] = vectors[i * count + k];
        }
        return x;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    @Override
    public String toString() {
        return name;
    }
}
