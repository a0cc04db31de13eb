package org.certifact.solver;

import java.util.function.BooleanSupplier;
import org.certifact.linalg.certify.Atoms;
import org.certifact.linalg.certify.BoundKind;
import org.certifact.linalg.certify.PolarBound;
import org.certifact.linalg.certify.PolarOracle;

/**
 * The best dual value proved so far, tightened only while that pays: until it reaches what is wanted, or until a few more
 * passes promise little beside the gap that is left, or until its time is spent. A proof costs more than a pass, so it is
 * taken where the passes have settled.
 */
public final class RelaxedDual {
    /** Passes between looks. */
    private static final int STRIDE = 5;

    /** A stride that gains less than this share of the gap does not pay. */
    private static final double WORTHWHILE = 0.005;

    /** A stride that gains less than this share of the gap has come to its end. */
    private static final double NOTHING = 1e-5;

    /** A proof this near to what the passes promise, as a share of the gap, is not tried again. */
    private static final double CLOSE = 0.01;

    private static final int MOST_STEPS = 500;

    private final Relaxation relaxation;
    private final PolarOracle oracle;
    private final double mostSeconds;
    private final long seed;
    private Bound best =
            new Bound(0, new PolarBound(0, Double.POSITIVE_INFINITY, BoundKind.DETERMINISTIC, 0, Atoms.none(), 0));
    private double seconds;
    private int earlierPasses;
    private BooleanSupplier interrupted = () -> false;

    /** @param mostSeconds time for all passes and proofs together */
    RelaxedDual(Relaxation relaxation, PolarOracle oracle, double mostSeconds, long seed) {
        this.relaxation = relaxation;
        this.oracle = oracle;
        this.mostSeconds = mostSeconds;
        this.seed = seed;
    }

    /**
     * A proved lower bound on the optimum.
     *
     * @param polar upper bound of the polar at the dual point that gives it
     */
    record Bound(double dual, PolarBound polar) {}

    /**
     * What another search for the same bound had reached. Its passes draw on nothing but the data and the seed, so they
     * are done again where more are wanted, without their proofs.
     *
     * @param polar upper bound of the polar at the dual point
     * @param passes over the matrix
     */
    public record State(
            double dual, double polar, BoundKind kind, double failureProbability, int passes, double seconds) {}

    State state() {
        PolarBound polar = best.polar();
        return new State(best.dual(), polar.upper(), polar.kind(), polar.failureProbability(), passes(), seconds);
    }

    /** Goes on from what another search had reached. */
    void resume(State state) {
        best = new Bound(
                state.dual(),
                new PolarBound(0, state.polar(), state.kind(), state.failureProbability(), Atoms.none(), 0));
        earlierPasses = state.passes();
        seconds = state.seconds();
    }

    /** Asked before every few passes, it ends a search early where true. */
    void heed(BooleanSupplier interruption) {
        interrupted = interruption;
    }

    /** Passes over the matrix so far. */
    int passes() {
        return Math.max(earlierPasses, relaxation.passes());
    }

    /** Seconds spent so far. */
    double seconds() {
        return seconds;
    }

    /** Columns of the relaxed solution: a guide to how many the factors need. */
    int relaxedRank() {
        return relaxation.rank();
    }

    /** Goes on until the dual value is reached or strides gain nothing. @param wanted dual value that suffices */
    Bound exhausted(double primal, double wanted) {
        return tightened(primal, wanted, NOTHING);
    }

    /** Goes on while that pays. @param primal objective at hand @param wanted dual value that suffices */
    Bound tightened(double primal, double wanted) {
        return tightened(primal, wanted, WORTHWHILE);
    }

    private Bound tightened(double primal, double wanted, double worthwhile) {
        boolean pays = best.dual() < wanted && seconds < mostSeconds;
        while (pays && relaxation.passes() < earlierPasses && !interrupted.getAsBoolean()) {
            relaxation.advance();
        }
        double guess = relaxation.guess();
        while (pays && best.dual() < wanted && seconds < mostSeconds && !interrupted.getAsBoolean()) {
            long begin = System.nanoTime();
            for (int k = 0; k < STRIDE; k++) {
                relaxation.advance();
            }
            double next = relaxation.guess();
            boolean settled = Math.abs(next - guess) <= worthwhile * (primal - next);
            guess = next;
            if (settled || next >= wanted || seconds > 0.5 * mostSeconds) {
                double before = best.dual();
                prove(wanted);
                boolean asGuessed = relaxation.guessesDual() && best.dual() >= next - CLOSE * (primal - next);
                pays = !asGuessed && best.dual() - before > worthwhile * (primal - best.dual());
            }
            seconds += (System.nanoTime() - begin) * 1e-9;
        }
        if (best.dual() == 0 && relaxation.passes() > 0) {
            // the time ran out between two looks: what the passes have reached is still worth a proof
            prove(wanted);
        }
        return best;
    }

    private void prove(double wanted) {
        Bound next = relaxation.bound(oracle, wanted, MOST_STEPS, seed + relaxation.passes());
        if (next.dual() > best.dual()) {
            best = next;
        }
    }

    void unpersist() {
        relaxation.unpersist();
    }
}
