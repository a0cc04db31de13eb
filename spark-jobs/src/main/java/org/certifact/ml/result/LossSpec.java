package org.certifact.ml.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.Serializable;
import java.util.Locale;
import org.certifact.datasets.BadInputException;
import org.certifact.linalg.loss.HuberLoss;
import org.certifact.linalg.loss.LogisticLoss;
import org.certifact.linalg.loss.Loss;
import org.certifact.linalg.loss.SquaredLoss;
import org.certifact.matrix.BlockMatrix;
import org.certifact.matrix.EntryTable;
import org.certifact.matrix.Selection;

/**
 * A loss as it is asked for and kept in a report.
 *
 * @param threshold δ of the Huber loss, in units of the values; else null
 * @param alpha α of the confidence 1 + α|r| of implicit feedback; else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LossSpec(LossName name, Double threshold, Double alpha) implements Serializable {
    /** What results have that name no loss. */
    public static final LossSpec SQUARED = new LossSpec(LossName.SQUARED, null, null);

    private static final double USUAL_THRESHOLD = 1;
    private static final double USUAL_ALPHA = 1;

    /** @param threshold as given, or null @throws BadInputException naming what is wrong, and the way out */
    public static LossSpec parse(String name, Double threshold) {
        LossName loss = switch (name.toLowerCase(Locale.ROOT)) {
            case "squared" -> LossName.SQUARED;
            case "huber" -> LossName.HUBER;
            case "logistic" -> LossName.LOGISTIC;
            case "l1", "absolute" ->
                throw new BadInputException("--loss " + name
                        + ": has no certificate, because it is not differentiable: the gradient whose polar would be"
                        + " bounded does not exist where an entry is fitted exactly; give --loss huber with a small"
                        + " --huber-threshold, which comes as near as you like");
            default ->
                throw new BadInputException("--loss '" + name + "' is unknown; there are squared, huber, logistic");
        };
        if (loss != LossName.HUBER && threshold != null) {
            throw new BadInputException("--huber-threshold " + threshold + ": is of --loss huber, not of --loss "
                    + name.toLowerCase(Locale.ROOT) + "; leave it out or change the loss");
        }
        if (threshold != null && !(threshold > 0 && Double.isFinite(threshold))) {
            throw new BadInputException("--huber-threshold " + threshold + ": must be a number above 0");
        }
        return new LossSpec(
                loss, loss != LossName.HUBER ? null : threshold == null ? USUAL_THRESHOLD : threshold, null);
    }

    /** Implicit feedback. @param alpha as given, or null @throws BadInputException naming what is wrong, and the way out */
    public static LossSpec implicit(String loss, Double threshold, Double alpha) {
        if (parse(loss, threshold).name() != LossName.SQUARED) {
            throw new BadInputException("--implicit --loss " + loss
                    + ": cells that were not seen are summed without visiting them, which only squares allow; leave"
                    + " --loss out");
        }
        if (alpha != null && !(alpha >= 0 && Double.isFinite(alpha))) {
            throw new BadInputException("--alpha " + alpha + ": must be a number, 0 or above");
        }
        return new LossSpec(LossName.IMPLICIT, null, alpha == null ? USUAL_ALPHA : alpha);
    }

    /** The matrix that the loss is summed over. */
    public BlockMatrix matrix(EntryTable table, Selection selection, double weighting) {
        return name == LossName.IMPLICIT
                ? BlockMatrix.views(table, selection, alpha, weighting)
                : BlockMatrix.build(table, selection, weighting);
    }

    public Loss loss() {
        return switch (name) {
            case SQUARED, IMPLICIT -> new SquaredLoss();
            case HUBER -> new HuberLoss(threshold);
            case LOGISTIC -> new LogisticLoss();
        };
    }

    /** As a person reads it. */
    public String text() {
        return switch (name) {
            case SQUARED -> "squared";
            case LOGISTIC -> "logistic";
            case HUBER -> String.format(Locale.ROOT, "huber, threshold %.6g", threshold);
            case IMPLICIT -> String.format(Locale.ROOT, "squared over all cells, confidence 1 + %.6g |r|", alpha);
        };
    }
}
