package org.certifact.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdRanksTest {
    private static final String[] NAMES = {
        "10", "9", "-3", "007", "7", "0", "-0", "é", "a", "", "9223372036854775807", "9223372036854775808", "A", " 1"
    };

    @Test
    void ranksAreThePlacesInTheOrderOfIds() {
        IdRanks ranks = IdRanks.of(NAMES);
        assertThat(ranks.sorted(NAMES))
                .isEqualTo(Stream.of(NAMES).sorted(IdOrder.BY_VALUE).toArray());
        assertThat(ranks.start()).containsExactly(0, NAMES.length);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 500})
    void blocksFollowOneAnother(int blocks) {
        Random random = new Random(blocks);
        String[] ids = Stream.concat(
                        Stream.of(NAMES),
                        IntStream.range(0, 300)
                                .mapToObj(i -> random.nextBoolean() ? "x" + i : Long.toString(random.nextLong())))
                .toArray(String[]::new);
        IdRanks ranks = IdRanks.of(ids, blocks);
        String[] sorted = ranks.sorted(ids);
        assertThat(sorted)
                .isEqualTo(Stream.of(ids)
                        .sorted(Comparator.<String>comparingInt(id -> IdOrder.block(id, blocks))
                                .thenComparing(IdOrder.BY_VALUE))
                        .toArray());
        for (int q = 0; q < blocks; q++) {
            int block = q;
            assertThat(Arrays.copyOfRange(sorted, ranks.start()[q], ranks.start()[q + 1]))
                    .allMatch(id -> IdOrder.block(id, blocks) == block);
        }
        assertThat(ranks.start()[blocks]).isEqualTo(ids.length);
    }

    @Test
    void nothingHasNoRanks() {
        assertThat(IdRanks.of(new String[0], 3).ranks()).isEmpty();
        assertThat(IdRanks.of(new String[0], 3).start()).containsExactly(0, 0, 0, 0);
    }
}
