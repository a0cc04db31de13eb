package org.certifact.linalg.certify;

import dev.ludovic.netlib.blas.BLAS;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.certifact.linalg.block.DenseRows;
import org.certifact.linalg.dense.SpectralBound;
import org.certifact.linalg.dense.SymmetricEigen;
import org.certifact.linalg.krylov.Deflation;
import org.certifact.linalg.krylov.LanczosBundle;
import org.certifact.linalg.operator.LinearOperator;

/**
 * The polar of the gauge pair (‖·‖₂, ‖·‖₂): the largest singular value of G.
 *
 * <p>Lower bound and atoms: Rayleigh–Ritz on the Ritz vectors of a few independent Lanczos chains of GᵀG, or on its
 * eigenvectors where it is small. Upper bound: a Cholesky factorization of τ²I − GᵀG where the columns are few, else
 * {@link LanczosBundle#upper()} on what {@link Deflation} leaves of GᵀG beside the present columns. At an optimum λ is
 * a singular value of multiplicity r with those columns for its vectors: with them taken out the chains need only tell
 * what remains from λ, and what they find is new.
 */
public final class SpectralPolar implements PolarOracle {
    private static final double UNIT = 0x1p-53;

    /** Chains for one, where a product is a pass over the data: whole vectors make it as fast, and the bound needs fewer steps. */
    private static final int PASS_FACTOR = 2;

    /** Up to so many columns the eigenvectors of GᵀG cost less than the chains would. */
    private static final int DENSE = 256;

    /** Products after which the chains' joint Ritz vectors are good atoms, beside one for each eight that are asked for. */
    private static final int ATOM_STEPS = 5;

    /** Products with GᵀG at hand after which the best joint Ritz value is, as a rule, the largest eigenvalue to eight digits. */
    private static final int FIRST_STEPS = 24;

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

    /** Four chains or eight, deterministic up to 2048 columns, failure probability 1e-10. */
    public static SpectralPolar standard() {
        return new SpectralPolar(4, 2048, 1e-10);
    }

    @Override
    public PolarBound bound(LinearOperator g, PolarRequest request) {
        int n = g.columns();
        if (n == 0) {
            return new PolarBound(0, 0, BoundKind.DETERMINISTIC, 0, Atoms.none(), 0);
        }
        return n <= deterministicLimit ? factorized(g, request) : iterated(g, request);
    }

    /** With GᵀG at hand. */
    private PolarBound factorized(LinearOperator g, PolarRequest request) {
        int n = g.columns();
        double[] gram = g.gramMatrix();
        // every entry of GᵀG is a sum of at most rows products, summed in any order
        double error = (g.rows() + 8) * UNIT * g.squaredNorm();
        return n <= DENSE ? decomposed(g, gram, error, request) : chained(g, gram, error, request);
    }

    /** With the eigenvectors of GᵀG. */
    private static PolarBound decomposed(LinearOperator g, double[] gram, double error, PolarRequest request) {
        int n = g.columns();
        SymmetricEigen eigen = SymmetricEigen.leading(gram, n, Math.min(n, Math.max(1, request.mostAtoms())));
        Atoms atoms = RitzAtoms.of(g, above(eigen, request.lambda() * request.lambda()), request);
        double lower = lower(Math.sqrt(Math.max(0, eigen.largest())), atoms, request);
        double upper = leastProved(
                        gram,
                        n,
                        error,
                        lower,
                        lower * (1 + 1e-11),
                        lower * (1 + 1e-8),
                        lower * 1.0001,
                        request.target(),
                        lower * 1.01)
                .orElseGet(() -> Math.sqrt((1 + 2 * n * UNIT) * (trace(gram, n) + n * error)));
        return new PolarBound(lower, upper, BoundKind.DETERMINISTIC, 0, atoms, 1);
    }

    /**
     * With Lanczos chains on GᵀG, for lower bound and atoms: whether the target is a bound a factorization tells, however little
     * the chains know. They go on only where it says no and they have not found why.
     */
    private PolarBound chained(LinearOperator g, double[] gram, double error, PolarRequest request) {
        int n = g.columns();
        Deflation whole = Deflation.none(n, (x, count) -> symmetric(gram, n, x, count));
        LanczosBundle bundle = bundle(n, starts, request.seed(), request, whole::rest);
        // good atoms save sweeps, and where GᵀG is at hand the first steps cost next to nothing
        int enough = request.mostAtoms() == 0
                ? FIRST_STEPS
                : Math.max(8 + request.mostAtoms() / 2, Math.min(FIRST_STEPS, 8 + 2 * request.mostAtoms()));
        while (true) {
            expand(bundle, whole, request, bundle.steps() + enough);
            Atoms atoms = RitzAtoms.among(bundle, whole, g, request);
            double ritz = request.mostAtoms() == 0 ? Math.max(bundle.lower(), best(bundle, whole)) : bundle.lower();
            double lower = lower(Math.sqrt(ritz), atoms, request);
            double probable = Math.max(Math.sqrt(bundle.upper() + error), lower);
            double tight = lower * (1 + 1e-8);
            OptionalDouble proved = leastProved(
                    gram,
                    n,
                    error,
                    lower,
                    tight,
                    Math.max(tight, lower + 0.25 * (request.target() - lower)),
                    Math.max(tight, lower + 0.5 * (request.target() - lower)),
                    request.target(),
                    Math.max(tight, probable),
                    lower * 1.01);
            boolean open = lower <= request.target() && proved.orElse(probable) > request.target();
            if (!open || bundle.exhausted() || bundle.steps() >= request.mostSteps()) {
                return proved.isPresent()
                        ? new PolarBound(lower, proved.getAsDouble(), BoundKind.DETERMINISTIC, 0, atoms, bundle.steps())
                        : new PolarBound(
                                lower, probable, BoundKind.PROBABILISTIC, failureProbability, atoms, bundle.steps());
            }
        }
    }

    /** The least of some numbers, none below the lower bound, that a factorization proves to be an upper one. */
    private static OptionalDouble leastProved(double[] gram, int n, double error, double lower, double... candidates) {
        return Arrays.stream(candidates)
                .filter(tau -> tau >= lower && Double.isFinite(tau))
                .distinct()
                .sorted()
                .filter(tau -> SpectralBound.provesBelow(gram, n, Math.nextDown(tau * tau), error))
                .findFirst();
    }

    /**
     * With a pass over the data for every product. Where the present columns do not span enough of the top of G for a proof
     * that is in reach, what the first chains have found of the rest's top is taken out as well, and others bound what remains.
     */
    private PolarBound iterated(LinearOperator g, PolarRequest request) {
        int n = g.columns();
        int enough = ATOM_STEPS + request.mostAtoms() / PASS_FACTOR / starts;
        double[] known = near(n, request);
        Atoms atoms = Atoms.none();
        double lower = 0;
        int steps = 0;
        for (int stage = 0; ; stage++) {
            Deflation split = deflation(g, known);
            LanczosBundle bundle =
                    bundle(n, PASS_FACTOR * starts, request.seed() + stage * STAGE, request, split::rest);
            boolean last = stage + 1 == STAGES;
            do {
                bundle.expand();
                bundle.tighten();
            } while (!settled(bundle, split, request, enough)
                    && (last || bundle.steps() < enough || !beyond(bundle, split, request)));
            if (stage == 0) {
                atoms = RitzAtoms.among(bundle, split, g, request);
                lower = Math.max(lower(Math.sqrt(bundle.lower()), atoms, request), Math.sqrt(split.lower()));
            } else {
                lower = Math.max(lower, lower(Math.sqrt(Math.max(bundle.lower(), split.lower())), atoms, request));
            }
            double upper = Math.max(Math.sqrt(split.upper(bundle.upper())), lower);
            steps += split.products() + bundle.steps();
            boolean wanted = lower <= request.target() || request.mostAtoms() == 0;
            if (upper <= request.target() || !wanted || last || bundle.exhausted() || steps >= request.mostSteps()) {
                return new PolarBound(lower, upper, BoundKind.PROBABILISTIC, failureProbability, atoms, steps);
            }
            double[] top = bundle.ritzVectorsAbove(0, MOST_TAKEN);
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

    private static void expand(LanczosBundle bundle, Deflation split, PolarRequest request, int steps) {
        do {
            bundle.expand();
        } while (bundle.steps() < steps && !settled(bundle, split, request, steps));
    }

    /** The Rayleigh quotient of the best vector in the sum of all chains' spaces. */
    private static double best(LanczosBundle bundle, Deflation whole) {
        double[] x = bundle.ritzVectorsAbove(0, 1);
        return x.length == 0 ? 0 : DenseRows.inner(x, whole.rest(x, 1)) / DenseRows.inner(x, x);
    }

    /** The eigenvectors of values above a threshold as columns, best first. @return n × their number */
    private static double[] above(SymmetricEigen eigen, double threshold) {
        int size = eigen.size();
        int n = eigen.vectors().length / size;
        int count =
                (int) Arrays.stream(eigen.values()).filter(x -> x > threshold).count();
        double[] columns = new double[n * count];
        for (int c = 0; c < count; c++) {
            for (int i = 0; i < n; i++) {
                columns[i * count + c] = eigen.vectors()[(size - 1 - c) * n + i];
            }
        }
        return columns;
    }

    private static double trace(double[] matrix, int n) {
        return IntStream.range(0, n).mapToDouble(k -> matrix[k * n + k]).sum();
    }

    /** The larger of the Ritz value and the best atom; a Ritz value above λ that no atom bears out was put there by rounding. */
    private static double lower(double ritz, Atoms atoms, PolarRequest request) {
        if (atoms.count() > 0) {
            return Math.max(ritz, atoms.values()[0]);
        }
        return request.mostAtoms() > 0 ? Math.min(ritz, request.lambda()) : ritz;
    }

    /** Whether further steps would bring neither the verdict nor, where those are wanted, better atoms. */
    private static boolean settled(LanczosBundle bundle, Deflation split, PolarRequest request, int enough) {
        if (bundle.exhausted() || bundle.steps() >= request.mostSteps()) {
            return true;
        }
        double target = request.target() * request.target();
        if (!beyond(bundle, split, request)) {
            return split.upper(bundle.upper()) <= target;
        }
        double upper = Math.sqrt(bundle.upper());
        if (upper <= request.lambda()) {
            return true;
        }
        double lower = Math.sqrt(Math.max(bundle.lower(), split.lower()));
        return bundle.steps() >= enough && (request.mostAtoms() > 0 || upper <= 2 * lower - request.lambda());
    }

    /** A x. The matrix comes first, and the vectors column by column: other orders take twice as long for so few, measured. */
    private static double[] symmetric(double[] matrix, int n, double[] x, int count) {
        double[] columns = DenseRows.transposed(x, n, count);
        double[] y = new double[n * count];
        BLAS.getInstance().dgemm("T", "N", n, count, n, 1.0, matrix, n, columns, n, 0.0, y, n);
        return DenseRows.transposed(y, count, n);
    }
}
