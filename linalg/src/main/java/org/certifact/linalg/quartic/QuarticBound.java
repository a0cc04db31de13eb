package org.certifact.linalg.quartic;

/**
 * An upper bound on the polar of the gauges ‖u‖₂ and ‖v‖₂ + γ‖v‖₁ at signals z_j: the least l for which
 * Σ_j (|z_jᵀu| − lγ)₊² ≤ l² for all unit u.
 *
 * <p>The soft threshold is bounded by forms of degree four, p_j t⁴ + q_j t² ({@link EnvelopeLine}), and their sum over
 * the unit sphere by the largest eigenvalue of a matrix on the symmetric matrices, of all those with this form the best
 * that {@link SaddleIteration} finds ({@link QuarticProof}). If the sum is at most bλ² for the signals s z_j, the polar is
 * at most λ√max(b, 1)/s, because (κ|t| − c)₊ ≤ κ(|t| − c)₊ for κ ≤ 1. It begins with quadratic forms alone, whose bound
 * costs little.
 */
public final class QuarticBound {
    /** Leading coordinates are those whose moment exceeds this many λ² at the critical scale. */
    private static final double LEADING = 0.3;

    /** So few cost nothing, whatever their moments. */
    private static final int FEWEST_LEADING = 16;

    /** A step takes time like the sixth power of this. */
    private static final int MOST_LEADING = 48;

    private static final int MOST_STEPS = 40;
    private static final double UNIT = 0x1p-53;

    /** Rounding of the last few operations. */
    private static final double UP = 1 + 1e-14;

    /** ρ of the iteration, a share of the steps each. */
    private static final double[] PENALTIES = {30, 16, 8, 6};

    private static final int MOST_PROOFS = 5;
    private static final int MOST_QUADRATIC_PROOFS = 12;

    /** Share of the time that is left to the proofs. */
    private static final double PROOFS = 0.25;

    private final SignalPasses signals;
    private final double[] eigenvalues;
    private final double lambda;
    private final SignalLines lines;

    /**
     * @param signals in coordinates of which the leading ones carry the most, of a size whose fourth powers are far from
     *     the limits of a double
     * @param eigenvalues Σ_j z_ij² of the coordinates, descending; the first not zero. Not copied.
     * @param lambda a number near which the polar is expected, greater than 0
     * @param gamma weight of the ℓ₁ norm, greater than 0
     */
    public QuarticBound(SignalPasses signals, double[] eigenvalues, double lambda, double gamma) {
        this.signals = signals;
        this.eigenvalues = eigenvalues;
        this.lambda = lambda;
        this.lines = new SignalLines(lambda, gamma, signals.norms());
    }

    /**
     * A proved upper bound on the polar.
     *
     * @param atoms directions in which it is nearly attained, dimension × weights.length; none will do
     * @param weights of the directions, at least 0
     * @param seconds after which no more steps and proofs are begun; the quadratic bound takes its time nevertheless
     */
    public double upper(double[] atoms, double[] weights, double seconds) {
        long begin = System.nanoTime();
        ScaleSearch quadratic = new ScaleSearch(this::quadratic, lambda / Math.sqrt(eigenvalues[0]));
        for (int k = 0; k < MOST_QUADRATIC_PROOFS && !quadratic.settled(); k++) {
            quadratic.advance();
        }
        if (elapsed(begin) >= seconds) {
            return UP * lambda * quadratic.best();
        }
        SaddleIteration saddle = saddle(Directions.of(atoms, weights, eigenvalues), 1 / quadratic.best());
        double spent = 0;
        while (spent < 1 && saddle.steps() < MOST_STEPS) {
            double progress = Math.max(spent, (double) saddle.steps() / MOST_STEPS);
            saddle.step(PENALTIES[(int) (progress * PENALTIES.length)]);
            spent = elapsed(begin) / ((1 - PROOFS) * seconds);
        }
        QuarticProof proof =
                new QuarticProof(signals, lines, saddle.intercepts(), saddle.leading(), saddle.correction());
        ScaleSearch search = new ScaleSearch(proof::proved, saddle.scale());
        for (int k = 0; k < MOST_PROOFS && !search.settled() && elapsed(begin) < seconds; k++) {
            search.advance();
        }
        return UP * lambda * Math.min(quadratic.best(), search.best());
    }

    /** Begins at the scale that the directions ask for, with the leading coordinates that count at this scale. */
    private SaddleIteration saddle(Directions directions, double guess) {
        int m = signals.dimension();
        QuarticForms forms = new QuarticForms(new QuarticLayout(m));
        double[] tensor = directions.tensor(m);
        double scale =
                lines.critical(signals.moments(m, forms.monomials(tensor), forms.partialTrace(tensor)), 1, guess);
        int leading = 0;
        while (leading < m && scale * scale * eigenvalues[leading] > LEADING * lambda * lambda) {
            leading++;
        }
        leading = Math.min(m, Math.max(FEWEST_LEADING, Math.min(MOST_LEADING, leading)));
        return new SaddleIteration(signals, lines, leading, directions.tensor(leading), scale);
    }

    /** The b that is proved without fourth powers at a scale. */
    private double quadratic(double s) {
        int m = signals.dimension();
        double[] weights = lines.second(lines.flat(s), s);
        double error = 2 * (signals.signals() + 32) * UNIT * lines.total(weights, 2);
        return TopEigenvalue.proved(signals.sums(m, null, weights).second(), m, error);
    }

    private static double elapsed(long begin) {
        return (System.nanoTime() - begin) * 1e-9;
    }
}
