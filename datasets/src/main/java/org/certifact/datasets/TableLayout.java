package org.certifact.datasets;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the first lines of a table of delimited text tell: the separator, the header, the row names and the columns. */
final class TableLayout implements LineParser.Layout {
    private static final List<String> SEPARATORS = List.of("\t", ",", ";", "|", "::", FieldSplitter.BLANKS);
    private static final int LOOKED_AT = 3;

    private final String separator;
    private final TableColumns columns;
    private final HeaderLine header;

    private TableLayout(String separator, TableColumns columns, HeaderLine header) {
        this.separator = separator;
        this.columns = columns;
        this.header = header;
    }

    /**
     * The layout by the first lines of the text that are not blank; null if there is none.
     *
     * @param file the file's index
     * @param name the file's name in messages
     * @throws BadInputException if the lines do not make a table, or if the columns to leave out are not there
     */
    static TableLayout detect(TextHead text, int file, String name, TableOptions options) throws IOException {
        List<Line> first = new ArrayList<>();
        for (String line = text.next(); line != null && first.size() < LOOKED_AT; line = text.next()) {
            if (!line.isBlank()) {
                first.add(new Line(Source.encode(file, text.number()), line));
            }
        }
        return first.isEmpty() ? null : detect(first, name, options);
    }

    private static TableLayout detect(List<Line> first, String name, TableOptions options) {
        String where = name + ": line " + Source.number(first.get(0).source());
        String separator = options.separator() != null ? options.separator() : separator(first, name);
        List<List<String>> records = new ArrayList<>();
        for (Line line : first) {
            records.add(split(line, separator, name));
        }
        boolean header = hasHeader(records, name, options);
        List<String> names = header ? records.remove(0) : List.of();
        int width = (header ? names : records.get(0)).size();
        boolean shifted = header && !records.isEmpty() && records.get(0).size() == width + 1;
        if (shifted && options.rowNames() != RowNames.NO) {
            width++;
            names = Stream.concat(Stream.of(""), names.stream()).toList();
        }
        int rowName = namesRows(names, records, options) ? 1 : 0;
        TableColumns columns = TableColumns.find(names, width, rowName, options.leftOut(), where);
        return new TableLayout(separator, columns, new HeaderLine(header ? first.get(0) : null));
    }

    /** The one that makes the most cells of the second line and the least of anything else. */
    private static String separator(List<Line> first, String name) {
        Line line = first.get(Math.min(1, first.size() - 1));
        // the first of several equals
        String best = SEPARATORS.stream()
                .reduce((a, b) -> score(line, b) > score(line, a) ? b : a)
                .orElseThrow();
        if (split(line, best, name).size() < 2 && !Fields.isNumber(line.text().strip())) {
            throw new BadInputException(name + ": line " + Source.number(line.source())
                    + " does not split into fields by tab, ',', ';', '|', '::' or blanks: '" + Fields.shown(line.text())
                    + "'; name the separator");
        }
        return best;
    }

    /** The number of cells, then the fewest other fields; the number of fields where there are no cells. */
    private static double score(Line line, String separator) {
        try {
            String[] fields = new FieldSplitter(separator).split(line.text());
            long cells = Arrays.stream(fields)
                    .filter(field -> Fields.isNumber(field) || Cells.isMissing(field))
                    .count();
            return cells == 0 ? -1.0 / fields.length : cells - (fields.length - cells) / (1.0 + fields.length);
        } catch (Rejection e) {
            return Double.NEGATIVE_INFINITY;
        }
    }

    private static List<String> split(Line line, String separator, String name) {
        try {
            return List.of(new FieldSplitter(separator).split(line.text()));
        } catch (Rejection e) {
            throw new BadInputException(name + ": line " + Source.number(line.source()) + ": " + e.getMessage(), e);
        }
    }

    private static boolean hasHeader(List<List<String>> records, String name, TableOptions options) {
        boolean named = ColumnPositions.anyNamed(options.leftOut());
        if (named && options.header() == Header.NO) {
            throw new BadInputException(name + ": columns are left out by name (" + String.join(", ", options.leftOut())
                    + "), so the first line must be a header; give positions");
        }
        return options.header() == Header.YES || named || (options.header() == Header.AUTO && isHeader(records));
    }

    private static boolean isHeader(List<List<String>> records) {
        List<String> first = records.get(0);
        boolean unnamed = first.get(0).isEmpty();
        boolean names =
                first.stream().noneMatch(TableLayout::isCell) && !first.stream().allMatch(String::isEmpty);
        boolean counts = countsOn(first) && (unnamed || (records.size() > 1 && !countsOn(records.get(1))));
        return names || counts;
    }

    /** Whether the fields after a first that is no number count on by one: two after an empty one, three after a text. */
    private static boolean countsOn(List<String> fields) {
        List<String> rest = fields.subList(1, fields.size());
        return !Fields.isNumber(fields.get(0))
                && rest.size() >= (fields.get(0).isEmpty() ? 2 : 3)
                && rest.stream().allMatch(field -> field.matches("[0-9]{1,9}"))
                && IntStream.range(1, rest.size())
                        .allMatch(i -> Integer.parseInt(rest.get(i)) == Integer.parseInt(rest.get(i - 1)) + 1);
    }

    private static boolean isCell(String field) {
        return Fields.isNumber(field) || (Cells.isMissing(field) && !field.isEmpty());
    }

    private static boolean namesRows(List<String> names, List<List<String>> records, TableOptions options) {
        boolean unnamed = !names.isEmpty() && names.get(0).isEmpty();
        boolean leftOut = options.leftOut().contains("1")
                || (!names.isEmpty() && options.leftOut().contains(names.get(0)));
        boolean text = records.stream()
                .map(record -> record.get(0))
                .noneMatch(field -> Fields.isNumber(field) || Cells.isMissing(field));
        return switch (options.rowNames()) {
            case YES -> true;
            case NO -> false;
            case AUTO -> !leftOut && (unnamed || (text && !records.isEmpty()));
        };
    }

    @Override
    public LineParser parser() {
        return new TableParser(this);
    }

    String separator() {
        return separator;
    }

    TableColumns columns() {
        return columns;
    }

    boolean isHeader(Line line) {
        return header.is(line);
    }
}
