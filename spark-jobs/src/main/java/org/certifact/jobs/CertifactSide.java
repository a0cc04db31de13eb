package org.certifact.jobs;

import org.apache.spark.api.java.JavaSparkContext;
import org.certifact.linalg.certify.Certificate;
import org.certifact.matrix.BlockMatrix;
import org.certifact.matrix.EntryColumns;
import org.certifact.matrix.EntryTable;
import org.certifact.matrix.Selection;
import org.certifact.ml.KeptSince;
import org.certifact.solver.Budget;
import org.certifact.solver.CentredData;
import org.certifact.solver.CompletionSettings;
import org.certifact.solver.CompletionSolver;
import org.certifact.solver.DescentMethod;
import org.certifact.solver.Factors;
import org.certifact.solver.Outcome;

/** Certifact's side of a comparison: the work of {@code certifact complete} at a given λ, less reading and writing. */
final class CertifactSide {
    private static final int MOST_SWEEPS = 10_000;

    private final JavaSparkContext spark;
    private final EntryColumns entries;
    private final BenchSpec spec;
    private final int rowBlocks;
    private final int columnBlocks;

    /** @param entries in memory */
    CertifactSide(JavaSparkContext spark, EntryColumns entries, BenchSpec spec, int rowBlocks, int columnBlocks) {
        this.spark = spark;
        this.entries = entries;
        this.spec = spec;
        this.rowBlocks = rowBlocks;
        this.columnBlocks = columnBlocks;
    }

    /** One run, of which nothing is kept. */
    CertifactRun run(double tolerance) {
        KeptSince kept = KeptSince.now(spark);
        try (PeakHeap heap = PeakHeap.start()) {
            long begin = System.nanoTime();
            EntryTable table = gather();
            long gathered = System.nanoTime();
            CentredData data = block(table);
            long blocked = System.nanoTime();
            try (RunMetrics metrics = RunMetrics.start(spark)) {
                SolveClock clock = new SolveClock();
                Outcome<Factors> outcome = solve(data.matrix(), tolerance, clock);
                long end = System.nanoTime();
                PeakHeap.Figures figures = heap.figures();
                Certificate certificate = outcome.certificate();
                return new CertifactRun(
                        seconds(begin, end),
                        seconds(begin, gathered),
                        seconds(gathered, blocked),
                        seconds(blocked, end),
                        clock.certifying(),
                        outcome.verdict(),
                        outcome.factors().rank(),
                        clock.sweeps(),
                        clock.certificates(),
                        clock.rankSweeps(),
                        certificate.primal(),
                        certificate.dual(),
                        certificate.relativeGap(),
                        clock.path(),
                        metrics.counts(),
                        figures);
            }
        } finally {
            kept.release();
        }
    }

    /** The entries by row blocks. */
    EntryTable gather() {
        EntryTable table = EntryTable.withoutPlaces(
                entries, rowBlocks, columnBlocks, spec.input().duplicates());
        table.load();
        return table;
    }

    /** The matrix that is solved; the table is let go. */
    CentredData block(EntryTable table) {
        BlockMatrix raw = BlockMatrix.build(table, Selection.ALL, spec.weighting());
        CentredData data = CentredData.of(raw, spec.center());
        table.unpersist();
        return data;
    }

    /** From zero to a verdict. */
    Outcome<Factors> solve(BlockMatrix data, double tolerance, SolveClock clock) {
        CompletionSettings settings =
                new CompletionSettings(tolerance, Integer.MAX_VALUE, 0, spec.seed(), DescentMethod.MAJORIZED);
        CompletionSolver solver = new CompletionSolver(data, settings, clock);
        return solver.solve(spec.lambda(), solver.start(), new Budget(null, MOST_SWEEPS));
    }

    private static double seconds(long from, long to) {
        return (to - from) * 1e-9;
    }
}
