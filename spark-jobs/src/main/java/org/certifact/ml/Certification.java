package org.certifact.ml;

import java.util.Locale;
import org.certifact.linalg.certify.BoundKind;
import org.certifact.linalg.certify.Certificate;

/**
 * What is proved of factors that others made.
 *
 * @param objective Σ w ℓ(y, u·v) + ½ λ (Σ d^α‖u‖² + Σ d^α‖v‖²) as the factors are given
 * @param certificate of their product: its primal is the same with the factors balanced, the least that any factors of this product cost
 * @param rank columns that were given
 * @param independent columns that their product needs
 * @param directions new directions that were found along which one more column lowers the objective; a search, no proof that there are none
 */
public record Certification(
        double objective, Certificate certificate, double lambda, int rank, int independent, int directions) {

    /** A proved lower bound on the objective of all factors of all ranks. */
    public double lowerBound() {
        return certificate.dual();
    }

    /** (objective − lower bound) / objective: no factors of any rank are better by a larger share. */
    public double relativeGap() {
        return objective > 0 ? Math.max(0, objective - lowerBound()) / objective : 0;
    }

    /** For people, a line each. */
    @Override
    public String toString() {
        String kind = certificate.polar().kind() == BoundKind.DETERMINISTIC
                ? "upper bound deterministic"
                : String.format(
                        Locale.ROOT,
                        "upper bound holds but for probability %.0e",
                        certificate.polar().failureProbability());
        return String.format(
                Locale.ROOT,
                """
                objective    %.10g
                balanced     %.10g, the same product at least cost
                lower bound  %.10g
                relative gap %.3e: no factors of any rank are better by a larger share
                polar        %.10g to %.10g, %s; lambda %.10g
                rank         %d, of which %d independent; more rank %s
                """,
                objective,
                certificate.primal(),
                lowerBound(),
                relativeGap(),
                certificate.polar().lower(),
                certificate.polar().upper(),
                kind,
                lambda,
                rank,
                independent,
                directions > 0
                        ? "would help: at least " + directions + " new directions lower the objective"
                        : certificate.polar().upper() <= lambda
                                ? "added to these columns lowers nothing: proved"
                                : "is not known to help: no new direction was found");
    }
}
