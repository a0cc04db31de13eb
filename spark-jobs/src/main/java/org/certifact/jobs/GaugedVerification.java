package org.certifact.jobs;

import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.certifact.linalg.certify.Certificate;
import org.certifact.linalg.certify.SpectralPolar;
import org.certifact.matrix.BlockMatrix;
import org.certifact.matrix.FactorTable;
import org.certifact.ml.result.FactorFiles;
import org.certifact.ml.result.GaugedSpec;
import org.certifact.ml.result.Report;
import org.certifact.ml.result.SavedResult;
import org.certifact.solver.Factors;
import org.certifact.solver.GaugedRecheck;
import org.certifact.solver.GaugedSolver;

/** Rechecks a factorization with gauges: objective and cones from the definition, the lower bound from nothing. */
final class GaugedVerification {
    private static final int STARTS = 6;
    private static final int DETERMINISTIC_LIMIT = 4096;
    private static final double FAILURE_PROBABILITY = 1e-12;

    private GaugedVerification() {}

    static Verification of(JavaSparkContext spark, SavedResult saved, MatrixSpec input, GaugedSpec options) {
        Report report = saved.report();
        Checks checks = new Checks();
        BlockMatrix data = LoadedMatrix.of(spark, input, options).data();
        checks.data(report.data(), data);
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
        CompletionVerification.requireSameIds(saved, rows, columns, data);
        int rank = report.rank();
        Factors factors = Factors.of(
                        FactorTable.align(FactorFiles.factors(rows), data.rowIds(), rank),
                        FactorTable.align(FactorFiles.factors(columns), data.columnIds(), rank))
                .keep();

        GaugedRecheck recheck = GaugedRecheck.of(data, factors, options.norm(), report.lambda());
        checks.near("objective", report.primal(), recheck.primal());
        checks.add("smallest entry of a factor that must be >= 0", recheck.smallest() >= 0, 0.0, recheck.smallest());
        long seed = System.nanoTime();
        Certificate bound = GaugedSolver.lowerBound(
                data,
                factors,
                options.settings().withSeed(seed),
                report.lambda(),
                new SpectralPolar(STARTS, DETERMINISTIC_LIMIT, FAILURE_PROBABILITY),
                recheck.primal(),
                report.dual());
        checks.add(
                "polar, upper bound, seed " + seed,
                Double.isFinite(bound.polar().upper()),
                report.polar().upper(),
                bound.polar().upper());
        checks.near(
                "relative gap of the stored values",
                report.relativeGap(),
                CompletionVerification.relativeGap(report.primal(), report.dual()));
        checks.gap(report, CompletionVerification.relativeGap(recheck.primal(), bound.dual()));
        return checks.conclude(report);
    }
}
