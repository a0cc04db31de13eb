package org.certifact.datasets;

/**
 * The cells of a table that hold no value.
 *
 * @param count how many there are
 * @param first the first of them in reading order, as {@code faces.csv: line 7, column 12}; empty if there is none
 */
public record MissingCells(long count, String first) {
    static final MissingCells NONE = new MissingCells(0, "");

    @Override
    public String toString() {
        return switch (count == 0 ? 0 : count == 1 ? 1 : 2) {
            case 0 -> "no cell is missing";
            case 1 -> "1 cell is missing, at " + first;
            default -> count + " cells are missing, the first at " + first;
        };
    }
}
