package org.certifact.solver;

import org.certifact.linalg.certify.Atoms;
import org.certifact.linalg.gauge.Gauge;

/**
 * An over-complete start: rows of the residual, drawn with chances like their squared lengths, become columns of the shorter
 * side; a few sweeps; then again from the new residual. Measured, descent from more columns than are needed, which it
 * shrinks and merges, ends lower than growth from nothing by atoms.
 */
final class Seeding {
    private static final int STAGES = 3;
    private static final int SWEEPS = 4;

    private Seeding() {}

    /** @param columns in all */
    static Factors from(GaugedProblem problem, CoordinateDescent descent, int columns, long seed, Budget budget) {
        Factors factors = problem.zero();
        for (int stage = 0; stage < STAGES && budget.spent().isEmpty(); stage++) {
            int count = columns * (stage + 1) / STAGES - columns * stage / STAGES;
            Atoms atoms = problem.ascent().rows(factors, count, seed + stage);
            if (atoms.count() == 0) {
                break;
            }
            factors = descent.settle(problem.ascent().append(factors, atoms), SWEEPS, budget);
        }
        return factors;
    }

    /** Draws columns into a cone and scales them to unit ℓ₂ length, or to nothing. @param x rows × count. Modified. */
    static void normalize(double[] x, int count, Gauge gauge) {
        double[] squares = new double[count];
        for (int k = 0; k < x.length; k++) {
            x[k] = gauge.nonnegative() ? Math.max(0, x[k]) : x[k];
            squares[k % count] += x[k] * x[k];
        }
        for (int k = 0; k < x.length; k++) {
            x[k] = squares[k % count] > 0 ? x[k] / Math.sqrt(squares[k % count]) : 0;
        }
    }
}
