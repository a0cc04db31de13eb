package org.certifact.linalg.dense;

import java.util.Objects;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Whole vectors at a time, the same to the last digit. */
final class VectorRotation implements PlaneRotation {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    @Override
    public void turn(double[] x, double[] y, double c, double s) {
        Objects.checkFromIndexSize(0, x.length, y.length); // the vectors are not checked one by one
        DoubleVector cosine = DoubleVector.broadcast(SPECIES, c);
        DoubleVector sine = DoubleVector.broadcast(SPECIES, s);
        DoubleVector minus = DoubleVector.broadcast(SPECIES, -s);
        int whole = SPECIES.loopBound(x.length);
        for (int k = 0; k < whole; k += LANES) {
            DoubleVector u = DoubleVector.fromArray(SPECIES, x, k);
            DoubleVector w = DoubleVector.fromArray(SPECIES, y, k);
            minus.fma(w, cosine.mul(u)).intoArray(x, k);
            sine.fma(u, cosine.mul(w)).intoArray(y, k);
        }
        ScalarRotation.turn(x, y, c, s, whole);
    }

    @Override
    public int padded(int length) {
        return (length + LANES - 1) / LANES * LANES;
    }
}
