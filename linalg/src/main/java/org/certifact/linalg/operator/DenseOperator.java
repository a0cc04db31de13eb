package org.certifact.linalg.operator;

/** A dense row-major matrix as an operator: for small problems and for tests. */
public final class DenseOperator implements LinearOperator {
    private final int rows;
    private final int columns;
    private final double[] entries;

    /** @param entries rows × columns, row-major. Not copied. */
    public DenseOperator(int rows, int columns, double[] entries) {
        if (entries.length != Math.multiplyExact(rows, columns)) {
            throw new IllegalArgumentException(
                    rows + " x " + columns + " needs " + (long) rows * columns + " entries, got " + entries.length);
        }
        this.rows = rows;
        this.columns = columns;
        this.entries = entries;
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public double[] apply(double[] x, int count) {
        double[] y = new double[rows * count];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                double g = entries[i * columns + j];
                for (int c = 0; c < count; c++) {
                    y[i * count + c] += g * x[j * count + c];
                }
            }
        }
        return y;
    }

    @Override
    public double[] applyTranspose(double[] y, int count) {
        double[] x = new double[columns * count];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                double g = entries[i * columns + j];
                for (int c = 0; c < count; c++) {
                    x[j * count + c] += g * y[i * count + c];
                }
            }
        }
        return x;
    }

    @Override
    public double squaredNorm() {
        double sum = 0;
        for (double g : entries) {
            sum += g * g;
        }
        return sum;
    }
}
