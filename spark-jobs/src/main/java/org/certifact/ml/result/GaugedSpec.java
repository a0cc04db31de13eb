package org.certifact.ml.result;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.certifact.linalg.gauge.FactorNorm;
import org.certifact.linalg.gauge.SparseGauge;
import org.certifact.solver.GaugedSettings;

/**
 * Options of a factorization with gauges as checked.
 *
 * @param model "nmf" or "dictionary"
 * @param lambda λ, or null where {@code lambdaShare} says it
 * @param lambdaShare λ as a share of λ_max, or null
 * @param rowSparsity γ of the gauge of the columns of U
 * @param columnSparsity γ of the gauge of the columns of V
 * @param rowsNonnegative whether U ≥ 0
 * @param columnsNonnegative whether V ≥ 0
 * @param holdout entries for the final error
 * @param maxSeconds limit, or null
 * @param certifySeconds limit for the lower bound
 * @param maxRank most columns, or null
 * @param initialRank columns of the start, or null to choose
 */
public record GaugedSpec(
        String model,
        Double lambda,
        Double lambdaShare,
        double rowSparsity,
        double columnSparsity,
        boolean rowsNonnegative,
        boolean columnsNonnegative,
        String holdout,
        Double maxSeconds,
        int maxSweeps,
        double certifySeconds,
        double tolerance,
        Integer maxRank,
        Integer initialRank,
        long seed)
        implements RunOptions {

    @Override
    public boolean isComplete() {
        return model != null && (lambda != null || lambdaShare != null);
    }

    @JsonIgnore
    public FactorNorm norm() {
        return new FactorNorm(
                new SparseGauge(rowSparsity, rowsNonnegative), new SparseGauge(columnSparsity, columnsNonnegative));
    }

    @JsonIgnore
    public GaugedSettings settings() {
        return new GaugedSettings(
                norm(),
                tolerance,
                maxRank == null ? Integer.MAX_VALUE : maxRank,
                initialRank,
                seed,
                maxSeconds == null ? certifySeconds : Math.min(certifySeconds, maxSeconds));
    }

    /** The same with no cells kept back. */
    public GaugedSpec withoutHoldout() {
        return new GaugedSpec(
                model,
                lambda,
                lambdaShare,
                rowSparsity,
                columnSparsity,
                rowsNonnegative,
                columnsNonnegative,
                "none",
                maxSeconds,
                maxSweeps,
                certifySeconds,
                tolerance,
                maxRank,
                initialRank,
                seed);
    }

    /** Whether the signals are the columns of the matrix; rows otherwise. */
    @JsonIgnore
    public boolean signalsAreColumns() {
        return columnSparsity > 0 || rowSparsity == 0;
    }
}
