package org.certifact.datasets;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;

/**
 * The values of an image between 0 and 1: samples divided by the largest their bits can hold, 255 or 65535. Grey samples are taken as they
 * are stored, without the correction that Java makes when it converts grey to colours.
 */
final class ImageValues {
    /** ITU-R BT.601, in thousandths: a grey made of three equal samples is then exact. */
    private static final int RED = 299;

    private static final int GREEN = 587;
    private static final int BLUE = 114;
    private static final double WHOLE = 1000;
    private static final int BYTE_MAX = 255;

    private final BufferedImage image;
    private final Raster raster;
    private final ColorModel model;
    private final boolean grey;

    private ImageValues(BufferedImage image) {
        this.image = image;
        this.raster = image.getRaster();
        this.model = image.getColorModel();
        this.grey = model.getColorSpace().getType() == ColorSpace.TYPE_GRAY && model instanceof ComponentColorModel;
    }

    /**
     * The values row by row, those of a pixel side by side.
     *
     * @throws Rejection if they cannot be read, see {@link #check}
     */
    static double[] of(BufferedImage image, ImageColor color) throws Rejection {
        check(image);
        ImageValues values = new ImageValues(image);
        int channels = channels(color);
        double[] result = new double[image.getWidth() * image.getHeight() * channels];
        int[] pixel = new int[3];
        int at = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                double max = values.pixel(x, y, pixel);
                if (color == ImageColor.GREY) {
                    result[at++] = (RED * pixel[0] + GREEN * pixel[1] + BLUE * pixel[2]) / (WHOLE * max);
                } else {
                    result[at++] = pixel[0] / max;
                    result[at++] = pixel[1] / max;
                    result[at++] = pixel[2] / max;
                }
            }
        }
        return result;
    }

    static int channels(ImageColor color) {
        return color == ImageColor.GREY ? 1 : 3;
    }

    /** @throws Rejection if the samples are of a kind that is not read */
    static void check(BufferedImage image) throws Rejection {
        int type = image.getColorModel().getTransferType();
        if (type != DataBuffer.TYPE_BYTE && type != DataBuffer.TYPE_USHORT && type != DataBuffer.TYPE_INT) {
            throw new Rejection("has samples that are neither of 8 nor of 16 bits; convert it");
        }
        int space = image.getColorModel().getColorSpace().getType();
        if (space != ColorSpace.TYPE_GRAY && space != ColorSpace.TYPE_RGB) {
            throw new Rejection("is neither grey nor RGB; convert it");
        }
    }

    /** Red, green and blue; returns the largest they can be. */
    private double pixel(int x, int y, int[] into) {
        if (grey) {
            into[0] = raster.getSample(x, y, 0);
            into[1] = into[0];
            into[2] = into[0];
            return (1 << model.getComponentSize(0)) - 1;
        }
        if (model instanceof ComponentColorModel) {
            into[0] = raster.getSample(x, y, 0);
            into[1] = raster.getSample(x, y, 1);
            into[2] = raster.getSample(x, y, 2);
            return (1 << model.getComponentSize(0)) - 1;
        }
        int rgb = image.getRGB(x, y);
        into[0] = rgb >> 16 & BYTE_MAX;
        into[1] = rgb >> 8 & BYTE_MAX;
        into[2] = rgb & BYTE_MAX;
        return BYTE_MAX;
    }
}
