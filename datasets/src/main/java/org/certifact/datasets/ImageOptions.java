package org.certifact.datasets;

import java.util.Objects;
import java.util.Optional;

/**
 * How images are read.
 *
 * @param color what becomes of their colours
 * @param patches how they are cut; empty to make each image one row
 */
public record ImageOptions(ImageColor color, Optional<Patches> patches) {
    public ImageOptions {
        Objects.requireNonNull(color, "color");
        Objects.requireNonNull(patches, "patches");
    }

    /** Whole images in grey. */
    public static ImageOptions defaults() {
        return new ImageOptions(ImageColor.GREY, Optional.empty());
    }

    public ImageOptions withColor(ImageColor newColor) {
        return new ImageOptions(newColor, patches);
    }

    public ImageOptions withPatches(Patches newPatches) {
        return new ImageOptions(color, Optional.of(newPatches));
    }
}
