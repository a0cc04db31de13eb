package org.certifact.datasets;

import java.util.Arrays;
import java.util.Objects;

/** One row of a dense table as it was read. A plain class because Spark's Kryo cannot write records. */
public final class DenseRow implements Parsed {
    private final String id;
    private final double[] values;
    private final long source;

    /**
     * A row; what may stand in it is checked where it is read.
     *
     * @param values one for each column, finite, or NaN where a cell is missing; not copied
     * @param source the place it was read from, see {@link Source}
     */
    public DenseRow(String id, double[] values, long source) {
        this.id = Objects.requireNonNull(id, "id");
        this.values = Objects.requireNonNull(values, "values");
        this.source = source;
    }

    public String id() {
        return id;
    }

    /** One value for each column, NaN where a cell is missing; not a copy. */
    public double[] values() {
        return values;
    }

    /** The file and the record the row was read from, see {@link Source}; {@link DenseTable#where} makes it readable. */
    @Override
    public long source() {
        return source;
    }

    DenseRow withId(String newId) {
        return new DenseRow(newId, values, source);
    }

    DenseRow withValues(double[] newValues) {
        return new DenseRow(id, newValues, source);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DenseRow that
                && id.equals(that.id)
                && Arrays.equals(values, that.values)
                && source == that.source;
    }

    @Override
    public int hashCode() {
        return 31 * Objects.hash(id, source) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return id + " = " + Arrays.toString(values);
    }
}
