package org.certifact.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.certifact.datasets.Entry;
import org.certifact.datasets.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DuplicatesTest {

    /** Three entries of ("a", "x") and one of ("b", "x"), the last line first. */
    private static final List<Entry> THRICE = List.of(
            new Entry("a", "x", 7, 3, Source.encode(1, 1)),
            new Entry("b", "x", 5, 2, Source.encode(0, 2)),
            new Entry("a", "x", 4, 1, Source.encode(0, 9)),
            new Entry("a", "x", 1, 2, Source.encode(0, 1)));

    @ParameterizedTest
    @CsvSource({"SUM, 12, 2", "MEAN, 4.5, 2", "LAST, 7, 3"})
    void severalEntriesBecomeOne(Duplicates policy, double value, double weight) {
        List<Entry> entries = resolved(THRICE, policy);

        assertThat(entries).hasSize(2);
        Entry a = entries.stream().filter(e -> e.row().equals("a")).findFirst().orElseThrow();
        assertThat(a.value()).isEqualTo(value);
        assertThat(a.weight()).isEqualTo(weight);
    }

    @ParameterizedTest
    @EnumSource(Duplicates.class)
    void anEntryThatStandsAloneIsLeftAlone(Duplicates policy) {
        assertThat(resolved(THRICE, policy)).contains(THRICE.get(1));
    }

    @ParameterizedTest
    @EnumSource(Duplicates.class)
    void theResultDoesNotDependOnTheOrderOfArrival(Duplicates policy) {
        List<Entry> reversed = new ArrayList<>(THRICE);
        Collections.reverse(reversed);
        assertThat(resolved(reversed, policy)).containsExactlyInAnyOrderElementsOf(resolved(THRICE, policy));
    }

    @Test
    void theLastIsTheLastInTheInputNotTheLargest() {
        List<Entry> entries =
                List.of(new Entry("a", "x", 9, 1, Source.encode(0, 1)), new Entry("a", "x", 2, 1, Source.encode(0, 2)));
        assertThat(resolved(entries, Duplicates.LAST)).containsExactly(entries.get(1));
    }

    @Test
    void theFirstDuplicateNamesTheFirstTwoPlaces() {
        DuplicatePair pair = table(THRICE, 4, Duplicates.FAIL).firstDuplicate().orElseThrow();
        assertThat(pair.row()).isEqualTo("a");
        assertThat(pair.column()).isEqualTo("x");
        assertThat(pair.first()).isEqualTo(Source.encode(0, 1));
        assertThat(pair.second()).isEqualTo(Source.encode(0, 9));
    }

    @Test
    void ofManyDuplicatesTheOneThatRepeatsFirstInTheInputIsReported() {
        List<Entry> entries = new ArrayList<>();
        // pair k stands on lines k + 1 and 1000 - k: the pair that begins last repeats first
        IntStream.range(0, 200).forEach(k -> {
            entries.add(new Entry("r" + k, "c", k, 1, Source.encode(0, k + 1)));
            entries.add(new Entry("r" + k, "c", k, 1, Source.encode(0, 1000 - k)));
        });
        Collections.shuffle(entries, new Random(1));

        DuplicatePair pair = table(entries, 5, Duplicates.FAIL).firstDuplicate().orElseThrow();
        assertThat(pair.row()).isEqualTo("r199");
        assertThat(pair.second()).isEqualTo(Source.encode(0, 801));
    }

    @Test
    void placesThatNobodyKeepsStillSettleWhichIsTheLast() {
        EntryColumns entries = EntryColumns.of(PlacedData.entries(THRICE, 2));
        List<Entry> kept = EntryTable.withoutPlaces(entries, 3, 2, Duplicates.LAST).chunks().collect().stream()
                .flatMap(SortedChunk::read)
                .toList();
        assertThat(kept).containsExactlyInAnyOrder(new Entry("a", "x", 7, 3, 0), new Entry("b", "x", 5, 2, 0));
        DuplicatePair pair = EntryTable.withoutPlaces(entries, 3, 2, Duplicates.FAIL)
                .firstDuplicate()
                .orElseThrow();
        assertThat(pair.second()).isEqualTo(Source.encode(0, 9));
    }

    @ParameterizedTest
    @EnumSource(Duplicates.class)
    void manyEntriesOfFewCellsBecomeWhatTheyWouldOneByOne(Duplicates policy) {
        Random random = new Random(7);
        List<Entry> entries = new ArrayList<>();
        Map<String, List<Entry>> cells = new TreeMap<>();
        for (int k = 1; k <= 3000; k++) {
            Entry e = new Entry(
                    "r" + random.nextInt(9),
                    Integer.toString(random.nextInt(700)),
                    random.nextGaussian(),
                    1 + k % 3,
                    k);
            entries.add(e);
            cells.computeIfAbsent(e.row() + " " + e.column(), c -> new ArrayList<>())
                    .add(e);
        }
        Collections.shuffle(entries, random);

        Map<String, Entry> left =
                resolved(entries, policy).stream().collect(Collectors.toMap(e -> e.row() + " " + e.column(), e -> e));
        assertThat(left.keySet()).isEqualTo(cells.keySet());
        cells.forEach((cell, of) -> {
            Entry last = of.get(of.size() - 1);
            double weights = of.stream().mapToDouble(Entry::weight).sum();
            double value = switch (policy) {
                case FAIL, LAST -> last.value();
                case SUM -> of.stream().mapToDouble(Entry::value).sum();
                case MEAN ->
                    of.stream().mapToDouble(e -> e.weight() * e.value()).sum() / weights;
            };
            boolean one = policy == Duplicates.FAIL || policy == Duplicates.LAST;
            assertThat(left.get(cell).value()).isCloseTo(value, within(1e-12));
            assertThat(left.get(cell).weight()).isCloseTo(one ? last.weight() : weights / of.size(), within(1e-12));
            assertThat(left.get(cell).source()).isEqualTo(last.source());
        });
    }

    @Test
    void differentEntriesAreNoDuplicates() {
        List<Entry> entries = List.of(
                new Entry("1", "2", 1, 1, 1),
                new Entry("2", "1", 1, 1, 2),
                new Entry("01", "2", 1, 1, 3),
                new Entry("1", "02", 1, 1, 4));
        assertThat(table(entries, 2, Duplicates.FAIL).firstDuplicate()).isEmpty();
        assertThat(resolved(entries, Duplicates.FAIL)).hasSize(4);
    }

    private static EntryTable table(List<Entry> entries, int partitions, Duplicates policy) {
        return EntryTable.of(PlacedData.entries(entries, partitions), 3, 2, policy);
    }

    private static List<Entry> resolved(List<Entry> entries, Duplicates policy) {
        return table(entries, 4, policy).chunks().collect().stream()
                .flatMap(SortedChunk::read)
                .toList();
    }
}
