package org.certifact.linalg.quartic;

/**
 * Searches the matrix K, of quartic form zero, that lowers the largest eigenvalue of T + K most, together with the lines
 * that T is made of, on the symmetric matrices of the leading coordinates.
 *
 * <p>The dual of min_K λ_max(T + K) is max ⟨T, X⟩ over X ⪰ 0 of trace 1 whose matrix is that of a tensor. Alternating
 * directions (ADMM): X, positive semidefinite of trace 1, and its symmetric part W are kept apart by a multiplier Λ,
 *
 * <pre>
 *   X ← projection of W − Λ + T/ρ,   W ← Sym(X + Λ),   Λ ← Λ + X − W,   K = −ρΛ.
 * </pre>
 *
 * <p>At each step the lines are moved towards those that are best for the moments of W, and the signals' scale s to where
 * these make ⟨T, W⟩ = tr W. Whatever it arrives at is only a proposal: {@link QuarticProof} has to prove it.
 */
final class SaddleIteration {
    /** Weight of the newest lines in the average. */
    private static final double NEWEST = 0.12;

    private final SignalPasses signals;
    private final SignalLines lines;
    private final int leading;
    private final QuarticForms forms;
    private final SymmetricPairs pairs;
    private final Spectraplex spectraplex;

    /** W, by its coefficients. */
    private double[] w;

    /** Λ, d × d. */
    private final double[] multiplier;

    private double[] intercepts;
    private double scale;
    private double rho;
    private int steps;

    /**
     * @param leading number of leading coordinates
     * @param start a first W, as coefficients of a tensor of the leading coordinates
     * @param scale a first guess of s
     */
    SaddleIteration(SignalPasses signals, SignalLines lines, int leading, double[] start, double scale) {
        QuarticLayout layout = new QuarticLayout(leading);
        this.signals = signals;
        this.lines = lines;
        this.leading = leading;
        this.forms = new QuarticForms(layout);
        this.pairs = layout.pairs();
        this.spectraplex = new Spectraplex(pairs.size());
        this.w = start;
        this.multiplier = new double[pairs.size() * pairs.size()];
        this.scale = scale;
    }

    /** One step: two passes over the signals and an eigenvalue problem. @param penalty ρ */
    void step(double penalty) {
        for (int k = 0; steps > 0 && penalty != rho && k < multiplier.length; k++) {
            multiplier[k] *= rho / penalty;
        }
        rho = penalty;
        moveLines();
        SignalPasses.Sums sums =
                signals.sums(leading, lines.fourth(intercepts, scale), lines.second(intercepts, scale));
        double[] target = new double[multiplier.length];
        forms.addMatrix(w, 1, target);
        forms.addMatrix(sums.fourth(), 1 / rho, target);
        pairs.addProduct(sums.second(), 1 / rho, target);
        for (int k = 0; k < target.length; k++) {
            target[k] -= multiplier[k];
        }
        double[] x = spectraplex.project(target);
        for (int k = 0; k < x.length; k++) {
            multiplier[k] += x[k];
        }
        w = forms.average(multiplier);
        forms.addMatrix(w, -1, multiplier);
        steps++;
    }

    private void moveLines() {
        double[] partial = forms.partialTrace(w);
        double trace = 0;
        for (int i = 0; i < leading; i++) {
            trace += partial[i * leading + i];
        }
        SignalPasses.Moments moments = signals.moments(leading, forms.monomials(w), partial);
        double critical = lines.critical(moments, trace, scale);
        scale = steps == 0 ? critical : 0.5 * (scale + critical);
        double[] best = lines.intercepts(moments, scale);
        if (steps == 0) {
            intercepts = best;
            return;
        }
        double share = Math.max(NEWEST, 1.0 / (steps + 1));
        for (int j = 0; j < best.length; j++) {
            intercepts[j] += share * (best[j] - intercepts[j]);
        }
    }

    /** Steps done. */
    int steps() {
        return steps;
    }

    /** Number of leading coordinates. */
    int leading() {
        return leading;
    }

    /** The scale s that was reached. */
    double scale() {
        return scale;
    }

    /** The intercepts q_j in [0, 1]. Not to be modified. */
    double[] intercepts() {
        return intercepts;
    }

    /** K of quartic form zero up to rounding, d × d, symmetric. */
    double[] correction() {
        int d = pairs.size();
        double[] k = new double[d * d];
        for (int a = 0; a < d; a++) {
            for (int b = 0; b < d; b++) {
                k[a * d + b] = -rho * multiplier[Math.min(a, b) * d + Math.max(a, b)];
            }
        }
        forms.addMatrix(forms.average(k), -1, k);
        return k;
    }
}
