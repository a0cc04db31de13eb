package org.certifact.datasets;

import java.util.List;

/** The bad records met so far: how many, and the first few in file order. */
public final class BadRecords {
    private final long count;
    private final List<String> first;

    BadRecords(long count, List<String> first) {
        this.count = count;
        this.first = List.copyOf(first);
    }

    /** How many there are; each record counts once, however often Spark evaluates it. */
    public long count() {
        return count;
    }

    /** The first of them, each as {@code ratings.csv: line 1042: value 'x' is not a number}. */
    public List<String> first() {
        return first;
    }

    /** How many there are and the next of them, for a message that begins with the first; nothing if that is all. */
    String others(String units) {
        if (count == 1) {
            return "";
        }
        StringBuilder text = new StringBuilder("\n" + count + " " + units + " are bad; the next:");
        first.stream().skip(1).forEach(line -> text.append("\n  ").append(line));
        return text.toString();
    }
}
