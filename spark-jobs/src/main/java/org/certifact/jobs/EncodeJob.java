package org.certifact.jobs;

import java.util.Arrays;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.certifact.datasets.BadInputException;
import org.certifact.linalg.gauge.FactorNorm;
import org.certifact.matrix.BlockMatrix;
import org.certifact.matrix.FactorMatrix;
import org.certifact.matrix.FactorTable;
import org.certifact.ml.result.FactorFiles;
import org.certifact.ml.result.GaugedSpec;
import org.certifact.ml.result.SavedResult;
import org.certifact.solver.Encoding;
import org.certifact.solver.Factors;
import org.certifact.solver.GaugedRecheck;

/** Encodes signals with the atoms of a result. */
final class EncodeJob {
    static final String CODES = "codes.parquet";

    private final JavaSparkContext spark;
    private final SavedResult saved;
    private final MatrixSpec input;

    EncodeJob(JavaSparkContext spark, SavedResult saved, MatrixSpec input) {
        this.spark = spark;
        this.saved = saved;
        this.input = input;
    }

    EncodingReport run(ResultWriter result) {
        if (!(saved.report().options() instanceof GaugedSpec options)) {
            throw new BadInputException(saved.path() + ": is a completion; encode needs a result of dictionary or nmf");
        }
        boolean columns = options.signalsAreColumns();
        BlockMatrix read =
                LoadedMatrix.of(spark, input, options.withoutHoldout()).data();
        BlockMatrix signals = columns ? read : read.transposed();
        FactorNorm norm = columns ? options.norm() : options.norm().transposed();
        String atomsFile = columns ? SavedResult.ROWS : SavedResult.COLUMNS;
        String codesFile = columns ? SavedResult.COLUMNS : SavedResult.ROWS;
        Dataset<Row> atomRows =
                FactorFiles.read(Sessions.sql(), saved.file(atomsFile)).cache();
        if (FactorTable.missing(FactorFiles.biases(atomRows), signals.rowIds()) > 0) {
            throw new BadInputException(input.title() + ": the signals have entries that the atoms of " + saved.path()
                    + " do not have; give signals of the same kind, size and names");
        }
        int rank = saved.report().rank();
        FactorMatrix atoms = FactorTable.align(FactorFiles.factors(atomRows), signals.rowIds(), rank)
                .keep("atoms");
        Encoding encoding = new Encoding(
                norm,
                saved.report().lambda(),
                FactorFiles.matrix(atomRows, rank),
                FactorFiles.matrix(FactorFiles.read(Sessions.sql(), saved.file(codesFile)), rank));
        FactorMatrix codes = encoding.encode(signals, atoms);
        result.writeCodes(signals, codes);
        double squares =
                2 * GaugedRecheck.of(signals, Factors.of(atoms, codes), norm, 0).primal();
        long nonzeros = codes.blocks()
                .map(b -> Arrays.stream(b.values()).filter(v -> v != 0).count())
                .reduce(Long::sum);
        EncodingReport report = new EncodingReport(
                saved.path(),
                input.title(),
                signals.byColumns().rows(),
                rank,
                nonzeros,
                Math.sqrt(squares / signals.totals().weightedSquare()));
        result.write(EncodingReport.FILE, out -> out.write(report.toJson()));
        return report;
    }
}
