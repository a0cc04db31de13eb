package org.certifact.datasets;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;

/**
 * The header and the size line of a Matrix Market file, coordinate or array (Boisvert, Pozo, Remington: The Matrix Market Exchange Formats, NISTIR
 * 5935, 1996).
 *
 * @param pattern whether entries have no value and count as 1
 * @param entries the number of entries stored, mirror images not counted
 * @param sizeLine the 1-based number of the size line; entries follow
 */
record MatrixMarketHeader(boolean pattern, Symmetry symmetry, long rows, long columns, long entries, long sizeLine)
        implements Serializable {
    static final String BANNER = "%%MatrixMarket";

    /** What an entry off the diagonal says about its mirror image. */
    enum Symmetry {
        GENERAL,
        SYMMETRIC,
        SKEW_SYMMETRIC
    }

    /** Whether a text begins as a Matrix Market file. */
    static boolean isBanner(String text) {
        return text.regionMatches(true, 0, BANNER, 0, BANNER.length());
    }

    /** The headers of all files, each read by {@link #read} or {@link #readArray}. */
    static List<MatrixMarketHeader> ofAll(InputFiles files, Configuration configuration, Reader reader) {
        List<MatrixMarketHeader> headers = new ArrayList<>();
        for (int file = 0; file < files.size(); file++) {
            try (TextHead head = TextHead.open(files.path(file), configuration)) {
                headers.add(reader.read(head, files.name(file)));
            } catch (IOException e) {
                throw new BadInputException(files.name(file) + ": cannot be read: " + e.getMessage(), e);
            }
        }
        return headers;
    }

    /** @throws BadInputException if it is not the header of a real coordinate matrix */
    static MatrixMarketHeader read(TextHead text, String name) throws IOException {
        return read(
                text,
                name,
                new Kind("coordinate", "write the entries as 'coordinate', one a line", List.of("pattern")));
    }

    /** @throws BadInputException if it is not the header of a real array, which has all entries that its symmetry does not give */
    static MatrixMarketHeader readArray(TextHead text, String name) throws IOException {
        return read(text, name, new Kind("array", "read it as entries, not as a table", List.of()));
    }

    private static MatrixMarketHeader read(TextHead text, String name, Kind kind) throws IOException {
        String banner = text.next();
        List<String> words = banner == null ? List.of() : words(banner.toLowerCase(Locale.ROOT));
        if (words.size() != 5 || !words.get(0).equals(BANNER.toLowerCase(Locale.ROOT))) {
            throw new BadInputException(name + ": line 1 must be '%%MatrixMarket matrix " + kind.word
                    + " <field> <symmetry>', is '" + Fields.shown(banner == null ? "" : banner) + "'");
        }
        List<String> fields = Stream.concat(Stream.of("real", "double", "integer"), kind.fields.stream())
                .toList();
        expect(name, words.get(1), List.of("matrix"), "write the entries as a matrix");
        expect(name, words.get(2), List.of(kind.word), kind.wayOut);
        expect(name, words.get(3), fields, "write real values");
        expect(name, words.get(4), List.of("general", "symmetric", "skew-symmetric"), "write it as 'general'");
        Symmetry symmetry =
                Symmetry.valueOf(words.get(4).toUpperCase(Locale.ROOT).replace('-', '_'));
        return size(text, name, words.get(3).equals("pattern"), symmetry, kind);
    }

    private static MatrixMarketHeader size(TextHead text, String name, boolean pattern, Symmetry symmetry, Kind kind)
            throws IOException {
        String expected = kind.word.equals("array") ? "rows columns" : "rows columns entries";
        String line = text.next();
        while (line != null && (line.isBlank() || line.startsWith("%"))) {
            line = text.next();
        }
        if (line == null) {
            throw new BadInputException(name + ": ends before the line '" + expected + "': the file is cut short");
        }
        String where = name + ": line " + text.number();
        List<String> sizes = words(line);
        if (sizes.size() != words(expected).size() || !sizes.stream().allMatch(size -> size.matches("[0-9]{1,18}"))) {
            throw new BadInputException(where + " must be '" + expected + "', is '" + Fields.shown(line) + "'");
        }
        long rows = Long.parseLong(sizes.get(0));
        long columns = Long.parseLong(sizes.get(1));
        if (symmetry != Symmetry.GENERAL && rows != columns) {
            throw new BadInputException(
                    where + ": a symmetric matrix must be square, this one is " + rows + " x " + columns);
        }
        long entries = sizes.size() == 3 ? Long.parseLong(sizes.get(2)) : stored(rows, columns, symmetry, where);
        return new MatrixMarketHeader(pattern, symmetry, rows, columns, entries, text.number());
    }

    /** The entries of an array that are stored: all, or those on and below the diagonal, or those below. */
    private static long stored(long rows, long columns, Symmetry symmetry, String where) {
        if (rows < 1 || columns < 1 || rows > Integer.MAX_VALUE || columns > Integer.MAX_VALUE) {
            throw new BadInputException(
                    where + ": an array of " + rows + " x " + columns + " cannot be read, only of 1 to "
                            + Integer.MAX_VALUE + " rows and columns; write its entries as 'coordinate'");
        }
        return switch (symmetry) {
            case GENERAL -> rows * columns;
            case SYMMETRIC -> rows * (rows + 1) / 2;
            case SKEW_SYMMETRIC -> rows * (rows - 1) / 2;
        };
    }

    private static void expect(String name, String word, List<String> known, String wayOut) {
        if (!known.contains(word)) {
            throw new BadInputException(name + ": line 1: '" + word + "' matrices cannot be read, only "
                    + String.join(", ", known) + "; " + wayOut);
        }
    }

    private static List<String> words(String line) {
        return List.of(line.strip().split("\\s+"));
    }

    /** Reads the header of one file. */
    interface Reader {
        MatrixMarketHeader read(TextHead text, String name) throws IOException;
    }

    /** What the third word of the banner must be, what to do if it is the other, and which fields only this kind has. */
    private record Kind(String word, String wayOut, List<String> fields) {}
}
