package org.certifact.datasets;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;

/** What a table holds, found by one pass over it: how many rows each partition and each file has, what is missing and what is wrong. */
final class TableSurvey {
    private static final int NAMED = 10;

    private final List<RowTally> byPartition;
    private final Places places;
    private final TableColumns columns;

    private TableSurvey(List<RowTally> byPartition, Places places, TableColumns columns) {
        this.byPartition = byPartition;
        this.places = places;
        this.columns = columns;
    }

    /** Parses the input. */
    static TableSurvey of(JavaRDD<Parsed> parsed, Places places, TableColumns columns) {
        List<RowTally> tallies = parsed.mapPartitionsWithIndex(
                        (partition, records) ->
                                Stream.of(RowTally.of(partition, records)).iterator(),
                        true)
                .setName("survey of " + places.title())
                .collect();
        return new TableSurvey(tallies, places, columns);
    }

    /**
     * The table of these rows.
     *
     * @throws BadInputException if there is a bad record, no row, or a name that two rows have
     */
    DenseTable table(JavaRDD<DenseRow> rows) {
        check();
        if (columns.namesRows()) {
            RowNameCheck.check(rows, places);
        }
        return new DenseTable(
                rows.setName("rows of " + places.title()), rows(), columns.ids(), places, missing(), Optional.empty());
    }

    /** @throws BadInputException if there is a bad record, or no row */
    void check() {
        long count =
                byPartition.stream().mapToLong(tally -> tally.records().bad()).sum();
        List<String> first = byPartition.stream()
                .flatMap(tally -> tally.records().firstBad().stream())
                .sorted(Comparator.comparingLong(BadRecord::source))
                .limit(NAMED)
                .map(places::describe)
                .toList();
        BadRecords bad = new BadRecords(count, first);
        if (count > 0) {
            throw new BadInputException(first.get(0) + bad.others(places.units()));
        }
        if (rows() == 0) {
            throw new BadInputException(places.title() + ": no rows");
        }
    }

    /** The number of rows in a file. */
    long rows(int file) {
        return byPartition.stream()
                .mapToLong(tally -> tally.records().records(file))
                .sum();
    }

    /** The number of rows in all files. */
    long rows() {
        return byPartition.stream()
                .mapToLong(tally -> tally.records().entries())
                .sum();
    }

    private MissingCells missing() {
        long count = byPartition.stream().mapToLong(RowTally::missing).sum();
        return byPartition.stream()
                .min(Comparator.comparingLong(RowTally::firstMissing))
                .filter(tally -> count > 0)
                .map(tally -> new MissingCells(
                        count,
                        places.where(tally.firstMissing()) + ", " + columns.describe(tally.firstMissingColumn())))
                .orElse(MissingCells.NONE);
    }

    /** The number of rows in the partitions before each. */
    long[] beforePartitions() {
        long[] counts = new long[byPartition.size()];
        byPartition.forEach(
                tally -> counts[tally.records().partition()] = tally.records().entries());
        return before(counts);
    }

    /** The number of rows in the files before each. */
    long[] beforeFiles(int files) {
        long[] counts = new long[files];
        Arrays.setAll(counts, this::rows);
        return before(counts);
    }

    /** The rows whose ids are their numbers, where partitions follow one another as in the input. */
    JavaRDD<DenseRow> numbered(JavaRDD<Parsed> parsed) {
        long[] before = beforePartitions();
        return parsed.mapPartitionsWithIndex((index, part) -> new NumberedRows(part, before[index]), true);
    }

    private static long[] before(long[] counts) {
        long[] before = new long[counts.length];
        for (int i = 1; i < counts.length; i++) {
            before[i] = before[i - 1] + counts[i - 1];
        }
        return before;
    }
}
