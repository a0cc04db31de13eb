package org.certifact.jobs;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.certifact.datasets.ImageShape;

/**
 * A few samples above what the factors make of them. Both of a pair are drawn alike, and what an approximation has beyond the range of its
 * original is clipped. Where no original is negative, black is 0, and white is 1 or the largest value of all originals if that is larger;
 * else, as for patches without their means, 0 is mid-grey and the largest magnitude of an original black or white.
 */
final class Reconstruction {
    private Reconstruction() {}

    /**
     * Writes a PNG image of two rows.
     *
     * @param originals one picture each. Not modified
     * @param approximations as many, in the same order. Not modified
     * @throws IllegalArgumentException if there are none, not as many of both, or if one has not as many values as the shape
     */
    static void write(OutputStream out, double[][] originals, double[][] approximations, ImageShape shape)
            throws IOException {
        if (originals.length != approximations.length) {
            throw new IllegalArgumentException(
                    originals.length + " originals, but " + approximations.length + " approximations");
        }
        check("original", originals, shape);
        check("approximation", approximations, shape);
        PictureGrid grid = new PictureGrid(shape, 2, originals.length);
        double white =
                Arrays.stream(originals).mapToDouble(Reconstruction::largest).reduce(1, Math::max);
        boolean signed =
                Arrays.stream(originals).flatMapToDouble(Arrays::stream).anyMatch(value -> value < 0);
        for (int sample = 0; sample < originals.length; sample++) {
            double[] original = originals[sample];
            double[] approximation = approximations[sample];
            Tone tone = signed ? Tone.symmetric(largest(original)) : Tone.nonnegative(white);
            grid.draw(sample, pixel -> original[pixel], tone);
            grid.draw(originals.length + sample, pixel -> approximation[pixel], tone);
        }
        grid.write(out);
    }

    private static void check(String what, double[][] pictures, ImageShape shape) {
        for (int i = 0; i < pictures.length; i++) {
            if (pictures[i].length != shape.values()) {
                throw new IllegalArgumentException(what + " " + i + " has " + pictures[i].length
                        + " values, an image of " + shape + " has " + shape.values());
            }
        }
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElse(0);
    }
}
