package org.certifact.linalg.dense;

import dev.ludovic.netlib.lapack.LAPACK;
import java.util.Arrays;
import org.netlib.util.intW;

/**
 * Eigenvalues, ascending, and orthonormal eigenvectors of a symmetric matrix: of small ones, which a sweep has several of, by
 * {@link SmallEigen}, of others by LAPACK (dsyev, dsyevr and dstev).
 *
 * @param values eigenvalues, ascending
 * @param vectors vector k occupies {@code vectors[k * n] .. vectors[k * n + n - 1]}
 */
public record SymmetricEigen(double[] values, double[] vectors) {
    /** Inner products of unit vectors that count as orthogonal. */
    private static final double ORTHONORMAL = 1e-10;

    /** Up to so many rows a call of LAPACK takes longer, in Java two to four times. */
    static final int SMALL = 128;

    /** Of a full symmetric matrix. @param matrix n × n. Not modified. */
    public static SymmetricEigen of(double[] matrix, int n) {
        requireFinite(matrix, n * n, n);
        return n <= SMALL ? SmallEigen.of(matrix, n).orElseGet(() -> large(matrix, n)) : large(matrix, n);
    }

    /** By LAPACK. */
    static SymmetricEigen large(double[] matrix, int n) {
        double[] a = matrix.clone();
        double[] w = new double[n];
        double[] work = new double[Math.max(64, 34 * n)];
        intW info = new intW(0);
        LAPACK.getInstance().dsyev("V", "L", n, a, n, w, work, work.length, info);
        require(info, "dsyev", n);
        return new SymmetricEigen(w, a);
    }

    /** The largest eigenvalue alone, of a full symmetric matrix. @param matrix n × n, n at least 1. Not modified. */
    public static double largest(double[] matrix, int n) {
        return values(matrix, n)[n - 1];
    }

    /** The eigenvalues alone, ascending, of a full symmetric matrix. @param matrix n × n. Not modified. */
    public static double[] values(double[] matrix, int n) {
        requireFinite(matrix, n * n, n);
        return n <= SMALL
                ? SmallEigen.values(matrix, n).orElseGet(() -> largeValues(matrix, n))
                : largeValues(matrix, n);
    }

    /** By LAPACK. */
    static double[] largeValues(double[] matrix, int n) {
        double[] w = new double[n];
        double[] work = new double[Math.max(64, 34 * n)];
        intW info = new intW(0);
        LAPACK.getInstance().dsyev("N", "L", n, matrix.clone(), n, w, work, work.length, info);
        require(info, "dsyev", n);
        return w;
    }

    /**
     * The largest eigenvalues only, ascending, of a full symmetric matrix: at some hundred rows and a tenth of the vectors, a
     * quarter of the time.
     *
     * @param matrix n × n. Not modified.
     * @param count how many, at least 1 and at most n
     */
    public static SymmetricEigen leading(double[] matrix, int n, int count) {
        if (n <= SMALL) {
            return of(matrix, n).last(count);
        }
        requireFinite(matrix, n * n, n);
        double[] a = matrix.clone();
        double[] w = new double[n];
        double[] z = new double[n * count];
        double[] work = new double[66 * n];
        int[] counts = new int[10 * n];
        intW found = new intW(0);
        intW info = new intW(0);
        LAPACK.getInstance()
                .dsyevr(
                        "V",
                        "I",
                        "L",
                        n,
                        a,
                        n,
                        0,
                        0,
                        n - count + 1,
                        n,
                        0,
                        found,
                        w,
                        z,
                        n,
                        new int[2 * n],
                        work,
                        work.length,
                        counts,
                        counts.length,
                        info);
        return info.val == 0 && orthonormal(z, n, count)
                ? new SymmetricEigen(Arrays.copyOf(w, count), z)
                : of(matrix, n).last(count);
    }

    /** The largest values with their vectors. */
    private SymmetricEigen last(int count) {
        int n = size();
        return new SymmetricEigen(
                Arrays.copyOfRange(values, n - count, n), Arrays.copyOfRange(vectors, (n - count) * n, n * n));
    }

    /** Not every implementation of dsyevr keeps the vectors of equal eigenvalues apart, or finds any of some matrices. */
    private static boolean orthonormal(double[] vectors, int n, int count) {
        for (int a = 0; a < count; a++) {
            for (int b = 0; b <= a; b++) {
                double inner = a == b ? -1 : 0;
                for (int i = 0; i < n; i++) {
                    inner += vectors[a * n + i] * vectors[b * n + i];
                }
                if (!(Math.abs(inner) <= ORTHONORMAL)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The eigenvalues alone, ascending, of a symmetric tridiagonal matrix. @param diagonal length n @param off at least n - 1 numbers. Not modified. */
    public static double[] tridiagonalValues(double[] diagonal, double[] off, int n) {
        if (n == 0) {
            return new double[0];
        }
        requireFinite(diagonal, n, n);
        requireFinite(off, n - 1, n);
        double[] d = Arrays.copyOf(diagonal, n);
        double[] e = Arrays.copyOf(off, Math.max(1, n));
        return n <= SMALL
                ? SmallEigen.tridiagonalValues(d, e).orElseGet(() -> largeTridiagonalValues(d, e))
                : largeTridiagonalValues(d, e);
    }

    private static double[] largeTridiagonalValues(double[] d, double[] e) {
        int n = d.length;
        intW info = new intW(0);
        LAPACK.getInstance().dstev("N", n, d, e, new double[1], 1, new double[1], info);
        require(info, "dstev", n);
        return d;
    }

    /** The vectors of the largest values as columns, the largest first. @return n × count, row-major */
    public double[] best(int count) {
        int n = size() == 0 ? 0 : vectors.length / size();
        double[] columns = new double[n * count];
        for (int c = 0; c < count; c++) {
            for (int i = 0; i < n; i++) {
                columns[i * count + c] = vectors[(size() - 1 - c) * n + i];
            }
        }
        return columns;
    }

    /** Number of values. */
    public int size() {
        return values.length;
    }

    /** The largest eigenvalue. */
    public double largest() {
        return values[values.length - 1];
    }

    /** LAPACK gives no sign of NaN in what it is given. */
    private static void requireFinite(double[] x, int length, int n) {
        for (int k = 0; k < length; k++) {
            if (!Double.isFinite(x[k])) {
                throw new ArithmeticException(
                        "a " + n + " x " + n + " matrix that holds " + x[k] + " has no eigenvalues");
            }
        }
    }

    private static void require(intW info, String routine, int n) {
        if (info.val != 0) {
            throw new ArithmeticException(routine + " failed on a " + n + " x " + n + " matrix: info " + info.val
                    + "; the iteration did not converge");
        }
    }
}
