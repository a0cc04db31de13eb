package org.certifact.jobs;

import org.certifact.datasets.ImageShape;

/** In which order the values of a picture stand. */
enum PixelOrder {
    /** Row by row, as images are read. */
    ROWS,
    /** Column by column, as MATLAB and Fortran keep them. */
    COLUMNS;

    /** Values row by row. @param values pixels × count, row-major, of a picture with one channel. Not modified */
    double[] byRows(double[] values, int count, ImageShape shape) {
        if (this == ROWS) {
            return values;
        }
        double[] out = new double[values.length];
        for (int y = 0; y < shape.height(); y++) {
            for (int x = 0; x < shape.width(); x++) {
                int from = (x * shape.height() + y) * count;
                System.arraycopy(values, from, out, (y * shape.width() + x) * count, count);
            }
        }
        return out;
    }
}
