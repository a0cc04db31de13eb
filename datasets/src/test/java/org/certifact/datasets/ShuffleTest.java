package org.certifact.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShuffleTest {
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 64, 1000, 65_537})
    void everyNumberIsTheImageOfOne(int n) {
        Shuffle shuffle = new Shuffle(n, 7);
        assertThat(IntStream.range(0, n).map(shuffle::of).sorted().toArray())
                .isEqualTo(IntStream.range(0, n).toArray());
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 65_537})
    void orderAndKeyMatter(int n) {
        int[] one = IntStream.range(0, n).map(new Shuffle(n, 1)::of).toArray();
        int[] other = IntStream.range(0, n).map(new Shuffle(n, 2)::of).toArray();
        long still = IntStream.range(0, n).filter(i -> one[i] == i).count();
        long alike = IntStream.range(0, n).filter(i -> one[i] == other[i]).count();
        long rising = IntStream.range(1, n).filter(i -> one[i] > one[i - 1]).count();
        assertThat(still).isLessThan(10);
        assertThat(alike).isLessThan(10);
        assertThat(rising / (double) n).isBetween(0.45, 0.55);
    }
}
