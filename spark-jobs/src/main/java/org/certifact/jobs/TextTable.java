package org.certifact.jobs;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table in a terminal: the first column and words to the left, numbers to the right, two blanks between. */
final class TextTable {
    private TextTable() {}

    /** Lines with their ends. @param rows cells, as many in each as in the header */
    static String of(List<String> header, List<List<String>> rows) {
        int[] widths = IntStream.range(0, header.size())
                .map(k -> IntStream.concat(
                                IntStream.of(header.get(k).length()),
                                rows.stream().mapToInt(row -> row.get(k).length()))
                        .max()
                        .orElse(0))
                .toArray();
        StringBuilder out = new StringBuilder(line(header, rows, widths));
        rows.forEach(row -> out.append(line(row, rows, widths)));
        return out.toString();
    }

    private static String line(List<String> cells, List<List<String>> rows, int[] widths) {
        return IntStream.range(0, cells.size())
                        .mapToObj(k -> String.format(
                                "%" + (isNumber(rows, k) ? "" : "-") + Math.max(1, widths[k]) + "s", cells.get(k)))
                        .collect(Collectors.joining("  "))
                        .stripTrailing()
                + System.lineSeparator();
    }

    private static boolean isNumber(List<List<String>> rows, int column) {
        return column > 0
                && rows.stream()
                        .map(row -> row.get(column))
                        .allMatch(
                                cell -> cell.equals("–") || Character.isDigit(cell.charAt(0)) || cell.charAt(0) == '-');
    }
}
