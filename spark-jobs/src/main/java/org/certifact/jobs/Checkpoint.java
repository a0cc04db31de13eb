package org.certifact.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.certifact.matrix.DataFingerprint;
import org.certifact.ml.result.Report;
import org.certifact.solver.Bounds;
import org.certifact.solver.Goal;
import org.certifact.solver.LambdaPath;
import org.certifact.solver.Momentum;
import org.certifact.solver.RelaxedDual;

/**
 * Where a run stands, but for its factors, which lie beside it: {@code state.json} of a checkpoint.
 *
 * @param format version of the layout
 * @param options of the model and of the solver
 * @param data that are fitted at present
 * @param phase choosing λ, or fitting at it
 * @param lambda λ of the solve at hand
 * @param path λs tried
 * @param round certificates so far
 * @param rank columns of the factors at hand
 * @param bestRank columns of the best factors on the path, or null where there are none
 * @param dual the relaxed lower bound, or null where there is none
 * @param sweeps done in all
 * @param seconds taken in all
 */
record Checkpoint(
        int format,
        JsonNode options,
        DataFingerprint data,
        Phase phase,
        double lambda,
        List<LambdaPath.Step> path,
        int round,
        Bounds bounds,
        Goal goal,
        Momentum momentum,
        int rank,
        Integer bestRank,
        RelaxedDual.State dual,
        int sweeps,
        double seconds,
        List<Report.Iteration> iterations) {

    static final int FORMAT = 4;

    enum Phase {
        CHOOSING,
        FITTING
    }
}
