package org.certifact.datasets;

import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Parses libsvm (svmlight) text: a label, which is ignored, then pairs {@code index:value} with indices that ascend from 1. The row id is
 * the line's number, running on from file to file; the column id is the index. A text after # is a comment.
 */
final class LibsvmParser implements LineParser {
    private static final String NUMBER = "[-+0-9.eE]+";
    private static final Pattern LINE =
            Pattern.compile("\\s*" + NUMBER + "(\\s+qid:[0-9]+)?(\\s+[0-9]+:" + NUMBER + ")+\\s*(#.*)?");
    private static final String QUERY = "qid:";

    private final long[] before;

    /** @param before the number of lines in the files before each */
    LibsvmParser(long[] before) {
        this.before = before;
    }

    /** Whether a text begins with a line that only libsvm would write. */
    static boolean isLibsvm(String head) {
        String first = head.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        // where the head ends within the line, its last pair may be cut
        boolean whole = head.stripLeading().length() > first.strip().length();
        int end = whole ? first.length() : Math.max(first.lastIndexOf(' '), first.lastIndexOf('\t'));
        return LINE.matcher(end < 0 ? "" : first.substring(0, end)).matches()
                || LINE.matcher(first).matches();
    }

    @Override
    public void parse(Line line, Consumer<? super Parsed> records) throws Rejection {
        int comment = line.text().indexOf('#');
        StringTokenizer words =
                new StringTokenizer(comment < 0 ? line.text() : line.text().substring(0, comment));
        String row = Long.toString(before[Source.file(line.source())] + Source.number(line.source()));
        List<Entry> entries = new ArrayList<>();
        boolean labelled = false;
        long last = 0;
        while (words.hasMoreTokens()) {
            String word = words.nextToken();
            if ((!labelled && word.indexOf(':') < 0) || word.startsWith(QUERY)) {
                labelled = true;
                continue;
            }
            labelled = true;
            int colon = word.indexOf(':');
            if (colon < 0) {
                throw new Rejection("'" + Fields.shown(word) + "' must be a pair index:value");
            }
            long index = index(word.substring(0, colon), last);
            entries.add(
                    new Entry(row, Long.toString(index), Fields.value(word.substring(colon + 1)), 1, line.source()));
            last = index;
        }
        entries.forEach(records);
    }

    private static long index(String text, long last) throws Rejection {
        if (!ColumnPositions.isPosition(text) || text.length() > 18) {
            throw new Rejection("index '" + Fields.shown(text) + "' is not a whole number");
        }
        long index = Long.parseLong(text);
        if (index < 1) {
            throw new Rejection("index 0 is below 1, from which libsvm counts; add 1 to all indices");
        }
        if (index <= last) {
            throw new Rejection("index " + index + " stands after " + last + "; indices must ascend");
        }
        return index;
    }
}
