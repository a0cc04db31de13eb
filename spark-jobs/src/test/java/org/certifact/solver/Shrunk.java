package org.certifact.solver;

import static org.certifact.matrix.PlainMatrix.flat;
import static org.certifact.matrix.PlainMatrix.times;
import static org.certifact.matrix.PlainMatrix.transposed;

import org.certifact.linalg.dense.SymmetricEigen;

/** A matrix whose singular values were lowered, not below zero. */
record Shrunk(double[][] x, double traceNorm) {
    static Shrunk of(double[][] y, double by) {
        int n = y[0].length;
        SymmetricEigen eigen = SymmetricEigen.of(flat(times(transposed(y), y)), n);
        double[][] right = new double[n][n];
        double[][] kept = new double[n][n];
        double sum = 0;
        for (int k = 0; k < n; k++) {
            double singular = Math.sqrt(Math.max(0, eigen.values()[k]));
            double left = Math.max(0, singular - by);
            sum += left;
            for (int j = 0; j < n; j++) {
                right[j][k] = eigen.vectors()[k * n + j];
                kept[k][j] = left > 0 ? left / singular * right[j][k] : 0;
            }
        }
        return new Shrunk(times(times(y, right), kept), sum);
    }
}
