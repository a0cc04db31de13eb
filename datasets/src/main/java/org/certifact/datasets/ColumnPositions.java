package org.certifact.datasets;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the row id, the column id, the value and the weight stand in a record.
 *
 * @param row from 1
 * @param column from 1
 * @param value from 1
 * @param weight from 1; 0 if there is none
 */
record ColumnPositions(int row, int column, int value, int weight) implements Serializable {
    private static final List<String> FIRST_THREE = List.of("1", "2", "3");

    /**
     * @param asked names or 1-based positions; empty for the first three
     * @param present the names of the columns, or the first record's fields where they have no names
     * @param where the start of an error message
     * @throws BadInputException if one is not there
     */
    static ColumnPositions find(List<String> asked, List<String> present, String where) {
        List<Integer> found = new ArrayList<>();
        for (String column : asked.isEmpty() ? FIRST_THREE : asked) {
            int position = isPosition(column) ? parse(column) : present.indexOf(column) + 1;
            if (position < 1 || position > present.size()) {
                throw new BadInputException(where + ": no column '" + column + "'; there "
                        + (present.size() == 1 ? "is 1: " : "are " + present.size() + ": ")
                        + Fields.shown(present));
            }
            if (found.contains(position)) {
                throw new BadInputException(where + ": column '" + column
                        + "' is asked for twice; row, column, value and weight must differ");
            }
            found.add(position);
        }
        return new ColumnPositions(found.get(0), found.get(1), found.get(2), found.size() > 3 ? found.get(3) : 0);
    }

    /** Whether some column is asked for by its name. */
    static boolean anyNamed(List<String> asked) {
        return !asked.stream().allMatch(ColumnPositions::isPosition);
    }

    /** The highest position asked for, 3 where names are. */
    static int least(List<String> asked) {
        return asked.stream()
                .filter(ColumnPositions::isPosition)
                .mapToInt(ColumnPositions::parse)
                .reduce(3, Math::max);
    }

    boolean hasWeight() {
        return weight > 0;
    }

    /** The highest of the positions: a record needs that many fields. */
    int last() {
        return Math.max(Math.max(row, column), Math.max(value, weight));
    }

    static boolean isPosition(String column) {
        return !column.isEmpty() && column.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    static int parse(String position) {
        return position.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(position);
    }
}
