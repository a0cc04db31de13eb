package org.certifact.jobs;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.certifact.matrix.BlockMatrix;
import org.certifact.matrix.FactorMatrix;
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
    long writeFactors(SparkSession spark, CentredData data, Factors factors, GaugedSpec options) {
        Dataset<Row> rows = options.rowSparsity() > 0
                ? FactorFiles.sparseTable(spark, data.matrix().rowIds(), factors.u())
                : FactorFiles.table(
                        spark, data.matrix().rowIds(), data.offsets().rows(), factors.u());
        Dataset<Row> columns = options.columnSparsity() > 0
                ? FactorFiles.sparseTable(spark, data.matrix().columnIds(), factors.v())
                : FactorFiles.table(
                        spark, data.matrix().columnIds(), data.offsets().columns(), factors.v());
        return write(spark, SavedResult.ROWS, rows, factors.rank())
                + 31 * write(spark, SavedResult.COLUMNS, columns, factors.rank());
    }

    /** @return the factors' fingerprint */
    long writeFactors(SparkSession spark, CentredData data, Factors factors) {
        FactorMatrix rowBiases = data.offsets().rows();
        FactorMatrix columnBiases = data.offsets().columns();
        return write(
                        spark,
                        SavedResult.ROWS,
                        FactorFiles.table(spark, data.matrix().rowIds(), rowBiases, factors.u()),
                        factors.rank())
                + 31
                        * write(
                                spark,
                                SavedResult.COLUMNS,
                                FactorFiles.table(spark, data.matrix().columnIds(), columnBiases, factors.v()),
                                factors.rank());
    }

    /** Sparse codes of signals, which are columns. */
    void writeCodes(SparkSession spark, BlockMatrix signals, FactorMatrix codes) {
        write(spark, EncodeJob.CODES, FactorFiles.sparseTable(spark, signals.columnIds(), codes), codes.rank());
    }

    private long write(SparkSession spark, String name, Dataset<Row> table, int rank) {
        FactorFiles.writeParquet(table, directory.staged(name));
        Dataset<Row> written = FactorFiles.read(spark, directory.staged(name));
        if (csv) {
            Dataset<Row> sorted = written.sort("id");
            String stem = name.substring(0, name.indexOf('.'));
            write(stem + ".csv", out -> FactorFiles.writeCsv(sorted, rank, out));
            if (biases) {
                write(stem + "-biases.csv", out -> FactorFiles.writeBiases(sorted, out));
            }
        }
        return FactorFiles.fingerprint(written);
    }

    /** The factors whose scaled residual proves the lower bound, where the result's own do not. */
    void writeWitness(SparkSession spark, CentredData data, Factors witness) {
        FactorMatrix noRows = data.matrix().byRows().zeros(1);
        FactorMatrix noColumns = data.matrix().byColumns().zeros(1);
        FactorFiles.writeParquet(
                FactorFiles.table(spark, data.matrix().rowIds(), noRows, witness.u()),
                directory.staged(SavedResult.WITNESS_ROWS));
        FactorFiles.writeParquet(
                FactorFiles.table(spark, data.matrix().columnIds(), noColumns, witness.v()),
                directory.staged(SavedResult.WITNESS_COLUMNS));
    }

    void writeDescriptions(Report report, ModelConstants constants) {
        write(ModelConstants.FILE, out -> out.write(constants.toJson()));
        write(Report.FILE, out -> out.write(report.toJson()));
    }

    /** The options as a file to run again, and the report as a page with figures from the factors that were written. */
    void writeForPeople(SparkSession spark, String verb, Report report, Settings settings) {
        List<Setting> inForce = settings.inForce();
        write(SettingsFile.OF_RUN, out -> out.write(SettingsFile.of(verb, inForce)));
        String page;
        try {
            page = ReportPage.of(report, Findings.read(spark, directory.staging(), report), inForce);
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
