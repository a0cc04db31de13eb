package org.certifact.datasets;

import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the first line of delimited text tells: the separator, the header and where the columns stand. */
final class DelimitedLayout implements LineParser.Layout {
    private static final List<String> SEPARATORS = List.of("::", "\t", ",", ";", "|", FieldSplitter.BLANKS);

    private final String separator;
    private final ColumnPositions columns;
    private final HeaderLine header;

    private DelimitedLayout(String separator, ColumnPositions columns, HeaderLine header) {
        this.separator = separator;
        this.columns = columns;
        this.header = header;
    }

    /**
     * The layout by the first line of the text that is not blank; null if there is no such line.
     *
     * @param file the file's index
     * @param name the file's name in messages
     * @throws BadInputException if the columns asked for are not there
     */
    static DelimitedLayout detect(TextHead text, int file, String name, ReadOptions options) throws IOException {
        String first = text.next();
        while (first != null && first.isBlank()) {
            first = text.next();
        }
        return first == null ? null : detect(new Line(Source.encode(file, text.number()), first), name, options);
    }

    private static DelimitedLayout detect(Line first, String name, ReadOptions options) {
        String where = name + ": line " + Source.number(first.source());
        boolean named = ColumnPositions.anyNamed(options.columns());
        if (named && options.header() == Header.NO) {
            throw new BadInputException(name + ": columns are asked for by name ("
                    + String.join(", ", options.columns()) + "), so the first line must be a header; give positions");
        }
        String separator = options.separator() != null ? options.separator() : separator(first, where, options);
        List<String> fields = split(first, separator, where);
        boolean header = options.header() == Header.YES
                || named
                || (options.header() == Header.AUTO && fields.stream().noneMatch(Fields::isNumber));
        ColumnPositions columns = ColumnPositions.find(options.columns(), fields, where);
        return new DelimitedLayout(separator, columns, new HeaderLine(header ? first : null));
    }

    /** The first that gives all the fields asked for, else the first that gives three. */
    private static String separator(Line first, String where, ReadOptions options) {
        Predicate<String> three = separator -> fields(first, separator) >= 3;
        Predicate<String> all = separator -> fields(first, separator) >= ColumnPositions.least(options.columns());
        return Stream.of(all, three)
                .flatMap(enough -> SEPARATORS.stream().filter(enough))
                .findFirst()
                .orElseThrow(() -> new BadInputException(
                        where + " does not split into 3 fields by '::', tab, ',', ';', '|' or blanks: '"
                                + Fields.shown(first.text()) + "'; name the separator"));
    }

    private static int fields(Line line, String separator) {
        try {
            return new FieldSplitter(separator).split(line.text()).length;
        } catch (Rejection e) {
            return 0;
        }
    }

    private static List<String> split(Line line, String separator, String where) {
        try {
            return List.of(new FieldSplitter(separator).split(line.text()));
        } catch (Rejection e) {
            throw new BadInputException(where + ": " + e.getMessage(), e);
        }
    }

    @Override
    public LineParser parser() {
        return new DelimitedParser(this);
    }

    String separator() {
        return separator;
    }

    ColumnPositions columns() {
        return columns;
    }

    boolean isHeader(Line line) {
        return header.is(line);
    }
}
