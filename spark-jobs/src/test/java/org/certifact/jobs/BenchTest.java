package org.certifact.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.certifact.SharedSpark;
import org.certifact.datasets.PlantedRatings;
import org.certifact.datasets.ReadOptions;
import org.certifact.linalg.certify.Verdict;
import org.certifact.matrix.Duplicates;
import org.certifact.solver.Centering;
import org.junit.jupiter.api.Test;

/** A whole comparison, small. */
class BenchTest {
    private static final InputSpec INPUT = new InputSpec(List.of(), ReadOptions.defaults(), Duplicates.FAIL, 2, 2);
    private static final PlantedRatings SPEC = PlantedRatings.of(100, 40, 2000).withRank(3);

    @Test
    void bothSidesComeWithinTheTolerancesOfOneOptimum() throws IOException {
        BenchReport report = bench(Peer.MLLIB, 1, List.of(1e-2, 1e-3), 100);

        assertThat(report.entries()).isEqualTo(2000);
        assertThat(report.reference().verdict()).isEqualTo(Verdict.CERTIFIED);
        assertThat(report.comparisons()).hasSize(2).allSatisfy(c -> {
            assertThat(c.certified()).isTrue();
            assertThat(c.excess()).isBetween(0.0, c.tolerance());
            assertThat(c.runs()).hasSize(1);
            assertThat(c.runs().get(0).counts().descentJobs()).isPositive();
            assertThat(c.runs().get(0).seconds()).isPositive();
            // a peer with another objective would not land here
            assertThat(c.peer().reached()).isTrue();
            assertThat(c.peer().excess()).isBetween(-1e-4, c.tolerance());
            assertThat(c.ratioOfMedians())
                    .isEqualTo(c.peer().times().median() / c.certifact().median());
        });
        assertThat(report.comparisons().get(0).peer().iterations())
                .isLessThanOrEqualTo(report.comparisons().get(1).peer().iterations());

        assertThat(BenchText.of(report))
                .contains("generated, rank 3, noise 0.5, seed 1: 100 x 40, 2000 entries")
                .contains("tolerance 1e-02")
                .contains("tolerance 1e-03")
                .contains("CERTIFIED, gap ")
                .containsPattern("mllib +\\d+\\.\\d\\d")
                .containsPattern("ratio +\\d+\\.\\d\\d")
                .contains("  seconds", "  sweep", "  spark", "  heap")
                .doesNotContain("NOT ");
        JsonNode json = new ObjectMapper().readTree(report.toJson());
        assertThat(json.at("/comparisons/1/tolerance").asDouble()).isEqualTo(1e-3);
        assertThat(json.at("/comparisons/1/runs/0/counts/jobs").asInt()).isPositive();
        assertThat(json.at("/comparisons/1/runs/0/counts/descentShuffleBytes").asLong())
                .isZero();
        assertThat(BenchText.of(report)).contains("sweeps shuffled nothing: the shorter factor travels with the tasks");
        assertThat(json.at("/comparisons/1/peer/times/all").size()).isEqualTo(1);
        assertThat(json.at("/machine/cores").asInt()).isEqualTo(2);
    }

    @Test
    void aPeerThatDoesNotGetThereIsSaid() {
        BenchReport report = bench(Peer.MLLIB, 1, List.of(2e-4), 1);
        BenchReport.PeerRuns peer = report.comparisons().get(0).peer();
        assertThat(peer.reached()).isFalse();
        assertThat(peer.iterations()).isEqualTo(1);
        assertThat(peer.excess()).isGreaterThan(2e-4);
        assertThat(BenchText.of(report))
                .contains("NOT within the tolerance after 1 iterations: the time is a lower bound")
                .contains("(lower bounds)");
    }

    @Test
    void withoutAPeerAnyWeightingWillDo() {
        BenchReport report = bench(Peer.NONE, 0.5, List.of(1e-2), 1);
        assertThat(report.comparisons().get(0).peer()).isNull();
        assertThat(report.comparisons().get(0).ratioOfMedians()).isNull();
        assertThat(BenchText.of(report)).contains("CERTIFIED", "  spark").doesNotContain("ratio", "mllib  ");
    }

    private static BenchReport bench(Peer peer, double weighting, List<Double> tolerances, int mostIterations) {
        BenchSpec spec = new BenchSpec(
                INPUT,
                SPEC,
                weighting == 1 ? 0.2 : 2,
                weighting,
                Centering.MEAN,
                tolerances,
                1e-4,
                1,
                mostIterations,
                peer,
                1);
        try (Console console = Console.open(LogFormat.TEXT)) {
            return new Bench(SharedSpark.context(), spec, console).run();
        }
    }
}
