package org.certifact.linalg.krylov;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoublePredicate;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * Several Lanczos chains of the same A from independent Gaussian starts, in lockstep: one product with A serves them all.
 *
 * <p>Each start's failure has its own probability, and the bound fails only where all starts fail, so b starts need far
 * fewer steps than one for the same confidence. There are two such bounds, each of which may fail with half of the
 * probability: that of the chain which knows least, and on demand a {@link JointBound} of all.
 */
public final class LanczosBundle {

    /** A times a group of vectors. */
    @FunctionalInterface
    public interface Product {
        /** @param x n × count, row-major. Not modified. @return n × count */
        double[] times(double[] x, int count);
    }

    private final int size;
    private final Product product;
    private final List<LanczosChain> chains = new ArrayList<>();
    private final double delta;
    private double largest;
    private double upper = Double.POSITIVE_INFINITY;
    private int steps;
    private final ChainProducts products;
    private final Optional<JointBound> joint;
    private JointRitz ritz;

    /**
     * @param size n, at least 1
     * @param starts number of independent starts b, at least 1
     * @param seed of the starts
     * @param keys a number for each entry of a start, by which it is drawn
     * @param failureProbability with which {@link #upper()} may be wrong, in (0, 1)
     */
    public LanczosBundle(
            int size, int starts, long seed, IntToLongFunction keys, double failureProbability, Product product) {
        if (size < 1 || starts < 1) {
            throw new IllegalArgumentException(
                    "size " + size + ", starts " + starts + ": both must be at least 1, or nothing is bounded");
        }
        if (!(failureProbability > 0 && failureProbability < 1)) {
            throw new IllegalArgumentException("failure probability " + failureProbability + " is not in (0, 1)");
        }
        this.size = size;
        this.product = product;
        // mixed, for seeds and keys may both be small numbers, and a generator whose state is 0 begins with 0
        long stream = new SplittableRandom(seed).nextLong();
        double[][] drawn = new double[starts][size];
        for (int i = 0; i < size; i++) {
            SplittableRandom random = new SplittableRandom(keys.applyAsLong(i) ^ stream);
            for (double[] start : drawn) {
                start[i] = random.nextGaussian();
            }
        }
        for (double[] start : drawn) {
            chains.add(new LanczosChain(start));
        }
        this.products = new ChainProducts(chains);
        this.joint = starts > 1 && size > 2
                ? Optional.of(new JointBound(chains, products, 0.5 * failureProbability))
                : Optional.empty();
        double ofOne = joint.isPresent() ? 0.5 * failureProbability : failureProbability;
        this.delta = leastCosine(size, Math.pow(ofOne, 1.0 / starts));
    }

    /**
     * A cosine δ with P(|cos| &lt; δ) ≤ probability, cos being that of a uniform direction in n dimensions with a fixed one.
     *
     * <p>For n ≥ 3 the density of cos is at most √((n−1)/2π), so that P ≤ δ √(2(n−1)/π). For n = 2, P = (2/π) asin δ ≤ δ;
     * for n = 1, P = 0.
     */
    static double leastCosine(int n, double probability) {
        return Math.min(0.5, probability / Math.sqrt(2.0 * Math.max(3, n) / Math.PI));
    }

    /** Steps done. */
    public int steps() {
        return steps;
    }

    /** True when no chain can go on. */
    public boolean exhausted() {
        return chains.stream().allMatch(LanczosChain::exhausted);
    }

    /** A lower bound on λ_max(A): the largest Ritz value so far. */
    public double lower() {
        return largest;
    }

    /** An upper bound on λ_max(A), but for the failure probability; infinite before the first step. */
    public double upper() {
        return upper;
    }

    /** One step of every chain that is not exhausted; nothing where all are. */
    public void expand() {
        List<LanczosChain> active = chains.stream().filter(c -> !c.exhausted()).toList();
        if (active.isEmpty()) {
            return;
        }
        int count = active.size();
        double[] x = new double[size * count];
        for (int c = 0; c < count; c++) {
            double[] head = active.get(c).head();
            for (int i = 0; i < size; i++) {
                x[i * count + c] = head[i];
            }
        }
        double[] y = product.times(x, count);
        expand(active, y);
        ritz = null;
        steps++;
        double bound = 0;
        for (LanczosChain chain : chains) {
            double ritz = chain.largestRitz();
            largest = Math.max(largest, ritz);
            bound = Math.max(bound, chain.upperBound(ritz, delta));
        }
        // what a step has proved rests on the starts alone, and so does what another has
        upper = Math.max(Math.min(bound, upper), largest);
    }

    /**
     * Lowers the upper bound to what all chains tell together. It pays where a product is a pass over the data.
     *
     * @param enough which bounds are worth the proof
     */
    public void tighten(DoublePredicate enough) {
        products.update();
        upper = joint.map(all -> all.upper(largest, upper, enough)).orElse(upper);
    }

    private void expand(List<LanczosChain> active, double[] y) {
        int count = active.size();
        try {
            IntStream.range(0, count).parallel().forEach(c -> {
                double[] column = new double[size];
                for (int i = 0; i < size; i++) {
                    column[i] = y[i * count + c];
                }
                active.get(c).expand(column);
            });
        } catch (ArithmeticException e) {
            // what another thread threw arrives inside one that says nothing
            throw e.getCause() instanceof ArithmeticException said ? said : e;
        }
    }

    /**
     * The best Ritz pairs on the sum of all chains' spaces. Not before the first step.
     *
     * @param threshold only Ritz values above it count
     * @param most at most so many
     */
    public RitzPairs ritzAbove(double threshold, int most) {
        if (ritz == null) {
            products.update();
            ritz = new JointRitz(chains, products);
        }
        return ritz.above(threshold, most);
    }
}
