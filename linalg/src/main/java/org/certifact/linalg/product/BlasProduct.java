package org.certifact.linalg.product;

import dev.ludovic.netlib.blas.BLAS;

/** By the dgemm of a BLAS, which knows column-major arrays: Cᵀ ← Cᵀ + αBᵀAᵀ. */
final class BlasProduct implements MatrixProduct {
    private final BLAS blas;

    BlasProduct(BLAS blas) {
        this.blas = blas;
    }

    @Override
    public String name() {
        return blas.getClass().getSimpleName();
    }

    @Override
    public void add(double alpha, MatrixView a, MatrixView b, MatrixView c) {
        MatrixProduct.requireFitting(a, b, c);
        int m = c.rows();
        int n = c.columns();
        int k = a.columns();
        if (m > 0 && n > 0 && k > 0) {
            blas.dgemm(
                    order(b),
                    order(a),
                    n,
                    m,
                    k,
                    alpha,
                    b.values(),
                    b.offset(),
                    stride(b),
                    a.values(),
                    a.offset(),
                    stride(a),
                    1,
                    c.values(),
                    c.offset(),
                    stride(c));
        }
    }

    private static String order(MatrixView x) {
        return x.columnStep() == 1 ? "N" : "T";
    }

    /** At least as long as a row, or column, as BLAS asks of a single one too. */
    private static int stride(MatrixView x) {
        return x.columnStep() == 1 ? Math.max(x.rowStep(), x.columns()) : Math.max(x.columnStep(), x.rows());
    }
}
