package org.certifact.solver;

import java.util.ArrayList;
import java.util.List;
import org.certifact.linalg.certify.Atoms;
import org.certifact.linalg.certify.BoundKind;
import org.certifact.linalg.certify.Certificate;
import org.certifact.linalg.certify.PolarBound;

/** A problem whose bounds are written down: the factors are the number of descents done, the last bounds last for ever. */
final class ScriptedProblem implements Problem<Integer>, Descent<Integer> {
    /** Primal and dual value after each descent; third, where given, what the dual value would be with a tight polar. */
    private final double[][] script;

    private final int rank;
    private boolean spare;
    private boolean closes = true;
    final List<String> calls = new ArrayList<>();
    final List<Long> seeds = new ArrayList<>();
    final List<Integer> atomsWanted = new ArrayList<>();
    final List<Double> enough = new ArrayList<>();

    ScriptedProblem(int rank, double[]... script) {
        this.rank = rank;
        this.script = script;
    }

    /** Has a column that may be worth nothing: without it the script goes on by one. */
    ScriptedProblem withSpareColumn() {
        spare = true;
        return this;
    }

    /** Has a bound that is a relaxation's. */
    ScriptedProblem withGapThatStays() {
        closes = false;
        return this;
    }

    @Override
    public boolean closes() {
        return closes;
    }

    @Override
    public int rank(Integer factors) {
        return calls.contains("trim") && factors == script.length - 1 ? rank - 1 : rank;
    }

    @Override
    public Integer trim(Integer factors, double worth) {
        if (!spare) {
            return factors;
        }
        calls.add("trim");
        return factors + 1;
    }

    @Override
    public Certificate certify(Integer factors, double tolerance, int mostAtoms, long seed) {
        calls.add("certify");
        seeds.add(seed);
        atomsWanted.add(mostAtoms);
        double[] bounds = script[Math.min(factors, script.length - 1)];
        PolarBound polar = new PolarBound(1, 1, BoundKind.DETERMINISTIC, 0, Atoms.none(), 1);
        return new Certificate(bounds[0], bounds[1], bounds[bounds.length - 1], polar, seed);
    }

    @Override
    public Integer grow(Integer factors, Atoms atoms) {
        calls.add("grow");
        return factors;
    }

    @Override
    public Integer prune(Integer factors) {
        calls.add("prune");
        return factors;
    }

    @Override
    public Integer descend(Integer start, Goal goal, Budget budget, Keeper<Integer> keeper) {
        calls.add("descend");
        enough.add(goal.better());
        budget.sweep();
        keeper.pass(start);
        return start + 1;
    }
}
