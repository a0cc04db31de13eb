package org.certifact.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
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
import org.certifact.ml.VectorRows;
import org.certifact.ml.result.GaugedSpec;

/**
 * A matrix read and judged, in the storage that fits it: dense where every cell was given, sparse where most are zero or
 * unknown.
 *
 * @param data what is fitted
 * @param heldOut cells kept back
 * @param shape what a row pictures, where the input was images
 */
record LoadedMatrix(BlockMatrix data, Optional<HeldOut> heldOut, Optional<ImageShape> shape) {

    static LoadedMatrix of(JavaSparkContext spark, MatrixSpec spec, GaugedSpec options) {
        DataKind kind = spec.kind() == DataKind.AUTO ? detect(spec, spark.hadoopConfiguration()) : spec.kind();
        LoadedMatrix loaded = switch (kind) {
            case TABLE -> table(spark, TableReader.read(spark, spec.paths(), spec.tableOptions()), spec, options);
            case IMAGES -> table(spark, ImageReader.read(spark, spec.paths(), spec.imageOptions()), spec, options);
            case ENTRIES, AUTO -> entries(spark, spec, options);
            case DOCUMENTS -> documents(spark, spec, options);
            case VECTORS -> vectors(spark, spec, options);
        };
        int rows = loaded.data.byRows().rows();
        int columns = loaded.data.byColumns().rows();
        if (rows < 2 || columns < 2) {
            throw new BadInputException(spec.title() + ": " + rows + " x " + columns
                    + "; at least two rows and two columns are needed: check --kind and --columns");
        }
        LoadedEntries.requireScale(spec.title(), loaded.data.totals());
        return loaded;
    }

    private static LoadedMatrix documents(JavaSparkContext spark, MatrixSpec spec, GaugedSpec options) {
        TermCounts counts = TermCounts.read(Sessions.sql(), spec.paths(), spec.documentOptions());
        if (!counts.withoutTerms().isEmpty()) {
            throw new BadInputException(
                    counts.title() + ": " + counts.withoutTerms().size()
                            + " documents have none of the terms, the first: "
                            + counts.withoutTerms().get(0) + "; give more --terms, or leave such documents out");
        }
        return split(spark, counts.entries(), counts::where, () -> {}, spec, options);
    }

    private static JavaRDD<Entry> scaled(JavaRDD<Entry> entries, double scale) {
        return scale == 1
                ? entries
                : entries.map(e -> new Entry(e.row(), e.column(), scale * e.value(), e.weight(), e.source()));
    }

    /** By the name of the first file. */
    static DataKind detect(MatrixSpec spec, Configuration hadoop) {
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

    private static LoadedMatrix table(JavaSparkContext spark, DenseTable read, MatrixSpec spec, GaugedSpec options) {
        boolean held = !(Holdout.parse(options.holdout()) instanceof Holdout.None);
        boolean unobserved = spec.missing() == MissingCellsPolicy.UNOBSERVED;
        if (read.missing().count() > 0 && spec.missing() == MissingCellsPolicy.ZERO) {
            throw new BadInputException(read.missing() + "; in a table --missing may be unobserved, not zero");
        }
        if (!unobserved) {
            read.checkComplete();
        }
        if (held || unobserved) {
            MatrixSpec partly = spec.withMissing(MissingCellsPolicy.UNOBSERVED);
            LoadedMatrix loaded = split(spark, read.observed(), read::where, () -> {}, partly, options);
            return new LoadedMatrix(loaded.data, loaded.heldOut, read.shape());
        }
        BlockMatrix data = dense(spark, read.rows(), read.rowCount(), read.columnIds(), read::where, spec, options);
        return new LoadedMatrix(data, Optional.empty(), read.shape());
    }

    /** Spark ML vectors: sparse ones make entries, dense ones a dense matrix. */
    private static LoadedMatrix vectors(JavaSparkContext spark, MatrixSpec spec, GaugedSpec options) {
        VectorRows read = VectorRows.read(Sessions.sql(), spec.paths(), spec.vectorColumns());
        if (read.isSparse()) {
            return split(spark, read.entries(), read::where, () -> {}, spec, options);
        }
        if (!(Holdout.parse(options.holdout()) instanceof Holdout.None)) {
            throw new BadInputException(
                    spec.title() + ": --holdout needs sparse vectors, entries or a table: the zeros of"
                            + " dense vectors are values; write the vectors as a column of arrays and read it as a table");
        }
        String[] columnIds = IntStream.rangeClosed(1, read.columnCount())
                .mapToObj(Integer::toString)
                .toArray(String[]::new);
        BlockMatrix data = dense(spark, read.rows(), read.rowCount(), columnIds, read::where, spec, options);
        return new LoadedMatrix(data, Optional.empty(), Optional.empty());
    }

    private static BlockMatrix dense(
            JavaSparkContext spark,
            JavaRDD<DenseRow> read,
            long rowCount,
            String[] columnIds,
            LongFunction<String> where,
            MatrixSpec spec,
            GaugedSpec options) {
        double scale = spec.scale();
        JavaRDD<DenseRow> rows = read.map(row -> scaled(row, scale)).persist(StorageLevel.MEMORY_AND_DISK());
        if (requiresCones(options)) {
            rows.filter(row -> firstNegative(row.values()) >= 0).take(1).forEach(row -> {
                int j = firstNegative(row.values());
                throw negative(where.apply(row.source()), row.id(), columnIds[j], row.values()[j]);
            });
        }
        int blocks = blocks(spark, 8L * rowCount * columnIds.length);
        BlockMatrix data = DenseMatrix.build(
                rows,
                columnIds,
                spec.rowBlocks() == null ? blocks : spec.rowBlocks(),
                spec.columnBlocks() == null ? blocks : spec.columnBlocks());
        rows.unpersist(false);
        return data;
    }

    private static DenseRow scaled(DenseRow row, double scale) {
        double[] values = row.values();
        return scale == 1
                ? row
                : new DenseRow(
                        row.id(), Arrays.stream(values).map(x -> scale * x).toArray(), row.source());
    }

    private static boolean requiresCones(GaugedSpec options) {
        return options.rowsNonnegative() && options.columnsNonnegative();
    }

    /** Enough blocks for all cores, none of more than 64 MB. */
    private static int blocks(JavaSparkContext spark, long bytes) {
        return (int) Math.max(spark.defaultParallelism(), bytes >>> 26);
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

    private static LoadedMatrix entries(JavaSparkContext spark, MatrixSpec spec, GaugedSpec options) {
        EntrySet source = EntryReader.read(spark, spec.paths(), spec.readOptions());
        return split(spark, source.entries(), source::where, source::check, spec, options);
    }

    /**
     * Parses the entries once, judges them, and builds what is fitted and what is held out.
     *
     * @param where the place of an entry, by its source
     * @param check of the input, once its entries have been read
     */
    private static LoadedMatrix split(
            JavaSparkContext spark,
            JavaRDD<Entry> read,
            LongFunction<String> where,
            Runnable check,
            MatrixSpec spec,
            GaugedSpec options) {
        int natural = Math.max(spark.defaultParallelism(), read.getNumPartitions());
        EntryTable table = EntryTable.of(
                scaled(read, spec.scale()),
                spec.rowBlocks() == null ? natural : spec.rowBlocks(),
                spec.columnBlocks() == null ? natural : spec.columnBlocks(),
                spec.duplicates());
        table.load();
        check.run();
        LoadedEntries.requireDistinct(table, where);
        if (requiresCones(options)) {
            table.first(value -> value < 0).ifPresent(e -> {
                throw negative(where.apply(e.source()), e.row(), e.column(), e.value());
            });
        }
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
