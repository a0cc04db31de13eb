package org.certifact.solver;

import org.certifact.linalg.loss.SquaredLoss;
import org.certifact.matrix.PlacedData;

class ConjugateGradientDescentTest extends DescentContract {
    @Override
    AlternatingDescent descent(PlacedData placed, double lambda) {
        return AlternatingDescent.spread(
                placed.matrix(),
                new SquaredLoss(),
                DescentMethod.CONJUGATE_GRADIENT.update(lambda),
                lambda,
                new Lineage(),
                Progress.SILENT);
    }
}
