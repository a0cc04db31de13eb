package org.certifact.solver;

import java.util.List;
import org.apache.spark.serializer.KryoRegistrator;
import org.certifact.matrix.DataBlock;
import org.certifact.matrix.DenseData;
import org.certifact.matrix.KryoRoundTripContract;
import org.certifact.matrix.LocalBlock;
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
        return List.of(
                majorized,
                new ConjugateGradientUpdate(0.5, 2).prepare(gram, 2, 1),
                UpdatedBlock.of(
                        data,
                        LocalBlock.factor(PlainMatrix.gaussian(5, 2, 2)),
                        LocalBlock.panel(PlainMatrix.gaussian(4, 2, 3)),
                        majorized,
                        0,
                        0.5));
    }
}
