package org.certifact.linalg.product;

import dev.ludovic.netlib.blas.BLAS;
import dev.ludovic.netlib.blas.NativeBLAS;

/**
 * Chooses how this JVM multiplies dense matrices, once: by a native BLAS where there is one, else in tiles where the module
 * {@code jdk.incubator.vector} is there, else by netlib's loops in Java.
 */
public final class MatrixProducts {
    /** Rows of a large product that a core takes at a time. */
    private static final int SHARE = 128;

    private static final MatrixProduct BEST = choose();
    private static final MatrixProduct SHARED = new SharedProduct(BEST, SHARE);

    private MatrixProducts() {}

    /** The fastest that this JVM has. */
    public static MatrixProduct best() {
        return BEST;
    }

    /** The same on all cores: for the driver, while its executors have nothing to do. */
    public static MatrixProduct shared() {
        return SHARED;
    }

    private static MatrixProduct choose() {
        BLAS blas = BLAS.getInstance();
        boolean vectors = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        return vectors && !(blas instanceof NativeBLAS) ? new TiledProduct() : new BlasProduct(blas);
    }
}
