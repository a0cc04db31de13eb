package org.certifact.jobs;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.IntToDoubleFunction;
import javax.imageio.ImageIO;
import org.certifact.datasets.ImageShape;

/** Pictures of one shape side by side on white, a thin gap between them, small ones enlarged by a whole factor. */
final class PictureGrid {
    /** Pixels of white around each picture. */
    static final int GAP = 2;

    private static final int LARGEST = 1200;
    private static final int GREY = 1;
    private static final int COLOR = 3;

    private final ImageShape shape;
    private final int columns;
    private final int factor;
    private final BufferedImage sheet;

    /**
     * An empty grid, enlarged as far as it stays within 1200 x 1200 pixels.
     *
     * @throws IllegalArgumentException if the shape has neither 1 nor 3 channels, or if there is no room for any picture
     */
    PictureGrid(ImageShape shape, int rows, int columns) {
        if (shape.channels() != GREY && shape.channels() != COLOR) {
            throw new IllegalArgumentException(
                    shape + " cannot be drawn: it has " + shape.channels() + " channels; 1 or 3 are needed");
        }
        if (rows < 1 || columns < 1) {
            throw new IllegalArgumentException("a grid of " + rows + " x " + columns + " pictures holds none");
        }
        this.shape = shape;
        this.columns = columns;
        this.factor = Math.max(1, Math.min(factor(columns, shape.width()), factor(rows, shape.height())));
        this.sheet = new BufferedImage(
                extent(columns, shape.width()),
                extent(rows, shape.height()),
                shape.channels() == GREY ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        graphics.dispose();
    }

    private static int factor(int pictures, int pixels) {
        return (LARGEST - GAP * (pictures + 1)) / (pictures * pixels);
    }

    private int extent(int pictures, int pixels) {
        return Math.addExact(GAP, Math.multiplyExact(pictures, pixels * factor + GAP));
    }

    /**
     * Draws one picture.
     *
     * @param place from 0, row by row
     * @param value the value at each index within the shape
     */
    void draw(int place, IntToDoubleFunction value, Tone tone) {
        int left = GAP + place % columns * (shape.width() * factor + GAP);
        int top = GAP + place / columns * (shape.height() * factor + GAP);
        int index = 0;
        for (int y = 0; y < shape.height(); y++) {
            for (int x = 0; x < shape.width(); x++) {
                for (int channel = 0; channel < shape.channels(); channel++) {
                    fill(left + x * factor, top + y * factor, channel, tone.level(value.applyAsDouble(index++)));
                }
            }
        }
    }

    /** By samples, for Java brightens grey that is given as a colour. */
    private void fill(int left, int top, int channel, int level) {
        for (int y = top; y < top + factor; y++) {
            for (int x = left; x < left + factor; x++) {
                sheet.getRaster().setSample(x, y, channel, level);
            }
        }
    }

    /** Writes the sheet as PNG and leaves the stream open. */
    void write(OutputStream out) throws IOException {
        ImageIO.setUseCache(false);
        if (!ImageIO.write(sheet, "png", out)) {
            throw new IOException("this Java cannot write PNG images");
        }
    }
}
