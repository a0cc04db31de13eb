package org.certifact.solver;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.certifact.linalg.block.DenseRows;
import org.certifact.linalg.certify.Atoms;
import org.certifact.linalg.certify.Certificate;
import org.certifact.linalg.certify.DualScaling;
import org.certifact.linalg.certify.PolarBound;
import org.certifact.linalg.certify.PolarOracle;
import org.certifact.linalg.certify.PolarRequest;
import org.certifact.linalg.loss.Loss;
import org.certifact.linalg.loss.SquaredLoss;
import org.certifact.matrix.BlockMatrix;
import org.certifact.matrix.Coverage;
import org.certifact.matrix.FactorMatrix;
import org.certifact.matrix.GroupedMatrix;
import org.certifact.matrix.Residual;

/**
 * Matrix completion: Σ_observed w ℓ(y, x) + λ Σ_i ‖D_r^{α/2} U_i‖ ‖D_c^{α/2} V_i‖, the weighted trace norm of X = UVᵀ
 * (Srebro and Salakhutdinov 2010; α = 0 is the nuclear norm, α = 1 with
 * the squared loss the objective of MLlib's ALS, halved).
 */
public final class CompletionProblem implements Problem<Factors> {
    /** So many columns are added at first; twice as many cost rounds where few are needed. */
    private static final int FEWEST_ATOMS = 12;

    /**
     * Atoms with more than this share of their squared length in the span of the present columns are left to the descent. Those
     * with half of it there still pay: they turn the columns, which sweeps do slowly where other singular values are close to λ.
     */
    private static final double INSIDE = 0.95;

    private final BlockMatrix data;
    private final Loss loss;
    private final double lambda;
    private final PolarOracle oracle;
    private final int mostSteps;
    private final Side longer;
    private Keys keys;

    /** With the squared loss. */
    public CompletionProblem(BlockMatrix data, double lambda, PolarOracle oracle, int mostSteps) {
        this(data, new SquaredLoss(), lambda, oracle, mostSteps);
    }

    /**
     * @param data entries; α is in their row weights
     * @param mostSteps most products with the gradient in one certificate
     */
    public CompletionProblem(BlockMatrix data, Loss loss, double lambda, PolarOracle oracle, int mostSteps) {
        this.data = data;
        this.loss = loss;
        this.lambda = lambda;
        this.oracle = oracle;
        this.mostSteps = mostSteps;
        this.longer = Side.longer(data);
    }

    /** The same at another λ: what has been asked of the data is not asked again. */
    CompletionProblem at(double other) {
        CompletionProblem problem = new CompletionProblem(data, loss, other, oracle, mostSteps);
        problem.keys = keys();
        return problem;
    }

    /** U = V = 0, with no columns: where the loop starts if nothing better is known. */
    public Factors zero() {
        Factors zero = Factors.of(data.byRows().zeros(0), data.byColumns().zeros(0));
        return HeldHalves.suit(data) ? HeldHalves.hold(zero, data) : zero;
    }

    @Override
    public int rank(Factors factors) {
        return factors.rank();
    }

    @Override
    public Certificate certify(Factors factors, double tolerance, int room, long seed) {
        int mostAtoms = Math.min(room, Math.max(FEWEST_ATOMS, rank(factors)));
        return certificate(factors, factors, primal -> primal * (1 - tolerance), mostAtoms, seed);
    }

    /** The columns that were left out are still at the top of the gradient's spectrum. */
    @Override
    public Certificate certifyTrimmed(Factors trimmed, Factors from, double tolerance, long seed) {
        return certificate(trimmed, from, primal -> primal * (1 - tolerance), 0, seed);
    }

    /**
     * A certificate that tightens the polar's bound until a given dual value is reached, if it can be, and looks for no
     * atoms: what a verification asks for.
     */
    public Certificate certifyAgainst(Factors factors, double dual, long seed) {
        return certificate(factors, factors, primal -> dual, 0, seed);
    }

    /** @param near whose right columns lie near the top of the gradient's spectrum @param wanted dual value, by the primal one */
    private Certificate certificate(
            Factors factors, Factors near, DoubleUnaryOperator wanted, int mostAtoms, long seed) {
        try (Residual residual = residual(factors)) {
            double primal = residual.loss() + lambda * gaugeSum(factors);
            double wantedDual = wanted.applyAsDouble(primal);
            DualScaling scaling = residual.dualScaling();
            double target = scaling.largestPolarReaching(wantedDual, lambda);
            PolarBound polar = oracle.bound(
                    residual,
                    new PolarRequest(lambda, target, mostAtoms, mostSteps, seed, keys()::of, () -> right(near)));
            double dual = scaling.best(lambda, polar.upper());
            // of a point that is good enough nobody asks how much better a tight bound would make it look
            double optimistic = dual >= wantedDual ? dual : scaling.best(lambda, polar.lower());
            return new Certificate(primal, dual, optimistic, polar.with(worthAdding(polar, target)), seed);
        }
    }

    /** Where nothing refutes the target the point is good enough, or will be with the columns it has. */
    private Atoms worthAdding(PolarBound polar, double target) {
        if (!(polar.lower() > target)) {
            return Atoms.none();
        }
        return longer == Side.ROWS ? polar.atoms() : polar.atoms().transposed();
    }

    /** The right factor of the gradient as the oracle sees it, where the gauge is a plain ℓ₂ norm. */
    private double[] right(Factors factors) {
        return longer.other().factor(factors).collectScaled(longer.other().grouped(data));
    }

    /** Of the columns of the gradient as the oracle sees it. */
    private Keys keys() {
        if (keys == null) {
            keys = Keys.of(longer.other().ids(data));
        }
        return keys;
    }

    private Residual residual(Factors factors) {
        return longer == Side.ROWS
                ? Residual.of(data, loss, factors.u(), factors.v())
                : Residual.of(data.transposed(), loss, factors.v(), factors.u());
    }

    /** Σ_i ‖D_r^{α/2} U_i‖ ‖D_c^{α/2} V_i‖: the sum of the singular values where the factors are balanced. */
    private double gaugeSum(Factors factors) {
        int rank = factors.rank();
        if (rank == 0) {
            return 0;
        }
        if (factors.singularValues().isPresent()) {
            return Arrays.stream(factors.singularValues().get()).sum();
        }
        double[][] grams = FactorMatrix.weightedGrams(data, factors.u(), factors.v());
        double sum = 0;
        for (int k = 0; k < rank; k++) {
            sum += Math.sqrt(grams[0][k * rank + k] * grams[1][k * rank + k]);
        }
        return sum;
    }

    /**
     * Adds Δ = s Σ (σ_k − λ) u_k v_kᵀ. For singular directions of G the objective along s is
     * at most −s Σ(σ_k − λ)² + ½ s² c Σ w Δ², c the loss's curvature, so the s that is their quotient lowers it. Atoms that lie in the span of the present columns are
     * left to the descent. Its momentum starts anew: the old one points to where the present columns alone would go.
     */
    @Override
    public Factors grow(Factors factors, Atoms found) {
        Atoms atoms = found.select(outsideSpan(factors, found));
        int count = atoms.count();
        if (count == 0) {
            return factors;
        }
        double[] excess = Arrays.stream(atoms.values()).map(v -> v - lambda).toArray();
        double slope = Arrays.stream(excess).map(e -> e * e).sum();
        FactorMatrix own = longer.factor(factors);
        FactorMatrix other = longer.other().factor(factors);
        double[] shorter = shorter(atoms);
        GroupedMatrix.Step along = longer.grouped(data).step(own, longer(atoms), scaled(shorter, excess), count);
        double curvature = loss.curvature() * (along.square() + unlistedSquare(along, scaled(shorter, excess), count));
        double step = curvature > 0 ? slope / curvature : 0;
        double[] root = Arrays.stream(excess).map(e -> Math.sqrt(step * e)).toArray();
        double[] stretch = DoubleStream.concat(DoubleStream.generate(() -> 1).limit(own.rank()), Arrays.stream(root))
                .toArray();
        return longer.factors(
                factors,
                own.appendScaled(longer.grouped(data), scaled(longer(atoms), root), count)
                        .knowing(along.grams().scaled(stretch)),
                other.appendScaled(longer.other().grouped(data), scaled(shorter, root), count),
                Momentum.NONE);
    }

    /** Σ Δ² over all cells, where those that are not listed count too. @param right the shorter side's vectors */
    private double unlistedSquare(GroupedMatrix.Step along, double[] right, int count) {
        if (data.coverage() == Coverage.OBSERVED) {
            return 0;
        }
        GroupedMatrix others = longer.other().grouped(data);
        double[] v = others.zeros(0).appendScaled(others, right, count).gramPair(0, others);
        double[] u = along.grams().plain();
        int rank = (int) Math.round(Math.sqrt(u.length));
        double sum = 0;
        for (int k = 0; k < count; k++) {
            for (int l = 0; l < count; l++) {
                sum += u[(rank - count + k) * rank + rank - count + l] * v[k * count + l];
            }
        }
        return sum;
    }

    /** Which atoms do not lie in the span of the (balanced) columns of the shorter factor. */
    private int[] outsideSpan(Factors factors, Atoms atoms) {
        int count = atoms.count();
        double[] inside = new double[count];
        if (count > 0 && factors.rank() > 0) {
            double[] singular = factors.singularValues()
                    .orElseThrow(() -> new IllegalStateException("prune the factors before growing them"));
            double[] right = right(factors);
            double[] cross = DenseRows.cross(
                    right, singular.length, shorter(atoms), count, right.length / singular.length, null);
            for (int k = 0; k < singular.length; k++) {
                for (int c = 0; c < count; c++) {
                    double x = cross[k * count + c];
                    inside[c] += x * x / singular[k];
                }
            }
        }
        return IntStream.range(0, count).filter(c -> inside[c] < INSIDE).toArray();
    }

    /** The atoms' vectors of the side with more rows. */
    private double[] longer(Atoms atoms) {
        return longer == Side.ROWS ? atoms.left() : atoms.right();
    }

    private double[] shorter(Atoms atoms) {
        return longer == Side.ROWS ? atoms.right() : atoms.left();
    }

    private static double[] scaled(double[] columns, double[] factor) {
        double[] out = columns.clone();
        for (int k = 0; k < out.length; k++) {
            out[k] *= factor[k % factor.length];
        }
        return out;
    }

    @Override
    public Factors prune(Factors factors) {
        int rank = factors.rank();
        if (rank == 0) {
            return factors;
        }
        double[][] grams = FactorMatrix.weightedGrams(data, factors.u(), factors.v());
        Balance balance = Balance.of(grams[0], grams[1], rank);
        return factors.balanced(
                factors.slopes().isPresent() && data.coverage() == Coverage.OBSERVED
                        ? balance.paying(factors.slopes().get(), lambda, CoreStep.curvature(data, loss))
                        : balance);
    }

    /** Balanced factors lose the least singular values. */
    @Override
    public Factors trim(Factors factors, double worth) {
        return factors.singularValues()
                .map(values -> Balance.leading(values, worth / lambda))
                .filter(balance -> balance.rank() < factors.rank())
                .map(factors::balanced)
                .orElse(factors);
    }
}
