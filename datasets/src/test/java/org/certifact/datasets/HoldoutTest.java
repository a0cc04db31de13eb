package org.certifact.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HoldoutTest {
    private static final String WAY_OUT =
            "; give none, a fraction such as 0.1, every:N, or file:PATH for entries in a file of their own";

    @Test
    void noneHoldsOutNothing() {
        assertThat(held(Holdout.parse(" none "), 1)).isEmpty();
        assertThat(Holdout.parse("none").path()).isEmpty();
    }

    @Test
    void everyCountsLines() {
        assertThat(held(Holdout.parse("every:4000"), 1)).containsExactly(4000, 8000);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.1, 0.5})
    void aFractionIsChosenByRowColumnAndSeedOnly(double fraction) {
        Holdout holdout = Holdout.parse(Double.toString(fraction));
        List<Integer> held = held(holdout, 1);
        assertThat(held.size() / 10_000.0).isCloseTo(fraction, within(0.02));
        assertThat(held(holdout, 1)).isEqualTo(held);
        assertThat(held(holdout, 2)).isNotEqualTo(held);
        Entry moved = new Entry("1", "2", 9, 9, Source.encode(3, 3));
        assertThat(holdout.test(moved, 1)).isEqualTo(holdout.test(new Entry("1", "2", 1, 1, 1), 1));
    }

    @Test
    void theChoiceStaysTheSameInEveryVersion() {
        assertThat(EntryHash.uniform(1, "196", "242")).isEqualTo(0.05914732025045266);
        assertThat(EntryHash.uniform(1, "242", "196")).isNotEqualTo(EntryHash.uniform(1, "196", "242"));
        assertThat(EntryHash.uniform(1, "1", "11")).isNotEqualTo(EntryHash.uniform(1, "11", "1"));
    }

    @ParameterizedTest
    @CsvSource({
        "file:test.csv, test.csv",
        "file:/data/test.csv, file:/data/test.csv",
        "hdfs:///test.csv, hdfs:///test.csv",
        "u1.test, u1.test",
    })
    void anyOtherTextIsAFile(String spec, String path) {
        assertThat(Holdout.parse(spec).path()).contains(path);
        assertThat(held(Holdout.parse(spec), 1)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.5 | holdout '1.5' is not between 0 and 1",
                "0 | holdout '0' is not between 0 and 1",
                "-0.1 | holdout '-0.1' is not between 0 and 1",
                "NaN | holdout 'NaN' is not finite",
                "every:1 | holdout 'every:1' would leave nothing to fit: N must be at least 2",
                "every:x | holdout 'every:x' has no whole number after 'every:'",
                "file: | holdout 'file:' names no file",
                "'' | holdout '' is empty",
            })
    void nonsenseIsRefused(String spec, String message) {
        assertThatThrownBy(() -> Holdout.parse(spec))
                .isInstanceOf(BadInputException.class)
                .hasMessage(message + WAY_OUT);
    }

    /** The line numbers held out of 10,000 entries of 100 rows and columns. */
    private static List<Integer> held(Holdout holdout, long seed) {
        return IntStream.rangeClosed(1, 10_000)
                .filter(i -> holdout.test(new Entry("" + i / 100, "" + i % 100, 0, 1, Source.encode(0, i)), seed))
                .boxed()
                .toList();
    }
}
