package org.certifact.linalg.certify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.certifact.linalg.gauge.FactorNorm;
import org.certifact.linalg.gauge.Gauge;
import org.certifact.linalg.operator.LinearOperator;

/**
 * Local ascent on the polar sup { uᵀGv : ‖u‖ ≤ 1, ‖v‖ ≤ 1 } from many starts: u ← argmax over the left gauge's ball of
 * ⟨u, Gv⟩, then v likewise (the projected power iteration of Haeffele and Vidal, arXiv 1708.07850, section 5). What it
 * finds is attained, so it is a <em>lower</em> bound: it names atoms to grow with and proves nothing about optimality.
 */
public final class AscentPolar {
    /** Two atoms that overlap more than this, as unit vectors of both sides, are the same one. */
    private static final double SAME = 0.95;

    private final FactorNorm norm;
    private final int steps;

    /**
     * @param norm the gauges, of G's coordinates
     * @param steps most steps of the ascent, two products each
     */
    public AscentPolar(FactorNorm norm, int steps) {
        this.norm = norm;
        this.steps = steps;
    }

    /**
     * @param starts where v begins, columns × count
     * @param mostAtoms how many atoms to return at most
     * @return atoms with uᵀGv > λ, best first, no two alike; the largest value found is the lower bound
     */
    public Found ascend(LinearOperator g, double lambda, double[] starts, int count, int mostAtoms) {
        double[] v = starts.clone();
        double[] values = project(v, g.columns(), count, norm.right());
        double[] u = new double[0];
        double best = 0;
        for (int step = 0; step < steps; step++) {
            u = g.apply(v, count);
            project(u, g.rows(), count, norm.left());
            v = g.applyTranspose(u, count);
            values = project(v, g.columns(), count, norm.right());
            double now = 0;
            for (double value : values) {
                now = Math.max(now, value);
            }
            boolean settled = step > 2 && now <= best * (1 + 1e-6);
            best = Math.max(best, now);
            if (settled) {
                break;
            }
        }
        return new Found(best, distinct(new Atoms(values, u, v), lambda, mostAtoms));
    }

    /** The largest value attained, and atoms above λ. */
    public record Found(double lower, Atoms atoms) {}

    /** Replaces every column by the gauge's support point. @return the polars of the columns */
    private static double[] project(double[] x, int rows, int count, Gauge gauge) {
        double[] polars = new double[count];
        double[] column = new double[rows];
        for (int c = 0; c < count; c++) {
            for (int i = 0; i < rows; i++) {
                column[i] = x[i * count + c];
            }
            polars[c] = gauge.support(column);
            for (int i = 0; i < rows; i++) {
                x[i * count + c] = column[i];
            }
        }
        return polars;
    }

    private static Atoms distinct(Atoms all, double lambda, int mostAtoms) {
        int count = all.count();
        List<Integer> order = IntStream.range(0, count)
                .filter(c -> all.values()[c] > lambda)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer c) -> -all.values()[c])
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        List<Integer> taken = new ArrayList<>();
        for (int c : order) {
            if (taken.size() >= mostAtoms) {
                break;
            }
            if (taken.stream().noneMatch(t -> alike(all, t, c))) {
                taken.add(c);
            }
        }
        return all.select(taken.stream().mapToInt(Integer::intValue).toArray());
    }

    private static boolean alike(Atoms all, int a, int b) {
        return cosine(all.left(), all.count(), a, b) * cosine(all.right(), all.count(), a, b) > SAME;
    }

    private static double cosine(double[] x, int count, int a, int b) {
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < x.length; i += count) {
            ab += x[i + a] * x[i + b];
            aa += x[i + a] * x[i + a];
            bb += x[i + b] * x[i + b];
        }
        return aa == 0 || bb == 0 ? 0 : ab / Math.sqrt(aa * bb);
    }
}
