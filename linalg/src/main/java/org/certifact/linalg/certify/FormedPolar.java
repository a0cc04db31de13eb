package org.certifact.linalg.certify;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.certifact.linalg.block.DenseRows;
import org.certifact.linalg.dense.SpectralBound;
import org.certifact.linalg.dense.SymmetricEigen;
import org.certifact.linalg.krylov.Deflation;
import org.certifact.linalg.krylov.LanczosBundle;
import org.certifact.linalg.operator.LinearOperator;

/**
 * The largest singular value of G with GᵀG at hand: bounded above by a Cholesky factorization of τ²I − GᵀG, below by
 * Rayleigh–Ritz on GᵀG's eigenvectors where it is small, else on the Ritz vectors of a few Lanczos chains.
 */
final class FormedPolar {
    private static final double UNIT = 0x1p-53;

    /** Up to so many columns the eigenvectors of GᵀG cost less than the chains would. */
    private static final int DENSE = 256;

    /** Steps after which the best joint Ritz value is, as a rule, the largest eigenvalue to eight digits. */
    private static final int FIRST_STEPS = 24;

    /** Where that fails, the shares of the way to the target at which a bound is tried. */
    private static final double[] ON_THE_WAY = {0.25, 0.5};

    private final LinearOperator g;
    private final PolarRequest request;
    private final int n;
    private final double[] gram;
    private final double error;

    FormedPolar(LinearOperator g, PolarRequest request) {
        this.g = g;
        this.request = request;
        this.n = g.columns();
        this.gram = g.gramMatrix();
        // every entry of GᵀG is a sum of at most rows products, summed in any order
        this.error = (g.rows() + 8) * UNIT * g.squaredNorm();
    }

    /** @param starts of chains @param failureProbability of what they bound, should no factorization succeed */
    PolarBound bound(int starts, double failureProbability) {
        return n <= DENSE ? decomposed() : chained(starts, failureProbability);
    }

    private PolarBound decomposed() {
        SymmetricEigen eigen = SymmetricEigen.leading(gram, n, Math.min(n, Math.max(1, request.mostAtoms())));
        double ritz = quotient(eigen.best(1));
        OptionalDouble closing = ritz > request.target() ? OptionalDouble.empty() : leastProved(ritz, near(ritz));
        if (suffices(closing)) {
            return new PolarBound(ritz, closing.getAsDouble(), BoundKind.DETERMINISTIC, 0, Atoms.none(), 1);
        }
        Atoms atoms = RitzAtoms.of(g, above(eigen, request.lambda() * request.lambda()), request);
        double lower = RitzAtoms.lower(ritz, atoms, request);
        double upper =
                leastProved(lower, near(lower)).orElseGet(() -> Math.sqrt((1 + 2 * n * UNIT) * (trace() + n * error)));
        return new PolarBound(lower, upper, BoundKind.DETERMINISTIC, 0, atoms, 1);
    }

    private double[] near(double lower) {
        return new double[] {
            lower, lower * (1 + 1e-11), lower * (1 + 1e-8), lower * 1.0001, request.target(), lower * 1.01
        };
    }

    /**
     * With chains. Whether the target is a bound a factorization tells, however little they know, unless they have refuted it:
     * they go on only where it says no and they have not found why. Where it says yes nobody asks for atoms, which take a pass
     * over the data.
     */
    private PolarBound chained(int starts, double failureProbability) {
        Deflation whole = Deflation.none(n, this::times);
        LanczosBundle bundle = new LanczosBundle(
                n, Math.min(starts, n), request.seed(), request.keys(), failureProbability, whole::rest);
        for (int steps = firstSteps(); ; steps *= 2) {
            expand(bundle, steps);
            double ofOne = Math.sqrt(bundle.lower());
            // where the target is refuted and atoms are what is wanted, the chains' bound says enough
            boolean refuted = ofOne > request.target() && request.mostAtoms() > 0;
            double ritz = refuted
                    ? ofOne
                    : Math.max(ofOne, quotient(bundle.ritzAbove(0, 1).vectors()));
            double probable = Math.max(Math.sqrt(bundle.upper() + error), ritz);
            OptionalDouble proved = refuted ? OptionalDouble.empty() : leastProved(ritz, candidates(ritz, probable));
            if (suffices(proved)) {
                return new PolarBound(
                        ritz, proved.getAsDouble(), BoundKind.DETERMINISTIC, 0, Atoms.none(), bundle.steps());
            }
            Atoms atoms = RitzAtoms.among(bundle, whole, g, request);
            double lower = RitzAtoms.lower(ritz, atoms, request);
            boolean open = lower <= request.target() && proved.orElse(probable) > request.target();
            if (open && !bundle.exhausted() && bundle.steps() < request.mostSteps()) {
                continue;
            }
            return proved.isPresent()
                    ? new PolarBound(
                            lower,
                            Math.max(lower, proved.getAsDouble()),
                            BoundKind.DETERMINISTIC,
                            0,
                            atoms,
                            bundle.steps())
                    : new PolarBound(
                            lower,
                            Math.max(lower, probable),
                            BoundKind.PROBABILISTIC,
                            failureProbability,
                            atoms,
                            bundle.steps());
        }
    }

    /** Good atoms save sweeps, and the first steps cost next to nothing. */
    private int firstSteps() {
        int most = request.mostAtoms();
        return most == 0 ? FIRST_STEPS : Math.max(8 + most / 2, Math.min(FIRST_STEPS, 8 + 2 * most));
    }

    private void expand(LanczosBundle bundle, int steps) {
        do {
            bundle.expand();
        } while (bundle.steps() < Math.min(steps, request.mostSteps()) && !bundle.exhausted());
    }

    private double[] candidates(double lower, double probable) {
        double tight = lower * (1 + 1e-8);
        return DoubleStream.concat(
                        Arrays.stream(ON_THE_WAY)
                                .map(share -> Math.max(tight, lower + share * (request.target() - lower))),
                        DoubleStream.of(tight, request.target(), Math.max(tight, probable), lower * 1.01))
                .toArray();
    }

    private boolean suffices(OptionalDouble proved) {
        return proved.isPresent() && proved.getAsDouble() <= request.target();
    }

    /** The least of some numbers, none below the lower bound, that a factorization proves to be an upper one. */
    private OptionalDouble leastProved(double lower, double... candidates) {
        return Arrays.stream(candidates)
                .filter(tau -> tau >= lower && Double.isFinite(tau))
                .distinct()
                .sorted()
                .filter(tau -> SpectralBound.provesBelow(gram, n, Math.nextDown(tau * tau), error))
                .findFirst();
    }

    /** ‖G x‖ / ‖x‖ by GᵀG as it was formed, less what its rounding may have added; 0 for no vector. */
    private double quotient(double[] x) {
        double square = x.length == 0 ? 0 : DenseRows.inner(x, times(x, 1)) / DenseRows.inner(x, x);
        return Math.sqrt(Math.max(0, square - error));
    }

    /** GᵀG x. */
    private double[] times(double[] x, int count) {
        return DenseRows.sharedTimes(gram, n, n, x, count);
    }

    /** The eigenvectors of values above a threshold as columns, best first. @return n × their number */
    private static double[] above(SymmetricEigen eigen, double threshold) {
        return eigen.best(
                (int) Arrays.stream(eigen.values()).filter(x -> x > threshold).count());
    }

    private double trace() {
        return IntStream.range(0, n).mapToDouble(k -> gram[k * n + k]).sum();
    }
}
