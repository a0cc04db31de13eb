package org.certifact.linalg.krylov;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.certifact.linalg.KnownSpectrum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JointBoundTest {
    private static final double FAILURE = 1e-10;

    @Test
    void theLeastLengthIsThatOfABallOfTheProbability() {
        // volumes of the unit balls in 2, 3 and 8 dimensions, density √((n − 1)/2π) a dimension
        double[][] cases = {{2, Math.PI}, {3, 4 * Math.PI / 3}, {8, Math.pow(Math.PI, 4) / 24}};
        for (double[] c : cases) {
            double delta = JointBound.leastLength(1000, (int) c[0], 1e-6);
            double probability = c[1] * Math.pow(delta * Math.sqrt(999 / (2 * Math.PI)), c[0]);
            assertThat(probability).isCloseTo(1e-6, within(1e-12));
        }
    }

    @ParameterizedTest
    @CsvSource({"3, 2", "10, 2", "100, 3", "100, 8"})
    void cosinesAreShorterNoMoreOftenThanSaid(int n, int starts) {
        double probability = 0.2;
        double delta = JointBound.leastLength(n, starts, probability);
        int draws = 4000;
        int shorter = 0;
        for (int draw = 0; draw < draws; draw++) {
            double sum = 0;
            for (int s = 0; s < starts; s++) {
                double[] x = KnownSpectrum.gaussian(n, (long) draw * starts + s);
                double cosine = x[0] / ChainRun.norm(x);
                sum += cosine * cosine;
            }
            shorter += sum < delta * delta ? 1 : 0;
        }
        double deviation = Math.sqrt(probability * (1 - probability) / draws);
        assertThat((double) shorter / draws).isBetween(0.3 * probability, probability + 3 * deviation);
    }

    /** Each chain needs a step for every eigenvalue above the bulk; together they need one for eight. */
    @Test
    void togetherTheChainsBoundMoreCloselyThanTheOneThatKnowsLeast() {
        double[] above = {1.0, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7};
        double[] spectrum = KnownSpectrum.cluster(0, 1, concat(KnownSpectrum.spread(1000, 0, 0.5), above));
        for (int seed = 0; seed < 5; seed++) {
            List<LanczosChain> chains = chains(spectrum, 8, 7, seed);
            double least = largest(chains);
            double known = known(chains);
            double joint = joint(chains, FAILURE).upper(least, known, bound -> true);
            assertThat(joint).isGreaterThanOrEqualTo(1.7).isLessThan(1.7 + 0.2 * (known - 1.7));
        }
    }

    /** As often as its probability says, whatever else the spectrum holds. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void theBoundFailsNoMoreOftenThanSaid(int steps) {
        double probability = 0.2;
        double[] spectrum = KnownSpectrum.cluster(0, 60, new double[] {0.5, 0.9, 0.95, 0.97, 1});
        int seeds = 1000;
        int failures = 0;
        int moved = 0;
        for (int seed = 0; seed < seeds; seed++) {
            List<LanczosChain> chains = chains(spectrum, 3, steps, seed);
            double joint = joint(chains, probability).upper(largest(chains), 1.3, bound -> true);
            failures += joint < 1 ? 1 : 0;
            moved += joint < 1.2 ? 1 : 0;
        }
        double deviation = Math.sqrt(probability * (1 - probability) / seeds);
        assertThat((double) failures / seeds).isLessThan(probability + 3 * deviation);
        assertThat(moved).as("bounds that say something").isGreaterThan(seeds / 2);
    }

    @Test
    void whatIsKnownStandsWhereThereAreTooManyVectors() {
        List<LanczosChain> chains = chains(KnownSpectrum.spread(600, 0, 1), 8, 64, 1);

        assertThat(joint(chains, FAILURE).upper(largest(chains), 1.5, bound -> true))
                .isEqualTo(1.5);
        List<LanczosChain> fewer = chains(KnownSpectrum.spread(600, 0, 1), 8, 30, 1);
        double known = known(fewer);
        assertThat(joint(fewer, FAILURE).upper(largest(fewer), known, bound -> true))
                .isBetween(1.0, 1.1)
                .isLessThan(known);
    }

    private static JointBound joint(List<LanczosChain> chains, double probability) {
        ChainProducts products = new ChainProducts(chains);
        products.update();
        return new JointBound(chains, products, probability);
    }

    private static List<LanczosChain> chains(double[] spectrum, int starts, int steps, int seed) {
        List<LanczosChain> chains = new ArrayList<>();
        for (int s = 0; s < starts; s++) {
            LanczosChain chain = new LanczosChain(KnownSpectrum.gaussian(spectrum.length, (long) seed * starts + s));
            for (int k = 0; k < steps && !chain.exhausted(); k++) {
                double[] head = chain.head();
                chain.expand(IntStream.range(0, spectrum.length)
                        .mapToDouble(i -> spectrum[i] * head[i])
                        .toArray());
            }
            chains.add(chain);
        }
        return chains;
    }

    private static double largest(List<LanczosChain> chains) {
        return chains.stream().mapToDouble(LanczosChain::largestRitz).max().orElseThrow();
    }

    /** Of the chain that knows least, at the same probability. */
    private static double known(List<LanczosChain> chains) {
        int n = chains.get(0).head().length;
        double delta = LanczosBundle.leastCosine(n, Math.pow(FAILURE, 1.0 / chains.size()));
        return chains.stream()
                .mapToDouble(chain -> chain.upperBound(chain.largestRitz(), delta))
                .max()
                .orElseThrow();
    }

    private static double[] concat(double[] a, double[] b) {
        return IntStream.range(0, a.length + b.length)
                .mapToDouble(i -> i < a.length ? a[i] : b[i - a.length])
                .toArray();
    }
}
