package org.certifact.linalg.product;

class TiledProductTest extends MatrixProductContract {

    @Override
    MatrixProduct product() {
        return new TiledProduct();
    }
}
