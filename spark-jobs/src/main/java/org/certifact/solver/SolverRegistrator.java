package org.certifact.solver;

import com.esotericsoftware.kryo.Kryo;
import org.apache.spark.serializer.KryoRegistrator;

/** The classes of this package that travel between executors. */
public final class SolverRegistrator implements KryoRegistrator {
    @Override
    public void registerClasses(Kryo kryo) {
        kryo.register(UpdatedBlock.class);
        kryo.register(CoordinateBlock.class);
        kryo.register(CoordinateStep.class);
        kryo.register(ColumnPenalty.class);
        kryo.register(RowEncoder.class);
        kryo.register(MajorizedUpdate.EigenStep.class);
        kryo.register(Leverages.class);
        kryo.register(ConjugateGradientUpdate.ConjugateGradientStep.class);
    }
}
