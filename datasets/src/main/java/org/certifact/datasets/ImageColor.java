package org.certifact.datasets;

/** What becomes of the colours of images. Transparency is ignored. */
public enum ImageColor {
    /** One value a pixel: the grey value, or the luma 0.299 R + 0.587 G + 0.114 B (ITU-R BT.601) of a colour. */
    GREY,
    /** Three values a pixel: red, green, blue; alike where the image is grey. */
    RGB
}
