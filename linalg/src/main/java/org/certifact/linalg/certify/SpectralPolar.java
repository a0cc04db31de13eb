package org.certifact.linalg.certify;

import org.certifact.linalg.block.DenseRows;
import org.certifact.linalg.krylov.Deflation;
import org.certifact.linalg.krylov.LanczosBundle;
import org.certifact.linalg.operator.LinearOperator;

/**
 * The polar of the gauge pair (‖·‖₂, ‖·‖₂): the largest singular value of G.
 *
 * <p>Where the columns are few, GᵀG is formed and factorized, see {@link FormedPolar}. Else lower bound and atoms are from
 * Rayleigh–Ritz on the present columns together with the Ritz vectors of a few independent Lanczos chains, and the upper
 * bound is {@link LanczosBundle#upper()} on what {@link Deflation} leaves of GᵀG beside the present columns. At an optimum λ
 * is a singular value of multiplicity r with those columns for its vectors: with them taken out the chains need only tell
 * what remains from λ.
 */
public final class SpectralPolar implements PolarOracle {
    /** Up to so many columns {@link #standard()} forms GᵀG, and its bound is deterministic. */
    public static final int MOST_FORMED = 2048;

    /** Chains for one, where a product is a pass over the data: whole vectors make it as fast, and the bound needs fewer steps. */
    private static final int PASS_FACTOR = 2;

    /** Products after which the chains' joint Ritz vectors are good atoms, ... */
    private static final int ATOM_STEPS = 5;

    /** ... beside one for each so many that are asked for. */
    private static final int ATOMS_A_STEP = 4;

    /** So often at most is the top of what is left taken out, the first time included. */
    private static final int STAGES = 3;

    /** Between the seeds of two stages. */
    private static final long STAGE = 0x9e3779b97f4a7c15L;

    /** So many Ritz vectors are taken out of what is left to be bounded: those past it have hardly converged. */
    private static final int MOST_TAKEN = 16;

    /** To multiply with more vectors than that at once costs more than it saves steps. */
    private static final int MOST_DEFLATED = 96;

    private final int starts;
    private final int deterministicLimit;
    private final double failureProbability;

    /**
     * @param starts number of independent Lanczos chains, at least 1; twice as many where GᵀG is not formed
     * @param deterministicLimit most columns for which GᵀG is formed and factorized
     * @param failureProbability of the probabilistic bound, at most 1e-9
     */
    public SpectralPolar(int starts, int deterministicLimit, double failureProbability) {
        if (!(failureProbability > 0 && failureProbability <= 1e-9)) {
            throw new IllegalArgumentException("failure probability " + failureProbability + " is not in (0, 1e-9]");
        }
        if (starts < 1) {
            throw new IllegalArgumentException("starts " + starts + " is not at least 1");
        }
        this.starts = starts;
        this.deterministicLimit = deterministicLimit;
        this.failureProbability = failureProbability;
    }

    /** Four chains or eight, deterministic up to {@link #MOST_FORMED} columns, failure probability 1e-10. */
    public static SpectralPolar standard() {
        return new SpectralPolar(4, MOST_FORMED, 1e-10);
    }

    @Override
    public PolarBound bound(LinearOperator g, PolarRequest request) {
        int n = g.columns();
        if (n == 0) {
            return new PolarBound(0, 0, BoundKind.DETERMINISTIC, 0, Atoms.none(), 0);
        }
        return n <= deterministicLimit
                ? new FormedPolar(g, request).bound(starts, failureProbability)
                : iterated(g, request);
    }

    /**
     * With a pass over the data for every product. Where the present columns do not span enough of the top of G for a proof
     * that is in reach, what the first chains have found of the rest's top is taken out as well, and others bound what remains.
     */
    private PolarBound iterated(LinearOperator g, PolarRequest request) {
        int n = g.columns();
        int enough = ATOM_STEPS + request.mostAtoms() / ATOMS_A_STEP;
        double[] known = near(n, request);
        Atoms atoms = Atoms.none();
        double lower = 0;
        double upper = Double.POSITIVE_INFINITY;
        int steps = 0;
        for (int stage = 0; ; stage++) {
            Deflation split = deflation(g, known);
            LanczosBundle bundle =
                    bundle(n, PASS_FACTOR * starts, request.seed() + stage * STAGE, request, split::rest);
            boolean last = stage + 1 == STAGES;
            int least = atoms.count() == 0 ? enough : 1;
            do {
                bundle.expand();
                if (tells(bundle.lower(), bundle, split, request)) {
                    bundle.tighten(b -> tells(b, bundle, split, request));
                }
            } while (!settled(bundle, split, request, least)
                    && (last || bundle.steps() < least || !beyond(bundle, split, request)));
            bundle.tighten(b -> true);
            if (atoms.count() == 0) {
                atoms = RitzAtoms.among(bundle, split, g, request);
            }
            double ritz = RitzAtoms.lower(Math.sqrt(bundle.lower()), atoms, request);
            lower = Math.max(lower, Math.max(ritz, Math.sqrt(split.lower())));
            upper = Math.max(Math.min(upper, Math.sqrt(split.upper(bundle.upper()))), lower);
            steps += split.products() + bundle.steps();
            boolean wanted = lower <= request.target() || request.mostAtoms() == 0;
            if (upper <= request.target() || !wanted || last || bundle.exhausted() || steps >= request.mostSteps()) {
                return new PolarBound(lower, upper, BoundKind.PROBABILISTIC, failureProbability, atoms, steps);
            }
            double[] top = bundle.ritzAbove(0, MOST_TAKEN).vectors();
            known = DenseRows.beside(known, known.length / n, top, top.length / n, n);
        }
    }

    /** Whether no number of steps will bring the bound to the target. */
    private static boolean beyond(LanczosBundle bundle, Deflation split, PolarRequest request) {
        return split.upper(bundle.lower()) > request.target() * request.target();
    }

    private static double[] near(int n, PolarRequest request) {
        double[] near = request.near().get();
        return near.length > (long) MOST_DEFLATED * n ? new double[0] : near;
    }

    private static Deflation deflation(LinearOperator g, double[] near) {
        int n = g.columns();
        return near.length == 0
                ? Deflation.none(n, g::applyGram)
                : new Deflation(n, near, near.length / n, g::applyGram);
    }

    private LanczosBundle bundle(int n, int chains, long seed, PolarRequest request, LanczosBundle.Product product) {
        // a bound may rest on the bundle of any stage
        return new LanczosBundle(n, Math.min(chains, n), seed, request.keys(), failureProbability / STAGES, product);
    }

    /** Whether further steps would bring neither the verdict nor, where those are wanted, better atoms. */
    private static boolean settled(LanczosBundle bundle, Deflation split, PolarRequest request, int enough) {
        return bundle.exhausted()
                || bundle.steps() >= request.mostSteps()
                || tells(bundle.upper(), bundle, split, request)
                || (bundle.steps() >= enough && request.mostAtoms() > 0 && beyond(bundle, split, request));
    }

    /** Whether a bound on what is left is the verdict's or, where that is out of reach, tight enough. @param upper on its square */
    private static boolean tells(double upper, LanczosBundle bundle, Deflation split, PolarRequest request) {
        if (!beyond(bundle, split, request)) {
            return split.upper(upper) <= request.target() * request.target();
        }
        double lambda = request.lambda();
        double lower = Math.sqrt(Math.max(bundle.lower(), split.lower()));
        double tight = request.mostAtoms() > 0 ? lambda : Math.max(lambda, 2 * lower - lambda);
        return upper <= tight * tight;
    }
}
