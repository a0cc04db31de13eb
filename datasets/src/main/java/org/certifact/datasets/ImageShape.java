package org.certifact.datasets;

import java.io.Serializable;

/**
 * What one row of a table pictures: an image or a patch of one. The values stand row by row from the top, from left to right, the channels
 * of a pixel side by side.
 *
 * @param width in pixels
 * @param height in pixels
 * @param channels 1 for grey, 3 for red, green and blue
 */
public record ImageShape(int width, int height, int channels) implements Serializable {
    /**
     * Checks that all three are positive.
     *
     * @throws IllegalArgumentException if one is not
     */
    public ImageShape {
        if (width < 1 || height < 1 || channels < 1) {
            throw new IllegalArgumentException("an image of " + width + " x " + height + " pixels and " + channels
                    + " channels has no values; all three must be at least 1");
        }
    }

    /** The number of values: width times height times channels. */
    public int values() {
        return Math.multiplyExact(Math.multiplyExact(width, height), channels);
    }

    @Override
    public String toString() {
        return width + " x " + height + (channels == 1 ? "" : " x " + channels);
    }
}
