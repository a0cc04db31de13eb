package org.certifact.matrix;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import org.certifact.linalg.block.DenseRows;

/**
 * The factor rows of one block, and the step that led to them.
 *
 * <p>A momentum method works at the extrapolated point values + β·step; the two travel together, so that extrapolating
 * costs no pass of its own.
 */
public final class FactorBlock implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int rows;
    private final int rank;
    private final double[] values;
    private final double[] step;

    /**
     * @param values rows × rank, row-major. Not copied.
     * @param step what the last sweep added, rows × rank, or null for none. Not copied.
     */
    public FactorBlock(int rows, int rank, double[] values, double[] step) {
        if (values.length != rows * rank || (step != null && step.length != values.length)) {
            throw new IllegalArgumentException(rows + " x " + rank + " block with " + values.length + " values");
        }
        this.rows = rows;
        this.rank = rank;
        this.values = Objects.requireNonNull(values);
        this.step = step;
    }

    /** A block of zeros. */
    public static FactorBlock zeros(int rows, int rank) {
        return new FactorBlock(rows, rank, new double[rows * rank], null);
    }

    /** Number of rows. */
    public int rows() {
        return rows;
    }

    /** Number of columns. */
    public int rank() {
        return rank;
    }

    /** The rows, row-major. Not to be modified. */
    public double[] values() {
        return values;
    }

    /** values + β·step. Not to be modified. */
    public double[] at(double beta) {
        if (beta == 0 || step == null) {
            return values;
        }
        double[] point = new double[values.length];
        for (int k = 0; k < point.length; k++) {
            point[k] = values[k] + beta * step[k];
        }
        return point;
    }

    /** The same of some rows. @param first number of these that is the first @param point overwritten @return it */
    public double[] at(double beta, int first, double[] point) {
        System.arraycopy(values, first, point, 0, point.length);
        if (beta != 0 && step != null) {
            for (int k = 0; k < point.length; k++) {
                point[k] += beta * step[first + k];
            }
        }
        return point;
    }

    /** Rows from .. to-1. */
    FactorBlock part(int from, int to) {
        return new FactorBlock(
                to - from,
                rank,
                Arrays.copyOfRange(values, from * rank, to * rank),
                step == null ? null : Arrays.copyOfRange(step, from * rank, to * rank));
    }

    /** The same values without a step. */
    FactorBlock still() {
        return new FactorBlock(rows, rank, values, null);
    }

    /** Values and step side by side, rows × 2·rank, standing still. */
    FactorBlock widened() {
        double[] moved = step == null ? new double[values.length] : step;
        return new FactorBlock(rows, 2 * rank, DenseRows.beside(values, rank, moved, rank, rows), null);
    }

    /** What {@link #widened} made wide. */
    FactorBlock narrowed() {
        int half = rank / 2;
        double[] own = new double[rows * half];
        double[] moved = new double[rows * half];
        for (int i = 0; i < rows; i++) {
            System.arraycopy(values, i * rank, own, i * half, half);
            System.arraycopy(values, i * rank + half, moved, i * half, half);
        }
        return new FactorBlock(rows, half, own, moved);
    }

    /** The block that a sweep arrives at: other values, and the step from these to those. */
    public FactorBlock moveTo(double[] next) {
        double[] difference = new double[next.length];
        for (int k = 0; k < difference.length; k++) {
            difference[k] = next[k] - values[k];
        }
        return new FactorBlock(rows, rank, next, difference);
    }

    /** ⟨point − next, next − this⟩: positive where the momentum that led to the point points uphill. */
    public double turn(double[] point, FactorBlock next) {
        double turn = 0;
        for (int k = 0; k < point.length; k++) {
            turn += (point[k] - next.values[k]) * (next.values[k] - values[k]);
        }
        return turn;
    }

    /** Values and step times a rank × columns matrix (row-major). */
    public FactorBlock times(double[] matrix, int columns) {
        return new FactorBlock(
                rows,
                columns,
                DenseRows.times(values, rows, rank, matrix, columns),
                step == null ? null : DenseRows.times(step, rows, rank, matrix, columns));
    }

    /** The block with further columns; their step is zero. @param columns rows × count */
    public FactorBlock append(double[] columns, int count) {
        return new FactorBlock(
                rows,
                rank + count,
                DenseRows.beside(values, rank, columns, count, rows),
                step == null ? null : DenseRows.beside(step, rank, new double[rows * count], count, rows));
    }

    /** The block with one row of zeros behind its own, for entries whose row the factor does not have. */
    FactorBlock withZeroRow() {
        return new FactorBlock(rows + 1, rank, Arrays.copyOf(values, values.length + rank), null);
    }
}
