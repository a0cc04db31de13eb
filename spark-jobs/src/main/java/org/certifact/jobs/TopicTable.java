package org.certifact.jobs;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/** The top terms of each column of a factor whose rows are terms: by falling weight, ties by number and by id, see {@link Topic}. */
final class TopicTable {
    private TopicTable() {}

    /**
     * Writes tab-separated values under the header topic, weight, term1, term2, …: a topic is named by the number of its column, from 1, and
     * cells are empty where it has fewer terms above 0. Leaves the writer open.
     *
     * @param factor terms x rank, row by row. Not modified
     * @param weight of each column. Not modified
     * @param top terms of each topic
     */
    static void write(Writer out, String[] termIds, double[] factor, int rank, double[] weight, int top)
            throws IOException {
        List<Topic> topics = Topic.of(termIds, factor, rank, weight, top);
        StringBuilder header = new StringBuilder("topic\tweight");
        for (int term = 1; term <= top; term++) {
            header.append("\tterm").append(term);
        }
        out.append(header).append('\n');
        for (Topic topic : topics) {
            out.append(Integer.toString(topic.number())).append('\t').append(Double.toString(topic.weight()));
            for (int term = 0; term < top; term++) {
                out.append('\t')
                        .append(term < topic.terms().size() ? cell(topic.terms().get(term)) : "");
            }
            out.append('\n');
        }
    }

    /** The same for people: {@code topic 3    0.1234  war, peace, army}. */
    static List<String> lines(String[] termIds, double[] factor, int rank, double[] weight, int top) {
        int digits = Integer.toString(rank).length();
        return Topic.of(termIds, factor, rank, weight, top).stream()
                .map(topic -> String.format(
                        Locale.ROOT,
                        "topic %-" + digits + "d  %10.4g  %s",
                        topic.number(),
                        topic.weight(),
                        String.join(
                                ", ",
                                topic.terms().stream().map(TopicTable::cell).toList())))
                .toList();
    }

    private static String cell(String id) {
        return id.replaceAll("[\t\r\n]", " ");
    }
}
