package org.certifact.datasets;

import java.io.Serializable;
import java.util.Objects;

/**
 * How images are cut into square patches. Pixels at the right and the lower edge that no patch fits onto are left over.
 *
 * @param size width and height of a patch in pixels
 * @param stride pixels from one patch to the next, across and down
 * @param mean what becomes of each patch's mean
 * @param limit at most so many patches of all images together are kept, chosen by a hash of seed and id
 * @param seed of the choice
 */
public record Patches(int size, int stride, PatchMean mean, int limit, long seed) implements Serializable {
    /**
     * Checks that size, stride and limit are positive.
     *
     * @throws BadInputException if one is not
     */
    public Patches {
        Objects.requireNonNull(mean, "mean");
        if (size < 1 || stride < 1) {
            throw new BadInputException(
                    "patches of " + size + " x " + size + " pixels, " + stride + " apart: both must be at least 1");
        }
        if (limit < 1) {
            throw new BadInputException("at most " + limit + " patches: at least 1 is needed");
        }
    }

    /** All patches of that size side by side, with their means. */
    public static Patches of(int size) {
        return new Patches(size, size, PatchMean.KEEP, Integer.MAX_VALUE, 1);
    }

    public Patches withStride(int newStride) {
        return new Patches(size, newStride, mean, limit, seed);
    }

    public Patches withMean(PatchMean newMean) {
        return new Patches(size, stride, newMean, limit, seed);
    }

    public Patches withLimit(int newLimit) {
        return new Patches(size, stride, mean, newLimit, seed);
    }

    public Patches withSeed(long newSeed) {
        return new Patches(size, stride, mean, limit, newSeed);
    }
}
