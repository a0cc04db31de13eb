package org.certifact.solver;

import org.certifact.linalg.operator.LinearOperator;

/**
 * Some rows of a residual: good starts for new columns, because what is badly fitted is drawn most.
 *
 * @param values columns of the operator × count, a row of the residual each
 * @param rows which rows they are
 */
record ResidualRows(double[] values, int count, int[] rows) {
    private static final int PROBES = 8;

    /**
     * Draws rows with chances like their squared lengths, which are estimated by a few random products.
     *
     * @param keys of the operator's rows
     */
    static ResidualRows drawn(LinearOperator g, Keys keys, Keys columnKeys, int most, long seed) {
        double[] image = g.apply(columnKeys.gaussian(PROBES, seed), PROBES);
        double[] chances = new double[g.rows()];
        for (int k = 0; k < image.length; k++) {
            chances[k / PROBES] += image[k] * image[k];
        }
        int[] rows = keys.draw(chances, most, seed);
        int count = rows.length;
        double[] pick = new double[g.rows() * count];
        for (int c = 0; c < count; c++) {
            pick[rows[c] * count + c] = 1;
        }
        return new ResidualRows(g.applyTranspose(pick, count), count, rows);
    }
}
