package org.certifact.datasets;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decodes an image file with the readers of the JDK, and takes none that is damaged. */
final class ImageDecoder {
    private static final List<String> FORMATS = List.of("png", "jpeg", "tif", "bmp");

    /** At most so many pixels a byte can there be: of one bit, deflated 1032 times. */
    private static final long MOST_PIXELS_A_BYTE = 8 * 1032L;

    /** An array holds three samples of each. */
    private static final long MOST_PIXELS = Integer.MAX_VALUE / 3 - 8;

    private ImageDecoder() {}

    /** @param length of the file, in bytes @throws Rejection if the bytes are no image, are damaged, or are of a kind that cannot be read */
    static BufferedImage decode(InputStream bytes, long length) throws IOException, Rejection {
        try (ImageInputStream in = new MemoryCacheImageInputStream(bytes)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new Rejection("is not an image that can be read, a PNG, JPEG, TIFF or BMP; leave it out");
            }
            ImageReader reader = readers.next();
            try {
                return decode(reader, in, length);
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage decode(ImageReader reader, ImageInputStream in, long length) throws Rejection {
        try {
            String format = reader.getFormatName().toLowerCase(Locale.ROOT);
            if (!FORMATS.contains(format)) {
                throw new Rejection("is a " + format + " image; convert it to PNG, JPEG, TIFF or BMP");
            }
            List<String> warnings = new ArrayList<>();
            reader.setInput(in, false, true);
            reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
            if (format.equals("tif") && holdsAnother(reader)) {
                throw new Rejection("holds more than one image; save each in a file of its own");
            }
            checkSize(reader.getWidth(0), reader.getHeight(0), length);
            BufferedImage image = reader.read(0);
            for (String warning : warnings) {
                // the JPEG reader only warns of a file that is cut short, and makes up the rest
                if (warning.startsWith("Truncated") || warning.contains("premature")) {
                    throw new Rejection("cannot be decoded: " + warning);
                }
            }
            return image;
        } catch (IOException | RuntimeException e) {
            // readers fail with all kinds of exceptions over damaged files
            throw new Rejection("cannot be decoded: " + (e.getMessage() == null ? e.toString() : e.getMessage()));
        }
    }

    /** Not by their number: the directories of a damaged file may follow each other in a circle. */
    private static boolean holdsAnother(ImageReader reader) throws IOException {
        try {
            return reader.getWidth(1) > 0;
        } catch (IndexOutOfBoundsException e) {
            return false;
        }
    }

    /** Before memory is taken for them. */
    private static void checkSize(int width, int height, long length) throws Rejection {
        long pixels = (long) width * height;
        if (pixels > MOST_PIXELS_A_BYTE * length) {
            throw new Rejection("says that it is " + width + " x " + height + " pixels, more than its " + length
                    + " bytes can hold: the file is damaged");
        }
        if (pixels > MOST_PIXELS) {
            throw new Rejection("is " + width + " x " + height + " pixels, at most " + MOST_PIXELS
                    + " can be read; cut it into several");
        }
    }
}
