package org.certifact.linalg.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** The sum over the lanes of a vector. */
final class VectorLanes {
    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = S.length();

    /** What a vector is cast to before its methods are called, see {@link VectorRowLoops}. */
    private static final Class<? extends DoubleVector> TYPE =
            DoubleVector.zero(S).getClass();

    /** A turn of the lanes by four, two and one. */
    private static final VectorShuffle<Double> BY_FOUR = turn(4);

    private static final VectorShuffle<Double> BY_TWO = turn(2);
    private static final VectorShuffle<Double> BY_ONE = turn(1);

    private VectorLanes() {}

    private static VectorShuffle<Double> turn(int by) {
        int[] source = new int[LANES];
        for (int i = 0; i < LANES; i++) {
            source[i] = (i + by) % LANES;
        }
        return VectorShuffle.fromArray(S, source, 0);
    }

    /**
     * The sum of all lanes in every lane. Turns and sums of whole vectors, where {@code reduceLanes} of a 17 JDK adds the lanes
     * of doubles one after the other, and the sum is then where it is needed next.
     */
    static DoubleVector everywhere(DoubleVector x) {
        if (LANES > 8) {
            return DoubleVector.broadcast(S, TYPE.cast(x).reduceLanes(VectorOperators.ADD));
        }
        DoubleVector sum = x;
        if (LANES > 4) {
            sum = TYPE.cast(TYPE.cast(sum).rearrange(BY_FOUR)).add(sum);
        }
        if (LANES > 2) {
            sum = TYPE.cast(TYPE.cast(sum).rearrange(BY_TWO)).add(sum);
        }
        return LANES > 1 ? TYPE.cast(TYPE.cast(sum).rearrange(BY_ONE)).add(sum) : sum;
    }
}
