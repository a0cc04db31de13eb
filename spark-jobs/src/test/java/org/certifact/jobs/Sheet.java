package org.certifact.jobs;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** What a PNG image that was written holds. */
final class Sheet {
    private final BufferedImage image;

    private Sheet(BufferedImage image) {
        this.image = image;
    }

    static Sheet of(ByteArrayOutputStream png) throws IOException {
        return new Sheet(ImageIO.read(new ByteArrayInputStream(png.toByteArray())));
    }

    int width() {
        return image.getWidth();
    }

    int height() {
        return image.getHeight();
    }

    int channels() {
        return image.getRaster().getNumBands();
    }

    int level(int x, int y, int channel) {
        return image.getRaster().getSample(x, y, channel);
    }

    /** The levels of one channel of a rectangle, row by row, of every so-many-th pixel. */
    int[] levels(int left, int top, int width, int height, int every) {
        int[] levels = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                levels[y * width + x] = level(left + x * every, top + y * every, 0);
            }
        }
        return levels;
    }
}
