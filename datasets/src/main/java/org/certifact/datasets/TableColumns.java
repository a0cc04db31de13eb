package org.certifact.datasets;

import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Which fields of a record are the columns of a table, which one names the row, and what the columns are called. */
final class TableColumns implements Serializable {
    private final List<String> names;
    private final int width;
    private final int rowName;
    private final int[] kept;

    private TableColumns(List<String> names, int width, int rowName, int[] kept) {
        this.names = names;
        this.width = width;
        this.rowName = rowName;
        this.kept = kept;
    }

    /**
     * @param names the names of all fields; empty where they have none
     * @param width the number of fields of a record
     * @param rowName the 1-based position of the field that names the row; 0 if none does
     * @param leftOut names or 1-based positions of the fields that are no columns
     * @param where the start of an error message
     * @throws BadInputException if a field to leave out is not there, if none is left, or if two columns have one name
     */
    static TableColumns find(List<String> names, int width, int rowName, List<String> leftOut, String where) {
        Set<Integer> dropped = new HashSet<>();
        for (String column : leftOut) {
            dropped.add(position(column, names, width, where));
        }
        if (rowName > 0 && dropped.contains(rowName)) {
            throw new BadInputException(where + ": column " + rowName
                    + " names the rows, so it cannot be left out; give --row-names no to number them");
        }
        int[] kept = IntStream.range(0, width)
                .filter(field -> field + 1 != rowName && !dropped.contains(field + 1))
                .toArray();
        if (kept.length == 0) {
            throw new BadInputException(where + ": no column is left" + (rowName > 0 ? " beside the row names" : "")
                    + "; leave out fewer, or name the separator");
        }
        TableColumns columns = new TableColumns(List.copyOf(names), width, rowName, kept);
        columns.checkNames(where);
        return columns;
    }

    private static int position(String column, List<String> names, int width, String where) {
        int position = ColumnPositions.isPosition(column) ? ColumnPositions.parse(column) : names.indexOf(column) + 1;
        if (position < 1 || position > width) {
            throw new BadInputException(where + ": no column '" + column + "' to leave out; there "
                    + (width == 1 ? "is 1" : "are " + width)
                    + (names.isEmpty() ? ", without names" : ": " + Fields.shown(names)));
        }
        return position;
    }

    private void checkNames(String where) {
        Map<String, Integer> seen = new HashMap<>();
        for (int column = 0; column < kept.length && !names.isEmpty(); column++) {
            String name = names.get(kept[column]);
            int position = kept[column] + 1;
            if (name.isEmpty()) {
                throw new BadInputException(where + ": column " + position
                        + " has no name; give it one, or leave it out with --leave-out " + position);
            }
            Integer before = seen.put(name, position);
            if (before != null) {
                throw new BadInputException(where + ": columns " + before + " and " + position + " are both named '"
                        + Fields.shown(name) + "'; rename one, or leave it out with --leave-out " + position);
            }
        }
    }

    /** The fields that a record must have. */
    int width() {
        return width;
    }

    /** n: the columns of the table. */
    int size() {
        return kept.length;
    }

    /** The 0-based field in which a column of the table stands. */
    int field(int column) {
        return kept[column];
    }

    boolean namesRows() {
        return rowName > 0;
    }

    /** The 0-based field that names the row. */
    int nameField() {
        return rowName - 1;
    }

    /** The names of the columns; their numbers from 1 where they have none. */
    List<String> ids() {
        return names.isEmpty()
                ? IntStream.rangeClosed(1, kept.length)
                        .mapToObj(Integer::toString)
                        .toList()
                : IntStream.of(kept).mapToObj(names::get).toList();
    }

    /** A column of the table for a message, by its position in the file: {@code column 12 ('label')}. */
    String describe(int column) {
        String name = names.isEmpty() ? "" : " ('" + Fields.shown(names.get(kept[column])) + "')";
        return "column " + (kept[column] + 1) + name;
    }
}
