package org.certifact.datasets;

import java.util.Objects;

/**
 * One observed entry as it was read. Ids are strings whatever their type in the file. A plain class because Spark's Kryo cannot write
 * records.
 */
public final class Entry implements Parsed {
    private final String row;
    private final String column;
    private final double value;
    private final double weight;
    private final long source;

    /**
     * An entry; what may stand in it is checked where it is read.
     *
     * @param value the observed value, finite
     * @param weight the weight of the entry in the loss, finite and {@literal > 0}
     * @param source the place it was read from, see {@link Source}
     */
    public Entry(String row, String column, double value, double weight, long source) {
        this.row = Objects.requireNonNull(row, "row");
        this.column = Objects.requireNonNull(column, "column");
        this.value = value;
        this.weight = weight;
        this.source = source;
    }

    public String row() {
        return row;
    }

    public String column() {
        return column;
    }

    public double value() {
        return value;
    }

    /** The weight of the entry in the loss; 1 where the file gives none. */
    public double weight() {
        return weight;
    }

    /** The file and the record the entry was read from, see {@link Source}; {@link EntrySet#where} makes it readable. */
    @Override
    public long source() {
        return source;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Entry that
                && row.equals(that.row)
                && column.equals(that.column)
                && Double.compare(value, that.value) == 0
                && Double.compare(weight, that.weight) == 0
                && source == that.source;
    }

    @Override
    public int hashCode() {
        return Objects.hash(row, column, value, weight, source);
    }

    @Override
    public String toString() {
        return "(" + row + ", " + column + ") = " + value + (weight == 1 ? "" : ", weight " + weight);
    }
}
