package org.certifact.linalg.product;

import dev.ludovic.netlib.blas.JavaBLAS;

class BlasProductTest extends MatrixProductContract {

    @Override
    MatrixProduct product() {
        return new BlasProduct(JavaBLAS.getInstance());
    }
}
