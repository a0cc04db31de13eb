package org.certifact.linalg.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.certifact.linalg.slack.Matrices.gaussian;
import static org.certifact.linalg.slack.Matrices.squaredDistance;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

/** A slack of one set: T(H) is the point of it that is nearest to −H, so that −X is a gradient of the dual at H. */
abstract class ProjectionContract extends SlackContract {

    @Property(tries = 300)
    void noPointOfTheSetIsNearerToMinusH(
            @ForAll long seed,
            @ForAll @DoubleRange(min = -2, max = 2) double exponent,
            @ForAll @DoubleRange(min = -5, max = 1) double distance) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] h = gaussian(12, Math.pow(10, exponent), random);
        double[] minusH = Arrays.stream(h).map(x -> -x).toArray();
        double[] s = h.clone();
        slack().apply(s, 3, 4);
        double[] other = gaussian(12, Math.pow(10, distance), random);
        for (int k = 0; k < other.length; k++) {
            // T maps into the set: a point of it near s
            other[k] = -(s[k] + other[k]);
        }
        slack().apply(other, 3, 4);
        double reached = squaredDistance(s, minusH);
        assertThat(squaredDistance(other, minusH)).isGreaterThanOrEqualTo(reached * (1 - 1e-9) - 1e-12);
    }

    @Property(tries = 200)
    void aPointOfTheSetStays(@ForAll long seed) {
        double[] s = gaussian(12, 2, new SplittableRandom(seed));
        slack().apply(s, 3, 4);
        double[] again = Arrays.stream(s).map(x -> -x).toArray();
        slack().apply(again, 3, 4);
        assertThat(squaredDistance(again, s)).isLessThan(1e-20);
    }
}
