package org.certifact.jobs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.certifact.datasets.BadInputException;
import org.certifact.datasets.EntrySet;
import org.certifact.datasets.RatingsGenerator;
import org.certifact.matrix.BlockMatrix;
import org.certifact.matrix.DataBlock;
import org.certifact.matrix.EntryColumns;
import org.certifact.matrix.GroupedMatrix;
import org.certifact.ml.AlsPeer;
import org.certifact.ml.result.Provenance;
import org.certifact.solver.Factors;
import org.certifact.solver.Outcome;

/**
 * Certifact and a peer on the same data, in one process, by turns.
 *
 * <ol>
 *   <li>The entries are read and checked once and kept in memory as they were read, in columns. Not timed.
 *   <li>A reference run of Certifact to a tighter tolerance brackets the optimum from both sides. Not timed; it and one
 *       further run at each tolerance warm Certifact's code up, and name the rank.
 *   <li>MLlib gets the same entries, centred alike, as a cached data frame of ints and floats, the rank that Certifact
 *       found, λ as {@code regParam}, and the faster of two numbers of blocks. Its fewest iterations that come within the
 *       tolerance of the reference's objective, by the objective's definition summed in doubles, are found by doubling and
 *       bisecting. Not timed; all this warms MLlib's code up.
 *   <li>Timed, by turns, who begins changing each time, garbage collected before each: Certifact from entries in memory to
 *       its verdict, which means to sort the entries into blocks, to solve, and to certify; MLlib from the data frame to
 *       the end of {@code ALS.fit}, which means to sort the ratings into blocks, and to iterate. Certifact's time includes
 *       finding the rank and the proof, MLlib's neither.
 * </ol>
 */
final class Bench {
    private final JavaSparkContext spark;
    private final BenchSpec spec;
    private final Console console;
    private MllibSide mllib;

    Bench(JavaSparkContext spark, BenchSpec spec, Console console) {
        this.spark = spark;
        this.spec = spec;
        this.console = console;
    }

    BenchReport run() {
        console.phase("reading " + spec.title());
        EntrySet source = source();
        EntryColumns entries = EntryColumns.of(source.entries()).keep();
        LoadedEntries loaded = LoadedEntries.of(spark, source, spec.input(), spec.title());
        CertifactSide certifact = new CertifactSide(
                spark, entries, spec, loaded.table().rowBlocks(), loaded.table().columnBlocks());
        BlockMatrix matrix = certifact.block(loaded.table()).matrix();
        loaded.requireMatrix(matrix);
        long panelRows = panelRows(matrix.byRows()) + panelRows(matrix.byColumns());
        BenchReport.Reference reference = reference(certifact, matrix);
        List<Trial> trials =
                spec.tolerances().stream().map(t -> trial(certifact, t)).toList();
        if (spec.peer() == Peer.MLLIB) {
            prepareMllib(matrix, reference, trials);
        }
        matrix.unpersist();
        List<BenchReport.Comparison> comparisons =
                trials.stream().map(t -> compare(certifact, t, reference)).toList();
        return new BenchReport(
                spec.title(),
                matrix.byRows().rows(),
                matrix.byColumns().rows(),
                matrix.totals().entries(),
                panelRows,
                spec.lambda(),
                spec.weighting(),
                spec.center(),
                spec.seed(),
                reference,
                comparisons,
                machine());
    }

    private EntrySet source() {
        return spec.planted() == null
                ? LoadedEntries.source(spark, spec.input())
                : RatingsGenerator.generate(spark, spec.planted(), spark.defaultParallelism());
    }

    private static long panelRows(GroupedMatrix group) {
        return group.blocks().map(DataBlock::panelRows).collect().stream()
                .mapToLong(Integer::longValue)
                .sum();
    }

    private BenchReport.Reference reference(CertifactSide certifact, BlockMatrix matrix) {
        console.phase(String.format(Locale.ROOT, "the optimum, to %.0e", spec.reference()));
        SolveClock clock = new SolveClock();
        long begin = System.nanoTime();
        Outcome<Factors> outcome = certifact.solve(matrix, spec.reference(), clock);
        double seconds = (System.nanoTime() - begin) * 1e-9;
        outcome.factors().unpersist();
        return new BenchReport.Reference(
                outcome.certificate().primal(),
                outcome.certificate().dual(),
                outcome.verdict(),
                outcome.factors().rank(),
                clock.sweeps(),
                clock.certificates(),
                seconds);
    }

    /** What is known of a tolerance before anything is timed. */
    private static final class Trial {
        private final double tolerance;
        private final int rank;
        private IterationSearch.Found found;

        Trial(double tolerance, int rank) {
            this.tolerance = tolerance;
            this.rank = rank;
        }
    }

    private Trial trial(CertifactSide certifact, double tolerance) {
        CertifactRun run = certifact.run(tolerance);
        console.phase(
                String.format(Locale.ROOT, "certifact to %.0e: %s at rank %d", tolerance, run.verdict(), run.rank()));
        if (run.rank() == 0) {
            throw new BadInputException(String.format(
                    Locale.ROOT,
                    "%s: at --lambda %s the optimum has no columns, which leaves nothing to compare; give a smaller one",
                    spec.title(),
                    spec.lambda()));
        }
        return new Trial(tolerance, run.rank());
    }

    private void prepareMllib(BlockMatrix matrix, BenchReport.Reference reference, List<Trial> trials) {
        mllib = new MllibSide(Sessions.sql(), matrix, spec);
        mllib.chooseBlocks(trials.get(0).rank, spark.defaultParallelism());
        for (Trial trial : trials) {
            trial.found = mllib.fewest(matrix, trial.rank, trial.tolerance, reference.primal());
            console.phase(String.format(
                    Locale.ROOT,
                    "mllib to %.0e: %.2e after %d iterations at rank %d, %d blocks",
                    trial.tolerance,
                    trial.found.excess(),
                    trial.found.iterations(),
                    trial.rank,
                    mllib.blocks()));
        }
    }

    private BenchReport.Comparison compare(CertifactSide certifact, Trial trial, BenchReport.Reference reference) {
        List<CertifactRun> runs = new ArrayList<>();
        List<Double> peer = new ArrayList<>();
        for (int run = 0; run < spec.runs(); run++) {
            boolean peerFirst = run % 2 == 1;
            if (mllib != null && peerFirst) {
                peer.add(timeMllib(trial));
            }
            runs.add(certifact.run(trial.tolerance));
            if (mllib != null && !peerFirst) {
                peer.add(timeMllib(trial));
            }
            console.phase(String.format(
                    Locale.ROOT,
                    "run %d to %.0e: certifact %.2f s%s",
                    run + 1,
                    trial.tolerance,
                    runs.get(run).seconds(),
                    peer.isEmpty() ? "" : String.format(Locale.ROOT, ", mllib %.2f s", peer.get(run))));
        }
        Times certifactTimes = Times.of(runs.stream().map(CertifactRun::seconds).toList());
        double worst = runs.stream().mapToDouble(CertifactRun::primal).max().orElseThrow();
        double excess = (worst - reference.dual()) / worst;
        if (mllib == null) {
            return new BenchReport.Comparison(trial.tolerance, certifactTimes, excess, runs, null, null, null);
        }
        Times peerTimes = Times.of(peer);
        List<Double> ratios = new ArrayList<>();
        for (int run = 0; run < peer.size(); run++) {
            ratios.add(peer.get(run) / runs.get(run).seconds());
        }
        return new BenchReport.Comparison(
                trial.tolerance,
                certifactTimes,
                excess,
                runs,
                new BenchReport.PeerRuns(
                        "mllib",
                        trial.rank,
                        mllib.blocks(),
                        trial.found.iterations(),
                        trial.found.excess(),
                        trial.found.reached(),
                        peerTimes),
                peerTimes.median() / certifactTimes.median(),
                Times.of(ratios).median());
    }

    private double timeMllib(Trial trial) {
        return mllib.time(trial.rank, trial.found.iterations(), mllib.blocks());
    }

    private Map<String, Object> machine() {
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("cores", spark.defaultParallelism());
        machine.put("heap", Runtime.getRuntime().maxMemory());
        machine.put("mllib libraries", AlsPeer.libraries());
        machine.putAll(Provenance.versions());
        return machine;
    }
}
