package org.certifact.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results of other losses than the squared: what they say, and that {@code verify} knows which loss they are of. */
class LossResultTest {
    @TempDir
    private Path directory;

    @Test
    void aHuberResultStatesItsLossAndHolds() throws IOException {
        StoredResult result = SenateResult.HUBER.stored();
        JsonNode heldOut = result.report().get("heldOut");

        assertThat(SenateResult.HUBER.run().out())
                .contains("verdict      CERTIFIED", "loss         huber, threshold 0.5")
                .containsPattern("RMSE 0\\.\\d+, mean absolute error 0\\.\\d+, on \\d+ entries");
        assertThat(heldOut.get("meanAbsoluteError").asDouble())
                .isBetween(0.0, heldOut.get("rmse").asDouble());
        assertThat(heldOut.has("logLoss")).isFalse();
        assertThat(verify(result).exitCode()).isZero();
    }

    @Test
    void aLogisticResultStatesItsLossAndHolds() throws IOException {
        StoredResult result = SenateResult.LOGISTIC.stored();
        JsonNode heldOut = result.report().get("heldOut");

        assertThat(SenateResult.LOGISTIC.run().out())
                .contains("verdict      CERTIFIED", "loss         logistic", "(0.693147 without factors)");
        assertThat(heldOut.get("logLoss").asDouble()).isBetween(0.0, Math.log(2) / 2);
        assertThat(heldOut.get("misclassified").asDouble()).isBetween(0.0, 0.2);
        assertThat(heldOut.has("rmse")).isFalse();
        assertThat(verify(result).exitCode()).isZero();

        Invocation inspected = Invocation.of("inspect", result.directory().toString());
        assertThat(inspected.out()).contains("loss         logistic", "the logarithm of the odds of a yes");
    }

    @Test
    void aResultUnderTheNameOfAnotherLossDoesNotHold() throws IOException {
        StoredResult renamed = SenateResult.LOGISTIC.stored().copy(directory.resolve("renamed"));
        renamed.edit(report -> ((ObjectNode) report.get("options").get("loss")).put("name", "SQUARED"));
        Invocation run = verify(renamed);

        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(2);
        assertThat(run.out()).contains("FAIL  objective");
    }

    private static Invocation verify(StoredResult result) {
        return Invocation.of("verify", result.directory().toString());
    }
}
