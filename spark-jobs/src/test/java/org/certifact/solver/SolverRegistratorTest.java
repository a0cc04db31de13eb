package org.certifact.solver;

import java.util.List;
import org.apache.spark.serializer.KryoRegistrator;
import org.certifact.linalg.gauge.FactorNorm;
import org.certifact.linalg.gauge.SparseGauge;
import org.certifact.linalg.loss.SquaredLoss;
import org.certifact.matrix.DataBlock;
import org.certifact.matrix.DenseData;
import org.certifact.matrix.KryoRoundTripContract;
import org.certifact.matrix.LocalBlock;
import org.certifact.matrix.PlacedData;
import org.certifact.matrix.PlainMatrix;

class SolverRegistratorTest extends KryoRoundTripContract {
    @Override
    protected KryoRegistrator registrator() {
        return new SolverRegistrator();
    }

    @Override
    protected List<Object> examples() {
        DataBlock data = LocalBlock.of(DenseData.random(5, 4, 0.5, 1), 0.5);
        double[] gram = {2, 1, 1, 2};
        RowUpdate.Step majorized = new MajorizedUpdate(0.5).prepare(gram, 2, 1);
        ColumnNorms norms = new ColumnNorms(new double[] {1, 4}, new double[] {1, 3});
        SparseGauge gauge = new SparseGauge(0.1, true);
        ColumnPenalty penalty = ColumnPenalty.of(0.5, gauge, norms, gauge, norms);
        CoordinateStep coordinates = new CoordinateStep(gram, 2, 1, penalty);
        return List.of(
                penalty,
                coordinates,
                CoordinateBlock.of(
                        data,
                        LocalBlock.factor(PlainMatrix.gaussian(5, 2, 2)),
                        LocalBlock.panel(PlainMatrix.gaussian(4, 2, 3)),
                        coordinates,
                        0,
                        0.5,
                        0.5),
                new RowEncoder(
                        new FactorNorm(gauge, gauge),
                        0.5,
                        PlacedData.of(DenseData.full(new double[5][4]), 2, 0).u(PlainMatrix.gaussian(5, 2, 2)),
                        PlainMatrix.flat(PlainMatrix.gaussian(4, 2, 3))),
                majorized,
                new Leverages(GramRoot.of(gram, 2, 0), 2),
                new ConjugateGradientUpdate(0.5, 2).prepare(gram, 2, 1),
                UpdatedBlock.of(
                        data,
                        new SquaredLoss(),
                        LocalBlock.factor(PlainMatrix.gaussian(5, 2, 2)),
                        LocalBlock.panel(PlainMatrix.gaussian(4, 2, 3)),
                        majorized,
                        0,
                        0.5));
    }
}
