package org.certifact.datasets;

import java.io.Serializable;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where the patches of an image stand, row by row, and what they are called.
 *
 * @param rows how many stand above one another
 * @param columns how many stand side by side
 * @param patches their size and stride
 * @param digits of the largest pixel coordinate in any image: ids are padded to it, so that they sort as they stand
 */
record PatchGrid(int rows, int columns, Patches patches, int digits) implements Serializable {
    /** The patches of an image that is at least as large as one. */
    static PatchGrid of(ImageSize image, Patches patches, int digits) {
        return new PatchGrid(
                (image.height() - patches.size()) / patches.stride() + 1,
                (image.width() - patches.size()) / patches.stride() + 1,
                patches,
                digits);
    }

    long count() {
        return (long) rows * columns;
    }

    /** The uppermost pixel row of a patch, from 0. */
    int top(int patch) {
        return patch / columns * patches.stride();
    }

    /** The leftmost pixel column of a patch, from 0. */
    int left(int patch) {
        return patch % columns * patches.stride();
    }

    /** The id of a patch: {@code 09.png:008:016}, file, pixel row and pixel column of its corner. */
    String id(String name, int patch) {
        return name + ':' + padded(top(patch)) + ':' + padded(left(patch));
    }

    /** The ids of all patches. */
    Stream<String> ids(String name) {
        return IntStream.range(0, Math.toIntExact(count())).mapToObj(patch -> id(name, patch));
    }

    private String padded(int coordinate) {
        String text = Integer.toString(coordinate);
        return "0".repeat(digits - text.length()) + text;
    }
}
