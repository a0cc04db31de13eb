package org.certifact.solver;

import java.util.Arrays;
import java.util.Optional;
import org.certifact.matrix.FactorMatrix;

/** A factorization X = U Vᵀ, with the momentum that a descent has gathered. */
public final class Factors {
    private final FactorMatrix u;
    private final FactorMatrix v;
    private final Momentum momentum;
    private final double[] singularValues;
    private final double[] slopes;

    private Factors(FactorMatrix u, FactorMatrix v, Momentum momentum, double[] singularValues, double[] slopes) {
        this.u = u;
        this.v = v;
        this.momentum = momentum;
        this.singularValues = singularValues;
        this.slopes = slopes;
    }

    /** @param u rows × rank @param v columns × rank */
    public static Factors of(FactorMatrix u, FactorMatrix v) {
        return new Factors(u, v, Momentum.NONE, null, null);
    }

    /** Factors with the momentum that a descent had gathered. */
    public static Factors moving(FactorMatrix u, FactorMatrix v, Momentum momentum) {
        return new Factors(u, v, momentum, null, null);
    }

    Factors with(FactorMatrix newU, FactorMatrix newV, Momentum newMomentum) {
        return new Factors(newU, newV, newMomentum, null, null);
    }

    /** The same, with the slopes at which the last sweep left them. @param slopes u_aᵀ G v_b, rank × rank */
    Factors leaving(double[] slopes) {
        return new Factors(u, v, momentum, singularValues, slopes);
    }

    /** u_aᵀ G v_b about where the last sweep ended, rank × rank, where it is known. */
    Optional<double[]> slopes() {
        return Optional.ofNullable(slopes);
    }

    /** The same product, written in its singular vectors. */
    Factors balanced(Balance balance) {
        return new Factors(
                u.times(balance.left(), balance.rank()),
                v.times(balance.right(), balance.rank()),
                momentum,
                balance.singularValues(),
                null);
    }

    /** U times one matrix and V times another, both rank × count; the momentum is forgotten. */
    Factors mapped(double[] left, double[] right, int count) {
        return new Factors(u.times(left, count), v.times(right, count), Momentum.NONE, null, null);
    }

    /** rows × rank. */
    public FactorMatrix u() {
        return u;
    }

    /** columns × rank. */
    public FactorMatrix v() {
        return v;
    }

    /** What a descent has gathered. */
    public Momentum momentum() {
        return momentum;
    }

    /** Number of columns. */
    public int rank() {
        return u.rank();
    }

    /** The singular values of UVᵀ in the gauges' coordinates, descending, where the factors are balanced. */
    public Optional<double[]> singularValues() {
        return Optional.ofNullable(singularValues).map(s -> Arrays.copyOf(s, s.length));
    }

    /** The same values, kept on the executors whatever becomes of these; their momentum is forgotten. */
    public Factors keep() {
        return new Factors(u.keep("U"), v.keep("V"), Momentum.NONE, singularValues, null);
    }

    /** The same values for another run to take over, without touching what these keep. */
    public Factors fork() {
        return new Factors(u.fork(), v.fork(), Momentum.NONE, singularValues, null);
    }

    /** Lets go of both. */
    public void unpersist() {
        u.unpersist();
        v.unpersist();
    }
}
