package org.certifact.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A report that claims more than its factors prove does not verify. */
class TamperedReportTest {
    @TempDir
    private Path directory;

    static Stream<Arguments> claims() {
        return Stream.of(
                claim("a lower objective", SenateResult.CERTIFIED, r -> r.put("primal", primal(r) * (1 - 1e-6))),
                claim("a dual value as high as the objective", SenateResult.CERTIFIED, r -> gap(r, 0)),
                claim("a gap of half the size", SenateResult.CERTIFIED, r -> gap(r, gap(r) / 2)),
                claim("a small gap beside an honest dual", SenateResult.CERTIFIED, r -> r.put("relativeGap", 1e-6)),
                claim("a smaller lambda", SenateResult.CERTIFIED, r -> r.put("lambda", 19.9)),
                claim("a certificate where there is a bound", SenateResult.BOUNDED, r -> {
                    r.put("verdict", "CERTIFIED");
                    gap(r, 5e-4);
                }),
                claim("a tighter bound", SenateResult.BOUNDED, r -> gap(r, gap(r) * 0.95)),
                claim("a witness that there is not", SenateResult.BOUNDED, r -> r.put("dualWitness", false)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("claims")
    void aFalseClaimDoesNotHold(String claim, SenateResult from, Consumer<ObjectNode> change) throws IOException {
        StoredResult tampered = from.stored().copy(directory.resolve("tampered"));
        tampered.edit(change);
        Invocation run = Invocation.of("verify", tampered.directory().toString());

        assertThat(run.exitCode()).as(claim + "\n" + run.out() + run.err()).isEqualTo(2);
        assertThat(run.out()).contains("FAIL").contains("does NOT hold");
    }

    private static Arguments claim(String claim, SenateResult from, Consumer<ObjectNode> change) {
        return Arguments.of(claim, from, change);
    }

    private static double primal(ObjectNode report) {
        return report.get("primal").asDouble();
    }

    private static double gap(ObjectNode report) {
        return report.get("relativeGap").asDouble();
    }

    /** Claims that gap, by a dual value that goes with it. */
    private static void gap(ObjectNode report, double claimed) {
        report.put("relativeGap", claimed);
        report.put("dual", primal(report) * (1 - claimed));
    }
}
