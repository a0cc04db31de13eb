package org.certifact.datasets;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/**
 * The header and the size line of a Matrix Market coordinate file (Boisvert, Pozo, Remington: The Matrix Market Exchange Formats, NISTIR
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

    /** @throws BadInputException if it is not the header of a real coordinate matrix */
    static MatrixMarketHeader read(TextHead text, String name) throws IOException {
        String banner = text.next();
        List<String> words = banner == null ? List.of() : words(banner.toLowerCase(Locale.ROOT));
        if (words.size() != 5 || !words.get(0).equals(BANNER.toLowerCase(Locale.ROOT))) {
            throw new BadInputException(
                    name + ": line 1 must be '%%MatrixMarket matrix coordinate <field> <symmetry>', is '"
                            + Fields.shown(banner == null ? "" : banner) + "'");
        }
        expect(name, words.get(1), List.of("matrix"), "write the entries as a matrix");
        expect(name, words.get(2), List.of("coordinate"), "write the entries as 'coordinate', one a line");
        expect(name, words.get(3), List.of("real", "double", "integer", "pattern"), "write real values");
        expect(name, words.get(4), List.of("general", "symmetric", "skew-symmetric"), "write it as 'general'");
        Symmetry symmetry =
                Symmetry.valueOf(words.get(4).toUpperCase(Locale.ROOT).replace('-', '_'));
        return size(text, name, words.get(3).equals("pattern"), symmetry);
    }

    private static MatrixMarketHeader size(TextHead text, String name, boolean pattern, Symmetry symmetry)
            throws IOException {
        String line = text.next();
        while (line != null && (line.isBlank() || line.startsWith("%"))) {
            line = text.next();
        }
        if (line == null) {
            throw new BadInputException(name + ": ends before the line 'rows columns entries': the file is cut short");
        }
        String where = name + ": line " + text.number();
        List<String> sizes = words(line);
        if (sizes.size() != 3 || !sizes.stream().allMatch(size -> size.matches("[0-9]{1,18}"))) {
            throw new BadInputException(where + " must be 'rows columns entries', is '" + Fields.shown(line) + "'");
        }
        long rows = Long.parseLong(sizes.get(0));
        long columns = Long.parseLong(sizes.get(1));
        if (symmetry != Symmetry.GENERAL && rows != columns) {
            throw new BadInputException(
                    where + ": a symmetric matrix must be square, this one is " + rows + " x " + columns);
        }
        return new MatrixMarketHeader(pattern, symmetry, rows, columns, Long.parseLong(sizes.get(2)), text.number());
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
}
