package org.certifact.jobs;

import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.certifact.datasets.BadInputException;
import org.certifact.datasets.Holdout;
import org.certifact.linalg.certify.Certificate;
import org.certifact.linalg.certify.SpectralPolar;
import org.certifact.linalg.loss.Loss;
import org.certifact.matrix.BlockMatrix;
import org.certifact.matrix.FactorMatrix;
import org.certifact.matrix.FactorTable;
import org.certifact.matrix.Offsets;
import org.certifact.matrix.Selection;
import org.certifact.ml.result.FactorFiles;
import org.certifact.ml.result.Report;
import org.certifact.ml.result.SavedResult;
import org.certifact.ml.result.SolverSpec;
import org.certifact.solver.Centering;
import org.certifact.solver.CentredData;
import org.certifact.solver.CompletionProblem;
import org.certifact.solver.Factors;
import org.certifact.solver.Recheck;

/** Rechecks a completion: the polar is bounded with more starts and a smaller failure probability than the run's. */
final class CompletionVerification {
    private static final int STARTS = 6;
    private static final double FAILURE_PROBABILITY = 1e-12;
    private static final int MOST_STEPS = 2000;

    private CompletionVerification() {}

    static Verification of(JavaSparkContext spark, SavedResult saved, InputSpec input, SolverSpec options) {
        Report report = saved.report();
        Checks checks = new Checks();
        BlockMatrix raw = training(spark, input, options);
        checks.data(report.data(), raw);

        Dataset<Row> rows =
                FactorFiles.read(Sessions.sql(), saved.file(SavedResult.ROWS)).cache();
        Dataset<Row> columns = FactorFiles.read(Sessions.sql(), saved.file(SavedResult.COLUMNS))
                .cache();
        long fingerprint = FactorFiles.fingerprint(rows) + 31 * FactorFiles.fingerprint(columns);
        checks.add(
                "fingerprint of the factors",
                Long.toHexString(fingerprint).equals(report.fingerprint()),
                report.fingerprint(),
                Long.toHexString(fingerprint));
        requireSameIds(saved, rows, columns, raw);

        Offsets offsets = new Offsets(
                saved.constants().mean(),
                FactorTable.align(FactorFiles.biases(rows), raw.rowIds(), 1),
                FactorTable.align(FactorFiles.biases(columns), raw.columnIds(), 1));
        BlockMatrix data = options.center() == Centering.NONE
                ? raw
                : CentredData.minus(raw, offsets).matrix();
        int rank = report.rank();
        FactorMatrix u = FactorTable.align(FactorFiles.factors(rows), raw.rowIds(), rank);
        FactorMatrix v = FactorTable.align(FactorFiles.factors(columns), raw.columnIds(), rank);
        Factors factors = Factors.of(u, v).keep();
        Factors proof = report.dualWitness() ? witness(saved, raw) : factors;

        double lambda = report.lambda();
        long seed = System.nanoTime();
        Loss loss = options.loss().loss();
        Certificate certificate = new CompletionProblem(
                        data,
                        loss,
                        lambda,
                        new SpectralPolar(STARTS, SpectralPolar.MOST_FORMED, FAILURE_PROBABILITY),
                        MOST_STEPS)
                .certifyAgainst(proof, report.dual(), seed);
        double upper = certificate.polar().upper();
        double primal =
                Recheck.of(data, factors.u(), factors.v(), loss, lambda, upper).primal();
        double dual =
                Recheck.of(data, proof.u(), proof.v(), loss, lambda, upper).dual();
        double gap = relativeGap(primal, dual);

        checks.near("objective", report.primal(), primal);
        checks.add(
                "polar, upper bound, seed " + seed,
                Double.isFinite(upper),
                report.polar().upper(),
                upper);
        checks.near(
                "relative gap of the stored values", report.relativeGap(), relativeGap(report.primal(), report.dual()));
        checks.gap(report, gap);
        return checks.conclude(report);
    }

    static double relativeGap(double primal, double dual) {
        return primal > 0 ? Math.max(0, primal - dual) / primal : 0;
    }

    private static BlockMatrix training(JavaSparkContext spark, InputSpec input, SolverSpec options) {
        LoadedEntries loaded = LoadedEntries.of(spark, input);
        Holdout holdout = Holdout.parse(options.holdout());
        long seed = options.settings().seed();
        Selection training = e -> !holdout.test(e, seed);
        return options.loss().matrix(loaded.table(), training, options.weighting());
    }

    static void requireSameIds(SavedResult saved, Dataset<Row> rows, Dataset<Row> columns, BlockMatrix raw) {
        if (FactorTable.missing(FactorFiles.biases(rows), raw.rowIds()) > 0
                || FactorTable.missing(FactorFiles.biases(columns), raw.columnIds()) > 0) {
            throw new BadInputException(saved.path() + ": the data have rows or columns that the result does not have;"
                    + " name the data that were factorized with --input");
        }
    }

    private static Factors witness(SavedResult saved, BlockMatrix raw) {
        Dataset<Row> rows = FactorFiles.read(Sessions.sql(), saved.file(SavedResult.WITNESS_ROWS));
        Dataset<Row> columns = FactorFiles.read(Sessions.sql(), saved.file(SavedResult.WITNESS_COLUMNS));
        int rank = rows.first().getList(2).size();
        return Factors.of(
                        FactorTable.align(FactorFiles.factors(rows), raw.rowIds(), rank),
                        FactorTable.align(FactorFiles.factors(columns), raw.columnIds(), rank))
                .keep();
    }
}
