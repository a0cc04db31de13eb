package org.certifact.jobs;

import java.util.List;
import org.certifact.datasets.PlantedRatings;
import org.certifact.solver.Centering;

/**
 * Options of a comparison as checked.
 *
 * @param input what is read, unless planted is given; also blocks and duplicates
 * @param planted what is generated, or null
 * @param tolerances relative gaps to reach
 * @param reference relative gap of the reference run
 * @param mostIterations of the peer
 */
record BenchSpec(
        InputSpec input,
        PlantedRatings planted,
        double lambda,
        double weighting,
        Centering center,
        List<Double> tolerances,
        double reference,
        int runs,
        int mostIterations,
        Peer peer,
        long seed) {

    String title() {
        return planted == null
                ? input.title()
                : "generated, rank " + planted.rank() + ", noise " + planted.noise() + ", seed " + planted.seed();
    }
}
