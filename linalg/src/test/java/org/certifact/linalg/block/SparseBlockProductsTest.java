package org.certifact.linalg.block;

import java.util.Arrays;

class SparseBlockProductsTest extends BlockContract {
    /** The weights must not enter a product. */
    @Override
    protected SparseBlock block(int rows, int columns, double[] cells) {
        int[] rowStart = new int[rows + 1];
        int[] column = new int[cells.length];
        double[] value = new double[cells.length];
        int size = 0;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                if (cells[i * columns + j] != 0) {
                    column[size] = j;
                    value[size++] = cells[i * columns + j];
                }
            }
            rowStart[i + 1] = size;
        }
        double[] weights = new double[size];
        Arrays.fill(weights, 7);
        return new SparseBlock(rowStart, Arrays.copyOf(column, size), Arrays.copyOf(value, size), weights, columns);
    }
}
