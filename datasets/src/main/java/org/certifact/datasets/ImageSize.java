package org.certifact.datasets;

import java.io.Serializable;

/** The size of an image, or why it cannot be read. A plain class because Spark's Kryo cannot write records. */
final class ImageSize implements Serializable {
    private final int width;
    private final int height;
    private final String problem;

    /** @param problem empty if there is none */
    ImageSize(int width, int height, String problem) {
        this.width = width;
        this.height = height;
        this.problem = problem;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    String problem() {
        return problem;
    }

    boolean sameAs(ImageSize other) {
        return width == other.width && height == other.height;
    }

    @Override
    public String toString() {
        return width + " x " + height;
    }
}
