package org.certifact.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.certifact.datasets.Inputs.read;
import static org.certifact.datasets.Inputs.write;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.hadoop.mapreduce.lib.input.FileInputFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Line numbers over files that are read in many splits. */
class SplitTest {
    @TempDir
    Path directory;

    @BeforeEach
    void splitSmall() {
        SharedSpark.CONTEXT.hadoopConfiguration().setInt(FileInputFormat.SPLIT_MAXSIZE, 64);
    }

    @AfterEach
    void splitAsUsual() {
        SharedSpark.CONTEXT.hadoopConfiguration().unset(FileInputFormat.SPLIT_MAXSIZE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void everyLineKnowsItsNumber(String end) throws IOException {
        String first = write(directory, "1.csv", "row,column,value" + end + numbered(2, 150, end));
        String small = write(directory, "2.csv", numbered(1, 2, end));
        String last = write(directory, "3.csv", numbered(1, 77, end).stripTrailing());
        EntrySet set = read(first, small, last);
        List<Entry> entries = set.entries().collect();
        assertThat(set.entries().getNumPartitions()).isGreaterThan(20);
        assertThat(entries).hasSize(149 + 2 + 77);
        assertThat(entries).allMatch(entry -> Source.number(entry.source()) == entry.value());
        assertThat(entries.stream().map(entry -> Source.file(entry.source())).distinct())
                .containsExactly(0, 1, 2);
        assertThat(entries.stream().mapToLong(Entry::source).toArray()).isSorted();
    }

    @Test
    void aFileOfSomeMegabytesIsReadByEveryCoreWithoutBeingAsked() throws IOException {
        splitAsUsual();
        EntrySet large = read(write(directory, "large.csv", numbered(1, 800_000, "\n")));
        assertThat(large.entries().getNumPartitions()).isEqualTo(SharedSpark.CONTEXT.defaultParallelism());
        assertThat(large.entries()
                        .filter(e -> Source.number(e.source()) != e.value())
                        .count())
                .isZero();
        EntrySet small = read(write(directory, "small.csv", numbered(1, 1000, "\n")));
        assertThat(small.entries().getNumPartitions()).isEqualTo(1);
    }

    @Test
    void badLinesAreNamedInFileOrder() throws IOException {
        EntrySet set =
                read(write(directory, "a.csv", numbered(1, 99, "\n") + "x,y,z\n" + numbered(101, 140, "\n") + "v\n"));
        set.entries().count();
        assertThat(set.bad().first())
                .containsExactly(
                        "a.csv: line 100: value 'z' is not a number",
                        "a.csv: line 141: has 1 field, field 3 is needed");
    }

    @Test
    void matrixMarketEntriesAreCountedAcrossSplits() throws IOException {
        String banner = "%%MatrixMarket matrix coordinate real symmetric\n200 200 100\n";
        StringBuilder text = new StringBuilder(banner);
        IntStream.rangeClosed(1, 100)
                .forEach(i -> text.append(i + 100).append(' ').append(i).append(" 1\n"));
        EntrySet set = read(write(directory, "a.mtx", text.toString()));
        assertThat(set.entries().count()).isEqualTo(200);
        set.check();
    }

    /** Lines {@code r,cNUMBER,NUMBER}. */
    private static String numbered(int from, int to, String end) {
        StringBuilder text = new StringBuilder();
        for (int line = from; line <= to; line++) {
            text.append("r,c").append(line).append(',').append(line).append(end);
        }
        return text.toString();
    }
}
