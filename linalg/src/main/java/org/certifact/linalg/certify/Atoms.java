package org.certifact.linalg.certify;

/**
 * Rank-one directions u vᵀ with unit gauges, the candidates for new columns, best first.
 *
 * @param values uᵀ G v of each, descending
 * @param left rows × count, row-major
 * @param right columns × count, row-major
 */
public record Atoms(double[] values, double[] left, double[] right) {

    /** No atoms. */
    public static Atoms none() {
        return new Atoms(new double[0], new double[0], new double[0]);
    }

    /** Number of atoms. */
    public int count() {
        return values.length;
    }

    /** Some of them. @param chosen their numbers, ascending */
    public Atoms select(int[] chosen) {
        double[] some = new double[chosen.length];
        for (int c = 0; c < chosen.length; c++) {
            some[c] = values[chosen[c]];
        }
        return new Atoms(some, select(left, chosen), select(right, chosen));
    }

    private double[] select(double[] columns, int[] chosen) {
        if (chosen.length == 0) {
            return new double[0];
        }
        int count = values.length;
        double[] out = new double[columns.length / count * chosen.length];
        for (int k = 0; k < out.length; k++) {
            out[k] = columns[k / chosen.length * count + chosen[k % chosen.length]];
        }
        return out;
    }

    /** The same atoms of the transposed operator. */
    public Atoms transposed() {
        return new Atoms(values, right, left);
    }
}
