package org.certifact.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TopicTableTest {
    private static final String[] TERMS = {"war", "peace", "tax\tcut", "army"};
    private static final double[] FACTOR = {
        0.1, 3, 0,
        0.1, 1, 0,
        0.5, 0, 0,
        0.1, 2, 1e-9,
    };

    @Test
    void topicsComeByWeightAndTermsByValueThenById() throws IOException {
        assertThat(table(new double[] {1, 2.5, 1}, 3)).isEqualTo("""
                        topic\tweight\tterm1\tterm2\tterm3
                        2\t2.5\twar\tarmy\tpeace
                        1\t1.0\ttax cut\tarmy\tpeace
                        3\t1.0\tarmy\t\t
                        """);
    }

    @Test
    void moreTermsThanThereAre() throws IOException {
        assertThat(table(new double[] {3, 2, 1}, 5))
                .startsWith("topic\tweight\tterm1\tterm2\tterm3\tterm4\tterm5\n1\t3.0\ttax cut\tarmy\tpeace\twar\t\n");
    }

    @Test
    void withoutTopicsThereIsAHeader() throws IOException {
        StringWriter out = new StringWriter();
        TopicTable.write(out, TERMS, new double[0], 0, new double[0], 1);
        assertThat(out).hasToString("topic\tweight\tterm1\n");
    }

    @Test
    void linesForPeople() {
        assertThat(TopicTable.lines(TERMS, FACTOR, 3, new double[] {1, 1234.5678, 1}, 2))
                .containsExactly(
                        "topic 2        1235  war, army",
                        "topic 1       1.000  tax cut, army",
                        "topic 3       1.000  army");
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> table(new double[2], 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("12 values and 2 weights are not those of 4 terms and 3 topics");
        assertThatThrownBy(() -> table(new double[3], 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the top 0 terms of each topic: at least 1 is needed");
    }

    private static String table(double[] weight, int top) throws IOException {
        StringWriter out = new StringWriter();
        TopicTable.write(out, TERMS, FACTOR, 3, weight, top);
        return out.toString();
    }
}
