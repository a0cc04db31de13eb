package org.certifact.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.certifact.datasets.BadInputException;
import org.certifact.datasets.DenseRow;
import org.certifact.datasets.DenseTable;
import org.certifact.datasets.Entry;
import org.certifact.datasets.EntryReader;
import org.certifact.datasets.EntrySet;
import org.certifact.datasets.Holdout;
import org.certifact.datasets.ImageReader;
import org.certifact.datasets.ImageShape;
import org.certifact.datasets.TableReader;
import org.certifact.matrix.BlockMatrix;
import org.certifact.matrix.Coverage;
import org.certifact.matrix.DenseMatrix;
import org.certifact.matrix.EntryTable;
import org.certifact.matrix.HeldOut;
import org.certifact.matrix.Selection;
import org.certifact.ml.TermCounts;

/**
 * A matrix read and judged, in the storage that fits it: dense where every cell was given, sparse where most are zero or
 * unknown.
 *
 * @param data what is fitted
 * @param heldOut cells kept back
 * @param shape what a row pictures, where the input was images
 */
record LoadedMatrix(BlockMatrix data, Optional<HeldOut> heldOut, Optional<ImageShape> shape) {

    static LoadedMatrix of(SparkSession spark, MatrixSpec spec, GaugedSpec options) {
        DataKind kind =
                spec.kind() == DataKind.AUTO ? detect(spec, spark.sparkContext().hadoopConfiguration()) : spec.kind();
        LoadedMatrix loaded = switch (kind) {
            case TABLE -> table(spark, TableReader.read(spark, spec.paths(), spec.tableOptions()), spec, options);
            case IMAGES -> table(spark, ImageReader.read(spark, spec.paths(), spec.imageOptions()), spec, options);
            case ENTRIES, AUTO -> entries(spark, spec, options);
            case DOCUMENTS -> documents(spark, spec, options);
        };
        int rows = loaded.data.byRows().rows();
        int columns = loaded.data.byColumns().rows();
        if (rows < 2 || columns < 2) {
            throw new BadInputException(spec.title() + ": " + rows + " x " + columns
                    + "; at least two rows and two columns are needed: check --kind and --columns");
        }
        return loaded;
    }

    private static LoadedMatrix documents(SparkSession spark, MatrixSpec spec, GaugedSpec options) {
        TermCounts counts = TermCounts.read(spark, spec.paths(), spec.documentOptions());
        if (!counts.withoutTerms().isEmpty()) {
            throw new BadInputException(
                    counts.title() + ": " + counts.withoutTerms().size()
                            + " documents have none of the terms, the first: "
                            + counts.withoutTerms().get(0) + "; give more --terms, or leave such documents out");
        }
        return split(spark, scaled(counts.entries(), spec.scale()), spec, options);
    }

    private static JavaRDD<Entry> scaled(JavaRDD<Entry> entries, double scale) {
        return scale == 1
                ? entries
                : entries.map(e -> new Entry(e.row(), e.column(), scale * e.value(), e.weight(), e.source()));
    }

    /** By the name of the first file. */
    private static DataKind detect(MatrixSpec spec, Configuration hadoop) {
        try {
            Path path = new Path(spec.paths().get(0));
            FileSystem files = path.getFileSystem(hadoop);
            FileStatus[] found = files.globStatus(path);
            if (found == null || found.length == 0) {
                throw new BadInputException(spec.paths().get(0) + ": no such file");
            }
            Path first = found[0].getPath();
            if (found[0].isDirectory()) {
                var below = files.listFiles(first, true);
                first = below.hasNext() ? below.next().getPath() : first;
            }
            return DataKind.ofName(first.getName());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LoadedMatrix table(SparkSession spark, DenseTable read, MatrixSpec spec, GaugedSpec options) {
        boolean held = !(Holdout.parse(options.holdout()) instanceof Holdout.None);
        boolean unobserved = spec.missing() == MissingCellsPolicy.UNOBSERVED;
        if (read.missing().count() > 0 && spec.missing() == MissingCellsPolicy.ZERO) {
            throw new BadInputException(read.missing() + "; in a table --missing may be unobserved, not zero");
        }
        if (!unobserved) {
            read.checkComplete();
        }
        DenseTable table = spec.scale() == 1 ? read : read.scaled(spec.scale());
        if (held || unobserved) {
            requireCones(table.observed(), e -> table.where(e.source()), options);
            LoadedMatrix loaded =
                    split(spark, table.observed(), spec.withMissing(MissingCellsPolicy.UNOBSERVED), options);
            return new LoadedMatrix(loaded.data, loaded.heldOut, table.shape());
        }
        JavaRDD<DenseRow> rows = table.rows().persist(StorageLevel.MEMORY_AND_DISK());
        String[] columns = table.columnIds();
        if (options.rowsNonnegative() && options.columnsNonnegative()) {
            rows.filter(row -> firstNegative(row.values()) >= 0).take(1).forEach(row -> {
                int j = firstNegative(row.values());
                throw negative(table.where(row.source()), row.id(), columns[j], row.values()[j]);
            });
        }
        int blocks = blocks(spark, 8L * table.rowCount() * table.columnCount());
        BlockMatrix data = DenseMatrix.build(
                rows,
                columns,
                spec.rowBlocks() == null ? blocks : spec.rowBlocks(),
                spec.columnBlocks() == null ? blocks : spec.columnBlocks());
        rows.unpersist(false);
        return new LoadedMatrix(data, Optional.empty(), table.shape());
    }

    /** Enough blocks for all cores, none of more than 64 MB. */
    private static int blocks(SparkSession spark, long bytes) {
        return (int) Math.max(spark.sparkContext().defaultParallelism(), bytes >>> 26);
    }

    private static int firstNegative(double[] values) {
        for (int j = 0; j < values.length; j++) {
            if (values[j] < 0) {
                return j;
            }
        }
        return -1;
    }

    private static BadInputException negative(String where, String row, String column, double value) {
        return new BadInputException(where + ": row '" + row + "', column '" + column + "' is " + value
                + "; non-negative factors cannot come near negative values: shift or clip the data, or use dictionary");
    }

    private static LoadedMatrix entries(SparkSession spark, MatrixSpec spec, GaugedSpec options) {
        EntrySet source = EntryReader.read(spark, spec.paths(), spec.readOptions());
        JavaRDD<Entry> entries = scaled(source.entries(), spec.scale());
        LoadedMatrix loaded = split(spark, entries, spec, options);
        source.check();
        requireCones(entries, e -> source.where(e.source()), options);
        return loaded;
    }

    private interface Where {
        String of(Entry entry);
    }

    private static void requireCones(JavaRDD<Entry> entries, Where where, GaugedSpec options) {
        if (options.rowsNonnegative() && options.columnsNonnegative()) {
            entries.filter(e -> e.value() < 0).take(1).forEach(e -> {
                throw negative(where.of(e), e.row(), e.column(), e.value());
            });
        }
    }

    private static LoadedMatrix split(SparkSession spark, JavaRDD<Entry> entries, MatrixSpec spec, GaugedSpec options) {
        int natural = Math.max(spark.sparkContext().defaultParallelism(), entries.getNumPartitions());
        EntryTable table = EntryTable.of(
                entries,
                spec.rowBlocks() == null ? natural : spec.rowBlocks(),
                spec.columnBlocks() == null ? natural : spec.columnBlocks(),
                spec.duplicates());
        table.load();
        table.firstDuplicate().ifPresent(pair -> {
            throw new BadInputException(spec.title() + ": row '" + pair.row() + "', column '" + pair.column()
                    + "' occurs twice; run with --duplicates sum, mean or last to combine such entries");
        });
        Holdout holdout = Holdout.parse(options.holdout());
        long seed = options.seed();
        boolean held = !(holdout instanceof Holdout.None);
        if (!held && spec.missing() != MissingCellsPolicy.UNOBSERVED) {
            BlockMatrix all = BlockMatrix.build(table, Coverage.COMPLETE);
            table.unpersist();
            if (all.totals().weight() != all.totals().entries()) {
                throw new BadInputException(
                        spec.title()
                                + ": the entries have weights, which need --missing unobserved; or leave the weight out of --columns");
            }
            return new LoadedMatrix(all, Optional.empty(), Optional.empty());
        }
        Selection training = e -> !holdout.test(e, seed);
        BlockMatrix data = BlockMatrix.build(table, training, 0);
        Optional<HeldOut> test =
                held ? Optional.of(HeldOut.build(table, e -> holdout.test(e, seed), data)) : Optional.empty();
        table.unpersist();
        return new LoadedMatrix(data, test, Optional.empty());
    }
}
