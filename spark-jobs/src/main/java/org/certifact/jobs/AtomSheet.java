package org.certifact.jobs;

import java.io.IOException;
import java.io.OutputStream;
import org.certifact.datasets.ImageShape;

/**
 * The columns of a factor as pictures on one sheet. Each is scaled to its own range. Where no value of the factor is negative, 0 is black
 * and the largest value of a picture white; else 0 is mid-grey and the largest magnitude black or white.
 */
final class AtomSheet {
    private static final int MOST = 400;
    private static final int MOST_PIXELS = 1 << 24;

    private AtomSheet() {}

    /**
     * Writes a PNG image of the first atoms, in their order row by row: at most 400, and fewer where a picture has more than 40,000 pixels.
     *
     * @param atoms pixels x count, row by row: the values of one pixel side by side. Not modified
     * @return how many atoms are shown of how many: {@code 36 atoms}, {@code the first 400 of 512 atoms}
     * @throws IllegalArgumentException if there are no atoms, or if the values are not as many as shape and count say
     */
    static String write(OutputStream out, double[] atoms, int count, ImageShape shape) throws IOException {
        int pixels = shape.values();
        if (count < 1 || atoms.length != Math.multiplyExact(pixels, count)) {
            throw new IllegalArgumentException(atoms.length + " values are not those of " + count + " atoms of " + shape
                    + "; at least one is needed");
        }
        int shown = Math.min(count, Math.min(MOST, Math.max(1, MOST_PIXELS / (shape.width() * shape.height()))));
        int columns = columns(shown, shape);
        PictureGrid grid = new PictureGrid(shape, (shown + columns - 1) / columns, columns);
        boolean signed = anyNegative(atoms);
        for (int atom = 0; atom < shown; atom++) {
            int column = atom;
            double largest = largest(atoms, count, atom);
            grid.draw(
                    atom,
                    pixel -> atoms[pixel * count + column],
                    signed ? Tone.symmetric(largest) : Tone.nonnegative(largest));
        }
        grid.write(out);
        String all = count + (count == 1 ? " atom" : " atoms");
        return shown == count ? all : "the first " + shown + " of " + all;
    }

    /** So many that the sheet is about as wide as high. */
    private static int columns(int pictures, ImageShape shape) {
        double square = Math.sqrt((double) pictures * shape.height() / shape.width());
        return Math.max(1, Math.min(pictures, (int) Math.ceil(square)));
    }

    private static boolean anyNegative(double[] values) {
        for (double value : values) {
            if (value < 0) {
                return true;
            }
        }
        return false;
    }

    private static double largest(double[] atoms, int count, int atom) {
        double largest = 0;
        for (int at = atom; at < atoms.length; at += count) {
            largest = Math.max(largest, Math.abs(atoms[at]));
        }
        return largest;
    }
}
