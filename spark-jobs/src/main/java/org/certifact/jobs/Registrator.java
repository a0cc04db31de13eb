package org.certifact.jobs;

import com.esotericsoftware.kryo.Kryo;
import org.apache.spark.serializer.KryoRegistrator;
import org.certifact.matrix.BlockRegistrator;
import org.certifact.solver.SolverRegistrator;

/** Registers every class of the project that Kryo writes, package by package. */
public final class Registrator implements KryoRegistrator {
    @Override
    public void registerClasses(Kryo kryo) {
        new BlockRegistrator().registerClasses(kryo);
        new SolverRegistrator().registerClasses(kryo);
    }
}
