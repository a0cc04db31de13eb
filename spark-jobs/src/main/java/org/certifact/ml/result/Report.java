package org.certifact.ml.result;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.certifact.datasets.BadInputException;
import org.certifact.linalg.certify.BoundKind;
import org.certifact.linalg.certify.Certificate;
import org.certifact.linalg.certify.Verdict;
import org.certifact.matrix.PredictionErrors;
import org.certifact.solver.LambdaPath;

/**
 * What a run found and how: {@code report.json}.
 *
 * @param verdict how the run ended
 * @param primal objective at the saved factors
 * @param dual proved lower bound on the objective of any factors of any rank
 * @param relativeGap (primal − dual) / primal
 * @param polar bounds on the polar at the point that gives {@code dual}
 * @param dualWitness true where {@code dual} comes from the witness factors saved beside the result
 * @param certifySeconds how much of {@code seconds} all certificates took; of a gauge that has a relaxation, that lower bound
 * @param heldOut error on the held-out entries, or null
 * @param path the λs tried, where λ was chosen; else empty
 * @param singularValues of UVᵀ in the gauge's coordinates
 * @param fingerprint of the saved factors
 * @param input what was read, as whoever read it can read it again
 * @param resumed where the run went on from, or null where it began at the beginning
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Report(
        String model,
        Verdict verdict,
        double primal,
        double dual,
        double relativeGap,
        int rank,
        double lambda,
        Polar polar,
        boolean dualWitness,
        HeldOutError heldOut,
        double seconds,
        Double certifySeconds,
        List<Iteration> iterations,
        List<LambdaPath.Step> path,
        double[] singularValues,
        DataSummary data,
        String fingerprint,
        JsonNode input,
        RunOptions options,
        Resumption resumed,
        Map<String, String> versions) {

    public static final String FILE = "report.json";

    /** Stands for the fingerprint of factors that were not saved. */
    public static final String UNSAVED = "";

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .findAndRegisterModules();

    /** Bounds on the polar. */
    public record Polar(double lower, double upper, BoundKind kind, double failureProbability) {
        public static Polar of(Certificate certificate) {
            return new Polar(
                    certificate.polar().lower(),
                    certificate.polar().upper(),
                    certificate.polar().kind(),
                    certificate.polar().failureProbability());
        }
    }

    /**
     * A checkpoint that a run went on from.
     *
     * @param sweeps done by then
     * @param seconds taken by then
     */
    public record Resumption(String checkpoint, int sweeps, double seconds) {}

    /**
     * Error on held-out entries.
     *
     * @param rmse root mean squared error; null with the logistic loss, whose predictions are no values
     * @param baseline the same with the offsets alone, no factors; with the logistic loss the log loss
     * @param meanAbsoluteError with the Huber loss, which is for data where squares mean little; else null
     * @param logLoss mean logistic loss, in nats; null with other losses
     * @param misclassified share of labels that the sign of the prediction misses; null with other losses
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record HeldOutError(
            Double rmse,
            long entries,
            double baseline,
            Double meanAbsoluteError,
            Double logLoss,
            Double misclassified) {

        public HeldOutError(double rmse, long entries, double baseline) {
            this(rmse, entries, baseline, null, null, null);
        }

        /** What matters with a loss. @param without errors of the offsets alone */
        public static HeldOutError of(LossName loss, long entries, PredictionErrors errors, PredictionErrors without) {
            return switch (loss) {
                case SQUARED, IMPLICIT -> new HeldOutError(errors.rootMeanSquare(), entries, without.rootMeanSquare());
                case HUBER ->
                    new HeldOutError(
                            errors.rootMeanSquare(),
                            entries,
                            without.rootMeanSquare(),
                            errors.meanAbsolute(),
                            null,
                            null);
                case LOGISTIC ->
                    new HeldOutError(
                            null, entries, without.meanLoss(), null, errors.meanLoss(), errors.misclassified());
            };
        }

        /** As a person reads it. */
        public String text() {
            if (logLoss != null) {
                return String.format(
                        Locale.ROOT,
                        "log loss %.6f (%.6f without factors), %.3f %% misclassified, on %d entries",
                        logLoss,
                        baseline,
                        100 * misclassified,
                        entries);
            }
            return String.format(
                    Locale.ROOT,
                    "RMSE %.6f%s on %d entries (%.6f without factors)",
                    rmse,
                    meanAbsoluteError == null
                            ? ""
                            : String.format(Locale.ROOT, ", mean absolute error %.6f,", meanAbsoluteError),
                    entries,
                    baseline);
        }
    }

    /** The data that were fitted; checked when a result is verified. */
    public record DataSummary(
            String title, int rows, int columns, long entries, long badRecords, double sum, double sumOfSquares) {}

    /**
     * A sweep, or a certificate and the growth after it.
     *
     * @param event "sweep" or "certificate"
     * @param objective at the point passed (sweep) or reached (certificate)
     * @param relativeGap the last one known
     * @param newAtoms directions that the certificate found above λ
     * @param solve which solve of the run it belongs to, from 1: each λ of a path is one
     * @param polarLower of a certificate: the polar is at least that, where a bound is known
     * @param polarUpper of a certificate: the polar is proved to be at most that
     * @param certifySeconds of a certificate: what it took, with the pruning before it
     */
    public record Iteration(
            String event,
            int solve,
            int sweep,
            double seconds,
            double lambda,
            int rank,
            double objective,
            Double relativeGap,
            int newAtoms,
            Double polarLower,
            Double polarUpper,
            Double certifySeconds) {

        @JsonIgnore
        public boolean isCertificate() {
            return event.equals("certificate");
        }
    }

    /** The same of factors as they were saved. */
    public Report withFingerprint(long saved) {
        return new Report(
                model,
                verdict,
                primal,
                dual,
                relativeGap,
                rank,
                lambda,
                polar,
                dualWitness,
                heldOut,
                seconds,
                certifySeconds,
                iterations,
                path,
                singularValues,
                data,
                Long.toHexString(saved),
                input,
                options,
                resumed,
                versions);
    }

    public String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the report cannot be written as JSON", e);
        }
    }

    /** The same as a tree. */
    public static JsonNode tree(Report report) {
        return JSON.valueToTree(report);
    }

    public static Report parse(String json, String place) {
        try {
            Report report = JSON.readValue(json, Report.class);
            if (report == null || !report.isComplete()) {
                throw new BadInputException(place + ": is not a report of certifact: parts of it are missing");
            }
            return report;
        } catch (JsonProcessingException e) {
            throw new BadInputException(place + ": is not a report of certifact: " + e.getOriginalMessage());
        }
    }

    /** Whether everything is there that every report has. */
    private boolean isComplete() {
        boolean whole = Stream.of(
                        model,
                        verdict,
                        polar,
                        iterations,
                        path,
                        singularValues,
                        data,
                        fingerprint,
                        input,
                        options,
                        versions)
                .allMatch(Objects::nonNull);
        return whole
                && options.isComplete()
                && input.isObject()
                && path.stream().allMatch(Objects::nonNull)
                && polar.kind() != null
                && data.title() != null;
    }
}
