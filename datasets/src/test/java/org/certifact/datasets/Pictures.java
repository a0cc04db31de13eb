package org.certifact.datasets;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntBinaryOperator;
import javax.imageio.ImageIO;

/** Writes small images. */
final class Pictures {
    private Pictures() {}

    /** A grey image whose samples are given by column and row. */
    static String grey(Path file, int width, int height, IntBinaryOperator sample) throws IOException {
        return samples(file, BufferedImage.TYPE_BYTE_GRAY, width, height, sample);
    }

    /** An image of any type, the sample of band b being that given, plus b. */
    static String samples(Path file, int type, int width, int height, IntBinaryOperator sample) throws IOException {
        BufferedImage image = new BufferedImage(width, height, type);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int band = 0; band < image.getRaster().getNumBands(); band++) {
                    image.getRaster().setSample(x, y, band, sample.applyAsInt(x, y) + band);
                }
            }
        }
        return write(file, image);
    }

    static String write(Path file, BufferedImage image) throws IOException {
        Files.createDirectories(file.getParent());
        String name = file.getFileName().toString();
        String format = name.substring(name.lastIndexOf('.') + 1);
        File target = file.toFile();
        if (!ImageIO.write(image, format, target)) {
            throw new IllegalArgumentException("this JDK cannot write such an image as " + format);
        }
        return target.toString();
    }
}
