package org.certifact.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.certifact.datasets.BadInputException;
import org.certifact.datasets.Holdout;
import org.certifact.linalg.certify.Certificate;
import org.certifact.linalg.certify.SpectralPolar;
import org.certifact.linalg.certify.Verdict;
import org.certifact.linalg.loss.SquaredLoss;
import org.certifact.matrix.BlockMatrix;
import org.certifact.matrix.FactorMatrix;
import org.certifact.matrix.FactorTable;
import org.certifact.matrix.Offsets;
import org.certifact.matrix.Selection;
import org.certifact.solver.CompletionProblem;
import org.certifact.solver.Factors;
import org.certifact.solver.Recheck;

/**
 * Rechecks a stored result against its data. The objective is summed from its definition; the polar is bounded with a
 * fresh seed, more starts and a smaller failure probability than the run's; the gap asked for is the stored one, not the
 * tolerance.
 *
 * @param holds whether the stored verdict holds
 * @param lines what was checked, for people
 */
record Verification(boolean holds, List<String> lines) {
    private static final int STARTS = 6;
    private static final int DETERMINISTIC_LIMIT = 2048;
    private static final double FAILURE_PROBABILITY = 1e-12;
    private static final int MOST_STEPS = 2000;

    /** Sums taken in another order agree to this. */
    private static final double ROUNDING = 1e-9;

    /** Another proof of the same bound, from other starts, is as tight to this share of the gap. */
    private static final double PROOF = 1e-3;

    /** @param paths where the data are now, or null for where they were */
    static Verification of(SparkSession spark, SavedResult saved, List<String> paths) {
        Report report = saved.report();
        Checks checks = new Checks();
        BlockMatrix raw = training(spark, report, paths);
        checks.data(report.data(), raw);

        Dataset<Row> rows =
                FactorFiles.read(spark, saved.file(ResultWriter.ROWS)).cache();
        Dataset<Row> columns =
                FactorFiles.read(spark, saved.file(ResultWriter.COLUMNS)).cache();
        long fingerprint = FactorFiles.fingerprint(rows) + 31 * FactorFiles.fingerprint(columns);
        checks.add(
                "fingerprint of the factors",
                Long.toHexString(fingerprint).equals(report.fingerprint()),
                report.fingerprint(),
                Long.toHexString(fingerprint));
        requireSameIds(saved, rows, columns, raw);

        Offsets offsets = new Offsets(
                saved.model().mean(),
                FactorTable.align(FactorFiles.biases(rows), raw.rowIds(), 1),
                FactorTable.align(FactorFiles.biases(columns), raw.columnIds(), 1));
        BlockMatrix data = CentredData.minus(raw, offsets).matrix();
        int rank = report.rank();
        FactorMatrix u = FactorTable.align(FactorFiles.factors(rows), raw.rowIds(), rank);
        FactorMatrix v = FactorTable.align(FactorFiles.factors(columns), raw.columnIds(), rank);
        Factors factors = Factors.of(u, v).keep();
        Factors proof = report.dualWitness() ? witness(spark, saved, raw) : factors;

        double lambda = report.lambda();
        long seed = System.nanoTime();
        Certificate certificate = new CompletionProblem(
                        data, lambda, new SpectralPolar(STARTS, DETERMINISTIC_LIMIT, FAILURE_PROBABILITY), MOST_STEPS)
                .certifyAgainst(proof, report.dual(), seed);
        SquaredLoss loss = new SquaredLoss();
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

    private static double relativeGap(double primal, double dual) {
        return primal > 0 ? Math.max(0, primal - dual) / primal : 0;
    }

    private static BlockMatrix training(SparkSession spark, Report report, List<String> paths) {
        InputSpec input = paths == null ? report.input() : report.input().withPaths(paths);
        LoadedEntries loaded = LoadedEntries.of(spark, input);
        Holdout holdout = Holdout.parse(report.options().holdout());
        long seed = report.options().settings().seed();
        Selection training = e -> !holdout.test(e, seed);
        return BlockMatrix.build(loaded.table(), training, report.options().weighting());
    }

    private static void requireSameIds(SavedResult saved, Dataset<Row> rows, Dataset<Row> columns, BlockMatrix raw) {
        if (FactorTable.missing(FactorFiles.biases(rows), raw.rowIds()) > 0
                || FactorTable.missing(FactorFiles.biases(columns), raw.columnIds()) > 0) {
            throw new BadInputException(saved.path() + ": the data have rows or columns that the result does not have;"
                    + " name the data that were factorized with --input");
        }
    }

    private static Factors witness(SparkSession spark, SavedResult saved, BlockMatrix raw) {
        Dataset<Row> rows = FactorFiles.read(spark, saved.file(ResultWriter.WITNESS_ROWS));
        Dataset<Row> columns = FactorFiles.read(spark, saved.file(ResultWriter.WITNESS_COLUMNS));
        int rank = rows.first().getList(2).size();
        return Factors.of(
                        FactorTable.align(FactorFiles.factors(rows), raw.rowIds(), rank),
                        FactorTable.align(FactorFiles.factors(columns), raw.columnIds(), rank))
                .keep();
    }

    /** Collects what was compared. */
    private static final class Checks {
        private final List<String> lines = new ArrayList<>();
        private boolean holds = true;

        void add(String what, boolean good, Object stored, Object now) {
            holds &= good;
            lines.add(String.format(
                    Locale.ROOT, "%-4s  %-40s stored %s, recomputed %s", good ? "ok" : "FAIL", what, stored, now));
        }

        void near(String what, double stored, double now) {
            add(what, Math.abs(now - stored) <= ROUNDING * Math.abs(stored), stored, now);
        }

        void data(Report.DataSummary stored, BlockMatrix raw) {
            add(
                    "entries",
                    stored.entries() == raw.totals().entries(),
                    stored.entries(),
                    raw.totals().entries());
            add(
                    "rows",
                    stored.rows() == raw.byRows().rows(),
                    stored.rows(),
                    raw.byRows().rows());
            add(
                    "columns",
                    stored.columns() == raw.byColumns().rows(),
                    stored.columns(),
                    raw.byColumns().rows());
            near("sum of squared values", stored.sumOfSquares(), raw.totals().weightedSquare());
        }

        /** The stored gap itself must be proved anew, not only the tolerance met. */
        void gap(Report report, double gap) {
            double claimed = report.relativeGap() * (1 + PROOF) + ROUNDING;
            double allowed = report.verdict() == Verdict.CERTIFIED
                    ? Math.min(claimed, report.options().settings().tolerance())
                    : claimed;
            add(
                    String.format(Locale.ROOT, "relative gap, at most %.3e", allowed),
                    gap <= allowed,
                    report.relativeGap(),
                    gap);
        }

        Verification conclude(Report report) {
            lines.add(
                    holds
                            ? "the stored verdict " + report.verdict() + " holds"
                            : "the stored verdict " + report.verdict() + " does NOT hold");
            return new Verification(holds, List.copyOf(lines));
        }
    }
}
