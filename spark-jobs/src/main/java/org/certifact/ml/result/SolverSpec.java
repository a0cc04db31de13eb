package org.certifact.ml.result;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.certifact.solver.Centering;
import org.certifact.solver.CompletionSettings;

/**
 * Model and solver options as checked.
 *
 * @param lambda λ, or null to choose it
 * @param weighting α
 * @param loss of an entry
 * @param holdout entries for the final error
 * @param validation entries for choosing λ
 * @param maxSeconds limit, or null
 */
@JsonIgnoreProperties(value = "tolerance", allowGetters = true)
public record SolverSpec(
        Double lambda,
        double weighting,
        Centering center,
        LossSpec loss,
        String holdout,
        String validation,
        Double maxSeconds,
        int maxSweeps,
        CompletionSettings settings)
        implements RunOptions {

    public SolverSpec {
        loss = loss == null ? LossSpec.SQUARED : loss;
    }

    @Override
    public double tolerance() {
        return settings.tolerance();
    }

    @Override
    public boolean isComplete() {
        return center != null && holdout != null && validation != null && settings != null;
    }
}
