package org.certifact.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RatingsGeneratorTest {
    private static final PlantedRatings SPEC = PlantedRatings.of(3000, 1000, 60_000);

    @Test
    void partitionsDoNotMatter() {
        PlantedRatings small = PlantedRatings.of(200, 50, 2000);
        List<Entry> one = generate(small, 1);
        assertThat(generate(small, 3)).isEqualTo(one);
        assertThat(generate(small, 300)).isEqualTo(one);
        assertThat(generate(small.withSeed(2), 1)).isNotEqualTo(one);
    }

    @ParameterizedTest
    @CsvSource({"3000,1000,60000", "7,5,35", "7,5,34", "7,5,7", "100,10,900", "10,1000,5500", "1000,10,1003"})
    void thereAreExactlyAsManyEntriesAsAskedNoneTwiceAndNoRowIsEmpty(int rows, int columns, long entries) {
        List<Entry> made = generate(PlantedRatings.of(rows, columns, entries), 4);
        assertThat(made).hasSize((int) entries);
        assertThat(made.stream().map(e -> e.row() + "," + e.column()).distinct().count())
                .isEqualTo(entries);
        assertThat(made.stream().map(Entry::source).distinct().count()).isEqualTo(entries);
        assertThat(counts(made, Entry::row)).hasSize(rows);
        assertThat(made).allSatisfy(e -> {
            assertThat(Integer.parseInt(e.row())).isBetween(1, rows);
            assertThat(Integer.parseInt(e.column())).isBetween(1, columns);
        });
    }

    @ParameterizedTest
    @CsvSource({"0.5,0.6", "0.9,1.1"})
    void countsFollowThePowerLaws(double ofRows, double ofColumns) {
        List<Entry> made = generate(SPEC.withExponents(ofRows, ofColumns), 2);
        assertThat(slope(counts(made, Entry::row), 100, 1500)).isCloseTo(-ofRows, within(0.2));
        assertThat(slope(counts(made, Entry::column), 60, 600)).isCloseTo(-ofColumns, within(0.2));
        assertThat(counts(made, Entry::row).get(0)).isBetween(100L, 500L);
        assertThat(counts(made, Entry::column).get(0)).isBetween(300L, 1600L);
    }

    @Test
    void busyRowsAndPopularColumnsAreAnywhere() {
        Map<String, Long> byRow =
                generate(SPEC, 2).stream().collect(Collectors.groupingBy(Entry::row, Collectors.counting()));
        double firstHalf = byRow.entrySet().stream()
                .filter(row -> Integer.parseInt(row.getKey()) <= 1500)
                .mapToLong(Map.Entry::getValue)
                .sum();
        assertThat(firstHalf / SPEC.entries()).isCloseTo(0.5, within(0.05));
    }

    @Test
    void columnsOfAllAreInEveryRow() {
        List<Entry> made = generate(SPEC.withColumnsOfAll(2), 2);
        assertThat(made).hasSize(60_000);
        assertThat(counts(made, Entry::column).subList(0, 2)).containsExactly(3000L, 3000L);
        assertThat(counts(made, Entry::column).get(2)).isLessThan(2500L);
    }

    @Test
    void valuesHaveTheMomentsOfWhatIsPlanted() {
        List<Entry> made = generate(SPEC.withExponents(0, 0), 2);
        double mean = made.stream().mapToDouble(Entry::value).average().orElseThrow();
        double variance = made.stream()
                .mapToDouble(e -> Math.pow(e.value() - mean, 2))
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(3.5, within(0.1));
        assertThat(variance).isCloseTo(0.16 + 0.25 + 0.36 + 0.25, within(0.1));

        Map<String, Double> noisy = byCell(made);
        Map<String, Double> noiseless = byCell(generate(SPEC.withExponents(0, 0).withNoise(0), 2));
        double noise = noisy.entrySet().stream()
                .mapToDouble(cell -> Math.pow(cell.getValue() - noiseless.get(cell.getKey()), 2))
                .average()
                .orElseThrow();
        assertThat(noise).isCloseTo(0.25, within(0.02));
    }

    @Test
    void halfStarsAreHalfStars() {
        assertThat(generate(SPEC.withScale(RatingScale.HALF_STARS), 2))
                .allSatisfy(e -> assertThat(e.value()).isBetween(0.5, 5.0))
                .allSatisfy(e -> assertThat(2 * e.value() % 1).isZero());
    }

    @Test
    void aSetOfThemIsJudgedLikeAnyOther() {
        EntrySet set = RatingsGenerator.generate(SharedSpark.CONTEXT, PlantedRatings.of(20, 10, 50), 2);
        assertThat(set.entries().count()).isEqualTo(50);
        set.check();
        assertThat(set.bad().count()).isZero();
        assertThat(set.where(Source.encode(0, 7))).isEqualTo("generated ratings: record 7");
    }

    @ParameterizedTest
    @ValueSource(longs = {19, 201})
    void tooFewAndTooManyEntriesAreRefused(long entries) {
        assertThatThrownBy(() -> PlantedRatings.of(20, 10, entries))
                .isInstanceOf(BadInputException.class)
                .hasMessage("--entries " + entries + ": 20 x 10 cells hold between 20 and 200, one a row at least");
    }

    @Test
    void nonsenseIsRefused() {
        PlantedRatings good = PlantedRatings.of(20, 10, 50);
        assertRefused(() -> PlantedRatings.of(1, 10, 5), "--rows 1: must be at least 2");
        assertRefused(() -> PlantedRatings.of(20, 1, 20), "--columns 1: must be at least 2");
        assertRefused(() -> good.withRank(11), "--rank 11: must be between 0 and the shorter side, 10");
        assertRefused(() -> good.withNoise(-1), "--noise -1.0: must be at least 0");
        assertRefused(() -> good.withNoise(Double.NaN), "--noise NaN: must be at least 0");
        assertRefused(() -> good.withExponents(4, 1), "--row-exponent 4.0: must be in [0,3.0]");
        assertRefused(() -> good.withExponents(1, -1), "--column-exponent -1.0: must be in [0,3.0]");
        assertRefused(
                () -> good.withColumnsOfAll(11),
                "--columns-of-all 11: must be between 0 and the number of columns, 10");
        assertRefused(
                () -> good.withColumnsOfAll(3),
                "--entries 50: 20 x 10 cells hold between 60 and 200 with 3 columns of all rows");
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable made, String message) {
        assertThatThrownBy(made).isInstanceOf(BadInputException.class).hasMessage(message);
    }

    private static List<Entry> generate(PlantedRatings spec, int partitions) {
        return RatingsGenerator.generate(SharedSpark.CONTEXT, spec, partitions)
                .entries()
                .collect();
    }

    private static Map<String, Double> byCell(List<Entry> entries) {
        return entries.stream().collect(Collectors.toMap(e -> e.row() + "," + e.column(), Entry::value));
    }

    /** Entries of each row or column, the largest number first. */
    private static List<Long> counts(List<Entry> entries, Function<Entry, String> id) {
        return entries.stream().collect(Collectors.groupingBy(id, Collectors.counting())).values().stream()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** Of the logarithm of counts over the logarithm of places. */
    private static double slope(List<Long> counts, int from, int to) {
        return Math.log((double) counts.get(to) / counts.get(from)) / Math.log((double) to / from);
    }
}
