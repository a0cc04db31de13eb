package org.certifact.chart;

import java.awt.Color;
import java.awt.Paint;
import java.awt.PaintContext;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.ColorModel;

/** A colour that the page gives by a CSS variable, so that one drawing fits light, dark and print. */
enum Ink implements Paint {
    /** Text and axes. */
    TEXT("--ink"),
    /** Grid lines. */
    GRID("--grid"),
    FIRST("--series-1"),
    SECOND("--series-2"),
    THIRD("--series-3"),
    FOURTH("--series-4"),
    FIFTH("--series-5"),
    SIXTH("--series-6"),
    /** A level to be reached. */
    LEVEL("--level");

    private static final Ink[] SERIES = {FIRST, SECOND, THIRD, FOURTH, FIFTH, SIXTH};

    private final String variable;

    Ink(String variable) {
        this.variable = variable;
    }

    /** As CSS. */
    String css() {
        return "var(" + variable + ")";
    }

    /** The colour of a series, from 0; they come round again. */
    static Ink series(int index) {
        return SERIES[index % SERIES.length];
    }

    /** Black, for whoever asks for pixels: nobody does. */
    @Override
    public PaintContext createContext(
            ColorModel model, Rectangle device, Rectangle2D user, AffineTransform transform, RenderingHints hints) {
        return Color.BLACK.createContext(model, device, user, transform, hints);
    }

    @Override
    public int getTransparency() {
        return OPAQUE;
    }
}
