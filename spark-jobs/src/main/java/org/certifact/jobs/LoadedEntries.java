package org.certifact.jobs;

import java.util.function.LongFunction;
import org.apache.spark.api.java.JavaSparkContext;
import org.certifact.datasets.BadInputException;
import org.certifact.datasets.BuiltInData;
import org.certifact.datasets.EntryReader;
import org.certifact.datasets.EntrySet;
import org.certifact.matrix.BlockMatrix;
import org.certifact.matrix.EntryTable;
import org.certifact.matrix.Totals;

/**
 * Entries read and judged: whatever is wrong with the input has been said when this exists.
 *
 * @param table the entries in blocks
 * @param source where they came from
 * @param entries their number
 */
record LoadedEntries(EntryTable table, EntrySet source, long entries, String title) {
    /** Fourth powers of such values are still in range. */
    private static final double LARGEST = 1e140;

    /** The built-in data are so few that a task more costs more than it saves. */
    static LoadedEntries of(JavaSparkContext spark, InputSpec spec) {
        EntrySet source = source(spark, spec);
        return of(source, spec, spec.title(), spec.paths().isEmpty() ? 1 : blocks(spark, source));
    }

    /** The entries, not read yet. */
    static EntrySet source(JavaSparkContext spark, InputSpec spec) {
        return spec.paths().isEmpty()
                ? BuiltInData.senate109(spark)
                : EntryReader.read(spark, spec.paths(), spec.options());
    }

    /** Entries from anywhere, in as many blocks as the cluster has cores. @param spec their blocks, if given, and duplicates */
    static LoadedEntries of(JavaSparkContext spark, EntrySet source, InputSpec spec, String title) {
        return of(source, spec, title, blocks(spark, source));
    }

    private static LoadedEntries of(EntrySet source, InputSpec spec, String title, int natural) {
        EntryTable table = EntryTable.of(
                source.entries(),
                spec.rowBlocks() == null ? natural : spec.rowBlocks(),
                spec.columnBlocks() == null ? natural : spec.columnBlocks(),
                spec.duplicates());
        long entries = table.load();
        source.check();
        requireDistinct(table, source::where);
        return new LoadedEntries(table, source, entries, title);
    }

    private static int blocks(JavaSparkContext spark, EntrySet source) {
        return Math.max(spark.defaultParallelism(), source.entries().getNumPartitions());
    }

    /** Refuses duplicates where the policy is to fail. @param where the place of an entry, by its source */
    static void requireDistinct(EntryTable table, LongFunction<String> where) {
        table.firstDuplicate().ifPresent(pair -> {
            throw new BadInputException(where.apply(pair.second()) + ": row '" + pair.row() + "', column '"
                    + pair.column() + "' was seen before, at " + where.apply(pair.first())
                    + "; run with --duplicates sum, mean or last to combine such entries");
        });
    }

    /** Refuses what cannot be factorized. */
    void requireMatrix(BlockMatrix matrix) {
        int rows = matrix.byRows().rows();
        int columns = matrix.byColumns().rows();
        if (rows < 2 || columns < 2) {
            throw new BadInputException(title + ": " + rows + (rows == 1 ? " row" : " rows") + " and " + columns
                    + (columns == 1 ? " column" : " columns")
                    + "; at least two of each are needed: check --columns, which names row id, column id and value");
        }
        requireScale(title, matrix.totals());
    }

    /** Refuses values whose squares leave, or nearly leave, the range of a double. */
    static void requireScale(String title, Totals totals) {
        double squares = totals.weightedSquare();
        if (!(squares <= LARGEST) || (squares < 1 / LARGEST && (squares > 0 || totals.weightedValue() != 0))) {
            throw new BadInputException(
                    title + ": the sum of the squared values is " + squares + ", outside " + 1 / LARGEST + " to "
                            + LARGEST + ", where products of them are no numbers any more: scale the values");
        }
    }
}
