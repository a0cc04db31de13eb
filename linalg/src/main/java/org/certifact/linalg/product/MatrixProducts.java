package org.certifact.linalg.product;

import dev.ludovic.netlib.blas.BLAS;
import dev.ludovic.netlib.blas.NativeBLAS;

/**
 * Chooses how this JVM multiplies dense matrices, once: by a native BLAS where there is one, else in tiles where the module
 * {@code jdk.incubator.vector} is there, else by netlib's loops in Java.
 */
public final class MatrixProducts {
    private static final MatrixProduct BEST = choose();

    private MatrixProducts() {}

    /** The fastest that this JVM has. */
    public static MatrixProduct best() {
        return BEST;
    }

    private static MatrixProduct choose() {
        BLAS blas = BLAS.getInstance();
        boolean vectors = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        return vectors && !(blas instanceof NativeBLAS) ? new TiledProduct() : new BlasProduct(blas);
    }
}
