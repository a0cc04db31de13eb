package org.certifact.datasets;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;

/**
 * What an input holds: its entries, lazily, and, once they have been evaluated, what was wrong with it. Nothing is dropped silently: after
 * an evaluation of {@link #entries()}, call {@link #check()}.
 */
public final class EntrySet {
    private static final int NAMED = 10;

    private final JavaRDD<Parsed> parsed;
    private final JavaRDD<Entry> entries;
    private final ReadTally tally = new ReadTally();
    private final Places places;
    private final Map<Integer, Long> declared;
    private final BadRecordPolicy policy;

    /** @param declared the number of records each file says it has, by the file's index; empty where files do not say */
    EntrySet(JavaRDD<Parsed> parsed, Places places, Map<Integer, Long> declared, BadRecordPolicy policy) {
        this.parsed = parsed;
        this.places = places;
        this.declared = Map.copyOf(declared);
        this.policy = policy;
        // Without a name: Spark would write the value of a named one to its event log after every task
        parsed.context().register(tally);
        ReadTally shared = tally;
        this.entries = parsed.mapPartitionsWithIndex(
                        (index, records) -> new TalliedEntries(index, records, shared), true)
                .setName("entries of " + places.title());
    }

    /** The entries; evaluating them parses the input. Bad records are not among them but counted as they are met. */
    public JavaRDD<Entry> entries() {
        return entries;
    }

    /** The bad records met so far: all of them once {@link #entries()} has been evaluated, and without evaluating anything. */
    public BadRecords bad() {
        long count = tally.value().stream().mapToLong(PartitionTally::bad).sum();
        List<String> first = tally.value().stream()
                .flatMap(partition -> partition.firstBad().stream())
                .sorted(Comparator.comparingLong(BadRecord::source))
                .limit(NAMED)
                .map(places::describe)
                .toList();
        return new BadRecords(count, first);
    }

    /** Every bad record as {@code file: line N: reason: the line}, lazily; evaluating it parses the input once more. */
    public JavaRDD<String> badLines() {
        Places where = places;
        return parsed.filter(BadRecord.class::isInstance)
                .map(record -> where.describe((BadRecord) record) + ": " + ((BadRecord) record).text());
    }

    /** The place of an entry, as {@code u.data: line 1042} or {@code ratings.parquet: record 7}. */
    public String where(long source) {
        return places.where(source);
    }

    /**
     * Judges the input once {@link #entries()} has been evaluated.
     *
     * @throws BadInputException if a file holds fewer or more records than it declares, if there are bad records and they are not to be
     *     skipped, or if there is no entry at all
     * @throws IllegalStateException if the entries have not been evaluated to their end
     */
    public void check() {
        if (tally.value().size() < parsed.getNumPartitions()) {
            throw new IllegalStateException("only " + tally.value().size() + " of the " + parsed.getNumPartitions()
                    + " partitions of " + places.title() + " have been read; evaluate entries() first");
        }
        declared.keySet().stream().sorted().forEach(this::checkCount);
        BadRecords bad = bad();
        if (bad.count() > 0 && policy == BadRecordPolicy.FAIL) {
            throw new BadInputException(bad.first().get(0) + "; run with --bad-records skip to set such "
                    + places.units() + " aside" + bad.others(places.units()));
        }
        if (tally.value().stream().allMatch(partition -> partition.entries() == 0)) {
            throw new BadInputException(places.title() + ": no entries"
                    + (bad.count() == 0
                            ? ""
                            : "; all " + bad.count() + " " + places.units() + " are bad, the first: "
                                    + bad.first().get(0)));
        }
    }

    private void checkCount(int file) {
        long found = tally.value().stream()
                .mapToLong(partition -> partition.records(file))
                .sum();
        DeclaredCount.check(places.name(file), declared.get(file), found);
    }
}
