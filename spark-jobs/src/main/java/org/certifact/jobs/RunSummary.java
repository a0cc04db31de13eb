package org.certifact.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.certifact.ml.result.Report;

/** How a run ended, as one line that a scheduler reads. */
final class RunSummary {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RunSummary() {}

    /** @param result where it is */
    static String of(Report report, String result) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("exitCode", ExitCode.of(report.verdict()));
        line.put("verdict", report.verdict());
        line.put("relativeGap", report.relativeGap());
        line.put("objective", report.primal());
        line.put("lowerBound", report.dual());
        line.put("rank", report.rank());
        line.put("lambda", report.lambda());
        line.put(
                "heldOutRmse",
                report.heldOut() == null ? null : report.heldOut().rmse());
        line.put("seconds", report.seconds());
        line.put("result", result);
        return text(line);
    }

    /** @param result where it is */
    static String of(EncodingReport report, String result) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("exitCode", ExitCode.CERTIFIED);
        line.put("signals", report.signals());
        line.put("relativeError", report.relativeError());
        line.put("result", result);
        return text(line);
    }

    /** A run that did not get as far as a result. */
    static String ofFailure(int exitCode, String message) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("exitCode", exitCode);
        line.put("error", message);
        return text(line);
    }

    private static String text(Map<String, Object> line) {
        try {
            return JSON.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the summary cannot be written as JSON", e);
        }
    }
}
