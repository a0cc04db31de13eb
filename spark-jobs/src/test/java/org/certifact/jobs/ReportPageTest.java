package org.certifact.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.certifact.datasets.ReadOptions;
import org.certifact.linalg.certify.BoundKind;
import org.certifact.linalg.certify.Verdict;
import org.certifact.matrix.Duplicates;
import org.certifact.ml.result.LossSpec;
import org.certifact.ml.result.Report;
import org.certifact.ml.result.SolverSpec;
import org.certifact.solver.Centering;
import org.certifact.solver.CompletionSettings;
import org.certifact.solver.DescentMethod;
import org.certifact.solver.LambdaPath;
import org.junit.jupiter.api.Test;

class ReportPageTest {
    private static final String HOSTILE = "\"'><script>alert('x')</script>&amp;\u202E{{verdict}}";

    @Test
    void anIdIsTextWhateverItHolds() {
        String page = page(report(HOSTILE, List.of()), HOSTILE);

        assertThat(page).doesNotContain("<script").contains("&lt;script&gt;").contains("{{verdict}}");
        assertThat(page.split("<svg", -1)).hasSize(7);
    }

    @Test
    void loadsNothingFromAnywhere() {
        assertThat(page(report("data", List.of()), "id").replace("http://www.w3.org/", ""))
                .doesNotContain("http:", "https:", "@import", "<link rel=\"stylesheet", "<script")
                .doesNotContainPattern("url\\([^#]");
    }

    @Test
    void saysTheVerdictInOneSentenceAndNeverLessThanWasProved() {
        assertThat(page(report("data", List.of()), "id"))
                .contains("No factorization of any rank can be better by more than 0.024 %.")
                .contains("asked to prove this to 0.1 %");
    }

    @Test
    void showsTheLastSolveOfAPathAlone() {
        LambdaPath.Step step = new LambdaPath.Step(20, 0.5, 3, 1e-2);
        Report report = report("data", List.of(step));

        assertThat(RunFigures.lastSolve(report))
                .extracting(Report.Iteration::solve)
                .containsOnly(2);
        assertThat(page(report, "id")).contains("How λ was chosen");
    }

    private static String page(Report report, String id) {
        List<Extremes.Row> rows = IntStream.range(0, 5)
                .mapToObj(i -> new Extremes.Row(id + i, new double[] {i - 2, i % 2 - 0.5}))
                .toList();
        Findings findings = new Findings(
                new double[] {5, 2},
                new int[] {0, 1},
                new Extremes(rows),
                new Extremes(rows),
                Optional.empty(),
                Optional.empty(),
                List.of(List.of("topic", "weight", "term1"), List.of("1", "0.5", id)));
        return ReportPage.of(report, findings, List.of(new Setting("input", id, Setting.Origin.FILE)));
    }

    private static Report report(String title, List<LambdaPath.Step> path) {
        List<Report.Iteration> iterations = List.of(
                new Report.Iteration("sweep", 1, 1, 0.5, 20, 2, 120, null, 0, null, null, null),
                new Report.Iteration("certificate", 1, 1, 0.6, 20, 2, 110, 0.1, 3, 25.0, 26.0, 0.1),
                new Report.Iteration("sweep", 2, 2, 1.5, 20, 5, 105, 0.1, 0, null, null, null),
                new Report.Iteration("certificate", 2, 2, 1.6, 20, 5, 100, 2.31e-4, 0, 20.0, 20.1, 0.1));
        return new Report(
                "completion",
                Verdict.CERTIFIED,
                100,
                99.97,
                2.31e-4,
                5,
                20,
                new Report.Polar(20, 20.1, BoundKind.DETERMINISTIC, 0),
                false,
                null,
                1.6,
                null,
                iterations,
                path,
                new double[] {5, 2},
                new Report.DataSummary(title, 5, 5, 20, 0, 1, 200),
                "0",
                new InputSpec(List.of(title), ReadOptions.defaults(), Duplicates.FAIL, null, null).toJson(),
                new SolverSpec(
                        20.0,
                        0,
                        Centering.NONE,
                        LossSpec.SQUARED,
                        "none",
                        "0.1",
                        null,
                        10,
                        new CompletionSettings(1e-3, 10, 0, 1, DescentMethod.MAJORIZED)),
                null,
                Map.of(title, title));
    }
}
