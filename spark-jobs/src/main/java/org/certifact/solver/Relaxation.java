package org.certifact.solver;

import org.certifact.linalg.block.DenseRows;
import org.certifact.linalg.certify.PolarBound;
import org.certifact.linalg.certify.PolarOracle;
import org.certifact.linalg.certify.PolarRequest;
import org.certifact.linalg.slack.Slack;
import org.certifact.matrix.BlockMatrix;
import org.certifact.matrix.Coverage;
import org.certifact.matrix.FactorMatrix;
import org.certifact.matrix.GroupedMatrix;
import org.certifact.matrix.LowRank;
import org.certifact.matrix.SlackedPass;
import org.certifact.matrix.SlackedResidual;

/**
 * Maximizes the dual over a set of dual points whose polar can be bounded, Z = A − S with σ_max(A) ≤ λ and a slack S: the
 * dual of the convex relaxation min ½‖Y − X‖² + λ(‖X‖_* + h(X)), where h ≥ 0 or X ≥ 0 comes from the other part of the
 * gauges.
 *
 * <p>With S = T(H), accelerated steps H ← H + X, X = shrink(W + T(H), λ) the singular values less λ (dual averaging with
 * Nesterov's extrapolation). H and X have low rank and S is dense but never stored; X comes from one step of block
 * subspace iteration, warm from the last. Where cells have weights, X stands for w_max X. Neither the truncation of H nor an unfinished X can make a bound wrong, only less
 * tight: every bound is proved anew from A itself.
 */
final class Relaxation {
    /** Columns that the subspace begins with. */
    private static final int FIRST_COLUMNS = 12;

    /** Passes that only turn the random subspace towards the data. */
    private static final int WARMING = 3;

    private static final double ROUNDING = 1e-12;

    private final GroupedMatrix grouped;
    private final boolean observed;
    private final double largestWeight;
    private final double squares;
    private final int width;
    private final Slack slack;
    private final double lambda;
    private final long seed;
    private final Keys keys;
    private final Lineage lineage = new Lineage();

    private FactorMatrix state;
    private double[] gram;
    private LowRank h = LowRank.none();
    private LowRank l = LowRank.none();
    private LowRank x = LowRank.none();
    private double[] q;
    private int count;
    private int passes;
    private int above;
    private double shrunk;
    private double momentum = 1;

    /**
     * @param side whose rows are the rows of the slack
     */
    Relaxation(BlockMatrix data, Side side, Slack slack, double lambda, long seed) {
        this.keys = Keys.of(side.other().ids(data));
        this.grouped = side.grouped(data);
        this.width = side.other().grouped(data).rows();
        this.observed = data.coverage() == Coverage.OBSERVED;
        this.slack = slack;
        this.largestWeight = data.totals().largestWeight();
        this.squares = data.totals().weightedSquare();
        this.lambda = lambda;
        this.seed = seed;
        this.state = grouped.zeros(0);
        this.count = Math.min(width, FIRST_COLUMNS);
        this.q = keys.gaussian(count, seed);
    }

    /** Passes over the matrix so far. */
    int passes() {
        return passes;
    }

    /** One step. */
    void advance() {
        double[] map = passes < WARMING ? still() : accelerated();
        int columns = h.rank() + l.rank() + (observed ? x.rank() : 0);
        FactorMatrix old = state;
        SlackedPass pass = SlackedPass.of(
                grouped, width, slack, old.times(map, columns), h, x, largestWeight, q, count, lineage::grow);
        state = pass.state();
        gram = pass.gram();
        if (passes > 0) {
            old.unpersist();
        }
        shrink(pass.image());
        passes++;
    }

    /** A map that forgets all but X. */
    private double[] still() {
        int columns = state.rank();
        int kept = observed ? x.rank() : 0;
        double[] map = new double[columns * kept];
        for (int k = 0; k < kept; k++) {
            map[(x.first() + k) * kept + k] = 1;
        }
        x = new LowRank(0, kept, x.shortSide());
        return map;
    }

    /** L⁺ = H + X and H⁺ = L⁺ + β(L⁺ − L), both truncated. @return old state columns × [H⁺ | L⁺ | S] */
    private double[] accelerated() {
        int columns = state.rank();
        double following = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
        double beta = (momentum - 1) / following;
        momentum = following;
        Combination sum = Combination.of(columns, width).plus(h, 1).plus(x, 1);
        Combination moved = sum.truncated(gram, count);
        Combination extrapolated = Combination.of(columns, width)
                .plus(moved, 1 + beta)
                .plus(l, -beta)
                .truncated(gram, count);
        int kept = observed ? x.rank() : 0;
        int all = extrapolated.rank() + moved.rank() + kept;
        double[] map = new double[columns * all];
        extrapolated.writeLong(map, 0, all);
        moved.writeLong(map, extrapolated.rank(), all);
        for (int k = 0; k < kept; k++) {
            map[(x.first() + k) * all + extrapolated.rank() + moved.rank() + k] = 1;
        }
        h = new LowRank(0, extrapolated.rank(), extrapolated.shortSide());
        l = new LowRank(h.rank(), moved.rank(), moved.shortSide());
        x = new LowRank(h.rank() + l.rank(), kept, x.shortSide());
        return map;
    }

    /** X = P (Σ − λ)₊ Bᵀ from M ≈ P Σ Bᵀ with P spanning S = MQ, and the next subspace Q = B. */
    private void shrink(double[] image) {
        int first = state.rank() - count;
        double[] inverse = inverseRoot(first);
        int rank = inverse.length / count;
        double[] t = DenseRows.times(image, width, count, inverse, rank);
        RightVectors b = RightVectors.of(t, width, rank);
        above = b.above(lambda);
        shrunk = 0;
        for (int k = 0; k < above; k++) {
            shrunk += (b.value(k) - lambda) * (b.value(k) - lambda);
        }
        double[] half = new double[count * above];
        for (int k = 0; k < above; k++) {
            for (int i = 0; i < count; i++) {
                for (int j = 0; j < rank; j++) {
                    half[i * above + k] += inverse[i * rank + j] * b.rotation(j, k) * (b.value(k) - lambda);
                }
            }
        }
        // X = S · half · B_aboveᵀ
        double[] transposed = new double[above * count];
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < above; k++) {
                transposed[k * count + i] = half[i * above + k];
            }
        }
        x = new LowRank(first, count, DenseRows.times(b.leading(above), width, above, transposed, count));
        int next = above + Math.max(2, above / 8) < rank ? rank : Math.min(width, rank + Math.max(4, rank / 2));
        q = DenseRows.beside(b.leading(rank), rank, keys.gaussian(next - rank, seed + passes + 1), next - rank, width);
        count = next;
    }

    /** R⁻¹ with SᵀS = RᵀR, directions that are only rounding left out: count × rank. */
    private double[] inverseRoot(int first) {
        int columns = state.rank();
        double[] square = new double[count * count];
        for (int i = 0; i < count; i++) {
            System.arraycopy(gram, (first + i) * columns + first, square, i * count, count);
        }
        return InverseRoot.of(square, count, ROUNDING);
    }

    /**
     * The dual value that the last pass promises: ½‖Y‖² − ½‖X‖² is exact where every cell counts and the subspace holds
     * every singular vector above λ; a guide, never a proof.
     */
    double guess() {
        return 0.5 * (squares - shrunk);
    }

    /** Whether {@link #guess} is about the dual value; where cells are missing it only tells when the passes settle. */
    boolean guessesDual() {
        return !observed;
    }

    /** Singular values above λ at the last pass. */
    int rank() {
        return above;
    }

    /** The best dual value that the present point proves. */
    RelaxedDual.Bound bound(PolarOracle oracle, double wanted, int mostSteps, long polarSeed) {
        try (SlackedResidual a = SlackedResidual.of(grouped, width, slack, state, h, x, largestWeight)) {
            double target = a.dualScaling().largestPolarReaching(wanted, lambda);
            PolarBound spectral = oracle.bound(
                    a, new PolarRequest(lambda, target, 0, mostSteps, polarSeed, keys::of, () -> new double[0]));
            double upper = Math.max(spectral.upper(), a.slackPolar());
            return new RelaxedDual.Bound(
                    a.dualScaling().best(lambda, upper),
                    new PolarBound(
                            0,
                            upper,
                            spectral.kind(),
                            spectral.failureProbability(),
                            spectral.atoms(),
                            spectral.steps()));
        }
    }

    void unpersist() {
        state.unpersist();
    }
}
