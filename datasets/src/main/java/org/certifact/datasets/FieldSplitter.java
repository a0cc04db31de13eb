package org.certifact.datasets;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;

/**
 * Splits a line into its fields. Fields may be quoted with {@code "}, a doubled quote standing for one. Blanks around a field are no part
 * of it unless quoted. Not thread-safe: one instance a partition.
 */
final class FieldSplitter {
    /** The separator that stands for any run of blanks and tabs. */
    static final String BLANKS = " ";

    private static final int MAX_FIELDS = 65_536;
    private static final String SENTINEL = ".";

    private final String separator;
    private final CsvParser parser;

    FieldSplitter(String separator) {
        this.separator = separator;
        CsvParserSettings settings = new CsvParserSettings();
        settings.getFormat().setDelimiter(separator);
        settings.getFormat().setLineSeparator("\n");
        settings.getFormat().setComment('\0');
        settings.setMaxCharsPerColumn(-1);
        settings.setMaxColumns(MAX_FIELDS);
        settings.setNullValue("");
        settings.setEmptyValue("");
        this.parser = new CsvParser(settings);
    }

    /** The fields of a line that is not blank. */
    String[] split(String line) throws Rejection {
        String text = separator.equals(BLANKS) ? singleBlanks(line) : line;
        try {
            return text.indexOf('"') < 0 ? parser.parseLine(text) : splitQuoted(text);
        } catch (TextParsingException e) {
            throw new Rejection("cannot be split into fields: more than " + MAX_FIELDS + " of them");
        }
    }

    /** A quote left open swallows the rest of the line, and with it a last field that is put there to see this. */
    private String[] splitQuoted(String text) throws Rejection {
        String[] fields = parser.parseLine(text + separator + SENTINEL);
        int last = fields.length - 1;
        if (!fields[last].equals(SENTINEL)) {
            throw new Rejection("a quote is left open");
        }
        String[] own = new String[last];
        System.arraycopy(fields, 0, own, 0, last);
        return own;
    }

    /** The line with every run of blanks and tabs outside quotes made one blank, and none at its ends. */
    private static String singleBlanks(String line) {
        StringBuilder text = new StringBuilder(line.length());
        boolean quoted = false;
        for (char c : line.strip().toCharArray()) {
            quoted ^= c == '"';
            boolean blank = !quoted && (c == ' ' || c == '\t');
            if (!blank) {
                text.append(c);
            } else if (text.charAt(text.length() - 1) != ' ') {
                text.append(' ');
            }
        }
        return text.toString();
    }
}
