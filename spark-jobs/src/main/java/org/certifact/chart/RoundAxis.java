package org.certifact.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/**
 * An axis with few ticks at round numbers. Of logarithms these are powers of ten where there are enough, else 1, 2 and 5 times those, else
 * as fine as it takes.
 */
final class RoundAxis extends NumberAxis {
    private static final int FEWEST = 3;
    private static final int MOST = 8;
    /** Of decades: what the digits of a label tell apart. */
    private static final double NARROWEST = 1e-4;

    private static final int[][] DIGITS = {{1}, {1, 2, 5}, {1, 2, 3, 4, 5, 6, 7, 8, 9}};

    private final Scale scale;

    RoundAxis(Axis axis) {
        super(axis.label());
        this.scale = axis.scale();
        setAutoRangeIncludesZero(false);
        if (scale == Scale.LOGARITHMIC) {
            setAutoRangeMinimumSize(NARROWEST);
        }
    }

    @Override
    public List<NumberTick> refreshTicks(Graphics2D g, AxisState state, Rectangle2D area, RectangleEdge edge) {
        boolean vertical = RectangleEdge.isLeftOrRight(edge);
        return ticks(scale, getRange().getLowerBound(), getRange().getUpperBound()).stream()
                .map(value -> new NumberTick(
                        TickType.MAJOR,
                        scale.place(value),
                        text(value),
                        vertical ? TextAnchor.CENTER_RIGHT : TextAnchor.TOP_CENTER,
                        TextAnchor.CENTER,
                        0))
                .toList();
    }

    /** Round numbers between two places on a scale. */
    static List<Double> ticks(Scale scale, double low, double high) {
        return switch (scale) {
            case LINEAR -> evenly(low, high, 0);
            case WHOLE -> evenly(low, high, 1);
            case LOGARITHMIC -> decades(low, high);
        };
    }

    private static List<Double> decades(double low, double high) {
        for (int[] digits : DIGITS) {
            List<Double> found = multiples(low, high, digits);
            if (found.size() >= FEWEST) {
                int step = (found.size() + MOST - 1) / MOST;
                List<Double> kept = new ArrayList<>();
                for (int i = 0; i < found.size(); i += step) {
                    kept.add(found.get(i));
                }
                return kept;
            }
        }
        return evenly(Math.pow(10, low), Math.pow(10, high), 0);
    }

    private static List<Double> multiples(double low, double high, int[] digits) {
        List<Double> found = new ArrayList<>();
        for (int power = (int) Math.floor(low); power <= Math.ceil(high); power++) {
            for (int digit : digits) {
                double value = digit * Math.pow(10, power);
                if (Math.log10(value) >= low && Math.log10(value) <= high) {
                    found.add(value);
                }
            }
        }
        return found;
    }

    /** Multiples of a power of ten, or of twice or five times one. @param least that they may be apart */
    private static List<Double> evenly(double from, double to, double least) {
        double unit = Math.pow(10, Math.floor(Math.log10((to - from) / FEWEST)));
        double step = Math.max(least, unit);
        for (int digit : new int[] {2, 5, 10}) {
            if ((to - from) / step > MOST) {
                step = Math.max(least, digit * unit);
            }
        }
        List<Double> found = new ArrayList<>();
        for (double k = Math.ceil(from / step); k * step <= to; k++) {
            found.add(k * step);
        }
        return found;
    }

    /** The number in as few characters as tell it: 0.001, 20, 5e-7. */
    static String text(double value) {
        if (Math.abs(value) < 1e-300) {
            return "0";
        }
        BigDecimal digits = new BigDecimal(value).round(new MathContext(6, RoundingMode.HALF_EVEN));
        BigDecimal plain = digits.stripTrailingZeros();
        boolean ordinary = Math.abs(value) >= 1e-4 && Math.abs(value) < 1e6;
        return ordinary
                ? plain.toPlainString()
                : plain.toString().replace("E+", "e").replace("E", "e");
    }
}
