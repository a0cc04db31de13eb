package org.certifact.ml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundedHeapTest {
    /** Few different scores, so that there are ties. */
    @ParameterizedTest
    @CsvSource({"1, 1", "1, 50", "7, 50", "50, 50", "60, 50", "10, 5000"})
    void keepsWhatSortingWouldPutFirst(int most, int offered) {
        SplittableRandom random = new SplittableRandom(most);
        BoundedHeap heap = new BoundedHeap(most);
        for (int round = 0; round < 3; round++) {
            int[] scores = random.ints(offered, -40, 40).toArray();
            IntStream.range(0, offered).forEach(k -> heap.offer(scores[k], k));
            if (offered >= most) {
                assertThat(heap.threshold())
                        .isEqualTo(IntStream.of(scores).sorted().toArray()[offered - most]);
            } else {
                assertThat(heap.threshold()).isEqualTo(Double.NEGATIVE_INFINITY);
            }
            int[] expected = IntStream.range(0, offered)
                    .boxed()
                    .sorted(Comparator.<Integer>comparingInt(k -> -scores[k]).thenComparing(k -> k))
                    .limit(most)
                    .mapToInt(Integer::intValue)
                    .toArray();
            assertThat(heap.drain()).containsExactly(expected);
        }
    }
}
