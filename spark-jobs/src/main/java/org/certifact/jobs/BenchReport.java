package org.certifact.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.List;
import java.util.Map;
import org.certifact.linalg.certify.Verdict;
import org.certifact.solver.Centering;

/**
 * What a comparison measured.
 *
 * @param panelRows pairs of a factor row and a block of the other side that needs it, both sides together: the rows that a
 *     sweep has to ship, by this layout
 * @param machine heap in bytes, cores, libraries and versions
 */
record BenchReport(
        String title,
        int rows,
        int columns,
        long entries,
        long panelRows,
        double lambda,
        double weighting,
        Centering center,
        long seed,
        Reference reference,
        List<Comparison> comparisons,
        Map<String, Object> machine) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** The run that brackets the optimum; seconds of its solve alone. */
    record Reference(
            double primal, double dual, Verdict verdict, int rank, int sweeps, int certificates, double seconds) {}

    /**
     * Both sides at one tolerance.
     *
     * @param excess of Certifact's objective over the reference's lower bound, relative: what is true of it, where its own
     *     certificate is what was proved in the time measured
     * @param peer null where there is none
     * @param ratioOfMedians the peer's seconds over Certifact's; null where there is no peer
     * @param medianOfRatios the same, run by run
     */
    record Comparison(
            double tolerance,
            Times certifact,
            double excess,
            List<CertifactRun> runs,
            PeerRuns peer,
            Double ratioOfMedians,
            Double medianOfRatios) {

        /** The run whose time is the median, or the next below. */
        CertifactRun typical() {
            return runs.stream()
                    .sorted(java.util.Comparator.comparingDouble(CertifactRun::seconds))
                    .toList()
                    .get((runs.size() - 1) / 2);
        }

        boolean certified() {
            return runs.stream().allMatch(run -> run.verdict() == Verdict.CERTIFIED);
        }
    }

    /**
     * The peer's timed runs.
     *
     * @param iterations the fewest that come within the tolerance of the optimum, or the most that were tried
     * @param excess of its objective over the reference's, relative
     * @param reached whether that is within the tolerance
     */
    record PeerRuns(String name, int rank, int blocks, int iterations, double excess, boolean reached, Times times) {}

    String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the comparison cannot be written as JSON", e);
        }
    }
}
