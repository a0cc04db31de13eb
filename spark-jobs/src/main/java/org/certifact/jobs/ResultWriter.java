package org.certifact.jobs;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.certifact.matrix.BlockMatrix;
import org.certifact.matrix.FactorMatrix;
import org.certifact.matrix.FactorRow;
import org.certifact.matrix.FactorTable;
import org.certifact.ml.result.FactorFiles;
import org.certifact.ml.result.GaugedSpec;
import org.certifact.ml.result.ModelConstants;
import org.certifact.ml.result.Report;
import org.certifact.ml.result.SavedResult;
import org.certifact.solver.CentredData;
import org.certifact.solver.Factors;

/** Writes what a run found into a result directory in the making. */
final class ResultWriter {
    static final String BAD_RECORDS = "bad-records.txt";

    private final ResultDirectory directory;
    private final boolean csv;
    private final boolean biases;
    private final Map<String, JavaRDD<FactorRow>> written = new ConcurrentHashMap<>();

    /**
     * @param csv whether to write the factors as CSV too
     * @param biases whether the model has row and column offsets, which then get CSV files of their own
     */
    ResultWriter(ResultDirectory directory, boolean csv, boolean biases) {
        this.directory = directory;
        this.csv = csv;
        this.biases = biases;
    }

    /** Writes factors of which one may be sparse codes. @return the factors' fingerprint */
    long writeFactors(CentredData data, Factors factors, GaugedSpec options) {
        JavaRDD<String[]> rowIds = data.matrix().rowIds();
        JavaRDD<String[]> columnIds = data.matrix().columnIds();
        return fingerprint(
                () -> options.rowSparsity() > 0
                        ? writeSparse(SavedResult.ROWS, rowIds, factors.u())
                        : writeDense(SavedResult.ROWS, rowIds, data.offsets().rows(), factors.u()),
                () -> options.columnSparsity() > 0
                        ? writeSparse(SavedResult.COLUMNS, columnIds, factors.v())
                        : writeDense(
                                SavedResult.COLUMNS, columnIds, data.offsets().columns(), factors.v()));
    }

    /** @return the factors' fingerprint */
    long writeFactors(CentredData data, Factors factors) {
        return fingerprint(
                () -> writeDense(
                        SavedResult.ROWS, data.matrix().rowIds(), data.offsets().rows(), factors.u()),
                () -> writeDense(
                        SavedResult.COLUMNS,
                        data.matrix().columnIds(),
                        data.offsets().columns(),
                        factors.v()));
    }

    /** Of both factors. @param rows writes one and returns its own */
    private static long fingerprint(Supplier<Long> rows, Supplier<Long> columns) {
        SideBySide.Both<Long> fingerprints = SideBySide.both(rows, columns);
        return fingerprints.first() + 31 * fingerprints.second();
    }

    /** Sparse codes of signals, which are columns. */
    void writeCodes(BlockMatrix signals, FactorMatrix codes) {
        writeSparse(EncodeJob.CODES, signals.columnIds(), codes);
    }

    private long writeSparse(String name, JavaRDD<String[]> ids, FactorMatrix codes) {
        FactorFiles.writeParquet(FactorFiles.sparseTable(Sessions.sql(), ids, codes), directory.staged(name));
        return written(name, codes.rank(), FactorFiles.rows(saved(name)));
    }

    /**
     * Executors may lose the factor's blocks and make them again, to rounding, so what counts there is what the files hold;
     * blocks in the driver's own process are the ones that were written.
     */
    private long writeDense(String name, JavaRDD<String[]> ids, FactorMatrix biases, FactorMatrix factor) {
        JavaRDD<FactorRow> rows = FactorTable.rows(ids, biases, factor);
        FactorFiles.writeParquet(rows, FactorFiles.idType(ids), directory.staged(name));
        return written(name, factor.rank(), rows.context().isLocal() ? rows : FactorFiles.rows(saved(name)));
    }

    private Dataset<Row> saved(String name) {
        return FactorFiles.read(Sessions.sql(), directory.staged(name));
    }

    /** @return the fingerprint */
    private long written(String name, int rank, JavaRDD<FactorRow> rows) {
        written.put(name, rows);
        if (csv) {
            Dataset<Row> sorted = saved(name).sort("id");
            String stem = name.substring(0, name.indexOf('.'));
            write(stem + ".csv", out -> FactorFiles.writeCsv(sorted, rank, out));
            if (biases) {
                write(stem + "-biases.csv", out -> FactorFiles.writeBiases(sorted, out));
            }
        }
        return FactorFiles.fingerprint(rows);
    }

    /** The factors whose scaled residual proves the lower bound, where the result's own do not. */
    void writeWitness(CentredData data, Factors witness) {
        writeWitness(
                SavedResult.WITNESS_ROWS,
                data.matrix().rowIds(),
                data.matrix().byRows().zeros(1),
                witness.u());
        writeWitness(
                SavedResult.WITNESS_COLUMNS,
                data.matrix().columnIds(),
                data.matrix().byColumns().zeros(1),
                witness.v());
    }

    private void writeWitness(String name, JavaRDD<String[]> ids, FactorMatrix noBiases, FactorMatrix factor) {
        FactorFiles.writeParquet(
                FactorTable.rows(ids, noBiases, factor), FactorFiles.idType(ids), directory.staged(name));
    }

    void writeDescriptions(Report report, ModelConstants constants) {
        write(ModelConstants.FILE, out -> out.write(constants.toJson()));
        write(Report.FILE, out -> out.write(report.toJson()));
    }

    /** The options as a file to run again, and the report as a page with figures from the factors that were written. */
    void writeForPeople(String verb, Report report, Settings settings) {
        List<Setting> inForce = settings.inForce();
        write(SettingsFile.OF_RUN, out -> out.write(SettingsFile.of(verb, inForce)));
        String page;
        try {
            page = ReportPage.of(
                    report,
                    Findings.of(
                            written.get(SavedResult.ROWS),
                            written.get(SavedResult.COLUMNS),
                            directory.staging(),
                            report),
                    inForce);
        } catch (RuntimeException | LinkageError | InternalError e) {
            // a Java without fonts cannot draw, and hours of work are not lost for that
            System.err.println("certifact: no " + ReportPage.FILE + " was written, all else is complete: " + e);
            return;
        }
        write(ReportPage.FILE, out -> out.write(page));
    }

    void writeBadRecords(LoadedEntries loaded) {
        if (loaded.source().bad().count() > 0) {
            write(BAD_RECORDS, out -> {
                for (Iterator<String> lines = loaded.source().badLines().toLocalIterator(); lines.hasNext(); ) {
                    out.write(lines.next() + "\n");
                }
            });
        }
    }

    /** A file of its own. */
    OutputStream stream(String name) {
        return directory.stream(name);
    }

    interface Content {
        void to(Writer out) throws IOException;
    }

    /** A text file. */
    void write(String name, Content content) {
        try (Writer out = directory.writer(name)) {
            content.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
