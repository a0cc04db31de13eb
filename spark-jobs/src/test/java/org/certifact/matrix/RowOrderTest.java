package org.certifact.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowOrderTest {

    /** Rows of few and of many of the columns, which are sorted in two ways. */
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "64, 64", "65, 40", "500, 3", "5000, 2", "5000, 90", "100000, 300"})
    void theTargetSortsARow(int columns, int size) {
        RowOrder order = new RowOrder(columns);
        Random random = new Random(columns);
        for (int trial = 0; trial < 20; trial++) {
            int[] row = distinct(columns, size, random);
            int[] padded = new int[size + 5];
            System.arraycopy(row, 0, padded, 3, size);
            RowOrder.Found found = order.of(padded, 3, 3 + size);
            int[] sorted = IntStream.of(row).sorted().toArray();
            if (found == RowOrder.Found.ASCENDING) {
                assertThat(row).isEqualTo(sorted);
            } else {
                assertThat(found).isEqualTo(RowOrder.Found.UNSORTED);
                int[] moved = new int[size];
                for (int k = 0; k < size; k++) {
                    moved[order.target()[k]] = row[k];
                }
                assertThat(moved).isEqualTo(sorted);
            }
        }
    }

    @Test
    void aColumnThatOccursTwiceIsFoundWhateverTheWay() {
        assertThat(new RowOrder(3).of(new int[] {0, 2, 2}, 0, 3)).isEqualTo(RowOrder.Found.REPEATED);
        assertThat(new RowOrder(3).of(new int[] {2, 0, 2}, 0, 3)).isEqualTo(RowOrder.Found.REPEATED);
        assertThat(new RowOrder(100_000).of(new int[] {99_999, 0, 99_999}, 0, 3))
                .isEqualTo(RowOrder.Found.REPEATED);
    }

    @Test
    void oneRowLeavesNothingBehindForTheNext() {
        RowOrder order = new RowOrder(10);
        assertThat(order.of(new int[] {5, 5}, 0, 2)).isEqualTo(RowOrder.Found.REPEATED);
        assertThat(order.of(new int[] {5, 3}, 0, 2)).isEqualTo(RowOrder.Found.UNSORTED);
        assertThat(order.target()).startsWith(1, 0);
        assertThat(order.of(new int[0], 0, 0)).isEqualTo(RowOrder.Found.ASCENDING);
    }

    @Test
    void equalColumnsStandInTheOrderOfTheirPlaces() {
        int[] column = {9, 7, 2, 7, 7, 2};
        long[] source = {1, 30, 40, 10, 20, 5};
        assertThat(new RowOrder(100_000).stable(column, source, 0, 6)).startsWith(5, 4, 1, 2, 3, 0);
    }

    private static int[] distinct(int columns, int size, Random random) {
        if (size * 2 < columns) {
            return random.ints(0, columns).distinct().limit(size).toArray();
        }
        List<Integer> all = new ArrayList<>(IntStream.range(0, columns).boxed().toList());
        Collections.shuffle(all, random);
        return all.stream().limit(size).mapToInt(i -> i).toArray();
    }
}
