package org.certifact.linalg.block;

class TiledBlockProductsTest extends SparseBlockProductsTest {
    @Override
    protected SparseBlock block(int rows, int columns, double[] cells) {
        return PanelTiles.split(super.block(rows, columns, cells), 3);
    }
}
