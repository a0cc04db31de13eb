package org.certifact.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;
import org.jfree.data.xy.DefaultIntervalXYDataset;
import org.jfree.data.xy.DefaultXYDataset;
import org.jfree.data.xy.XYDataset;

/** Series over two axes, drawn as an SVG element. A value that has no place on an axis, such as 0 where it is logarithmic, is left out. */
public final class Chart {
    /** Characters that XML does not have. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cs}\uFFFE\uFFFF]");

    private static final int WIDTH = 560;
    private static final int HEIGHT = 300;

    private final Axis x;
    private final Axis y;
    private final XYPlot plot;
    private final List<Double> levels = new ArrayList<>();
    private boolean empty = true;

    /** A chart without series. */
    public Chart(Axis x, Axis y) {
        this.x = x;
        this.y = y;
        this.plot = ChartStyle.plot(x, y);
    }

    /** Points joined by lines. @param xs and {@code ys}: of each point. Not modified */
    public Chart line(String name, double[] xs, double[] ys) {
        return add(points(name, xs, ys), ChartStyle.lines(next()));
    }

    /** Points joined by lines and marked. */
    public Chart markedLine(String name, double[] xs, double[] ys) {
        return add(points(name, xs, ys), ChartStyle.markedLines(next()));
    }

    /** A value that holds until the next. */
    public Chart steps(String name, double[] xs, double[] ys) {
        return add(points(name, xs, ys), ChartStyle.steps(next()));
    }

    /** Points alone. */
    public Chart marks(String name, double[] xs, double[] ys) {
        return add(points(name, xs, ys), ChartStyle.marks(next()));
    }

    /** From a lower to an upper value at each place; those without a lower one are marked at the upper. */
    public Chart ranges(String name, double[] xs, double[] lower, double[] upper) {
        double[][] all = new double[6][xs.length];
        int count = 0;
        for (int i = 0; i < xs.length; i++) {
            if (x.scale().shows(xs[i]) && y.scale().shows(upper[i])) {
                double top = y.scale().place(upper[i]);
                double bottom = y.scale().shows(lower[i]) ? y.scale().place(lower[i]) : top;
                for (int k = 0; k < 3; k++) {
                    all[k][count] = x.scale().place(xs[i]);
                }
                all[3][count] = top;
                all[4][count] = bottom;
                all[5][count++] = top;
            }
        }
        DefaultIntervalXYDataset data = new DefaultIntervalXYDataset();
        data.addSeries(name, first(all, count));
        empty &= count == 0;
        return add(data, ChartStyle.ranges(next()));
    }

    /** A horizontal line across, named above its left end. */
    public Chart level(String name, double value) {
        if (y.scale().shows(value)) {
            ValueMarker marker = ChartStyle.marker(name, y.scale().place(value));
            marker.setLabelAnchor(RectangleAnchor.TOP_LEFT);
            marker.setLabelTextAnchor(TextAnchor.BOTTOM_LEFT);
            plot.addRangeMarker(marker);
            levels.add(marker.getValue());
        }
        return this;
    }

    /** A vertical line across, named at its top. */
    public Chart place(String name, double value) {
        if (x.scale().shows(value)) {
            ValueMarker marker = ChartStyle.marker(name, x.scale().place(value));
            marker.setLabelAnchor(RectangleAnchor.TOP_RIGHT);
            marker.setLabelTextAnchor(TextAnchor.TOP_LEFT);
            plot.addDomainMarker(marker);
        }
        return this;
    }

    /** A name beside a point, to its right or else to its left. */
    public Chart label(String text, double atX, double atY, boolean right) {
        if (x.scale().shows(atX) && y.scale().shows(atY)) {
            String clean = CONTROL.matcher(text).replaceAll("\uFFFD");
            XYTextAnnotation annotation = new XYTextAnnotation(
                    right ? " " + clean : clean + " ",
                    x.scale().place(atX),
                    y.scale().place(atY));
            annotation.setFont(ChartStyle.SMALL);
            annotation.setPaint(Ink.TEXT);
            annotation.setTextAnchor(right ? TextAnchor.CENTER_LEFT : TextAnchor.CENTER_RIGHT);
            plot.addAnnotation(annotation);
        }
        return this;
    }

    /**
     * The drawing as an SVG element whose colours are CSS variables of the page.
     *
     * @param id no other drawing of the page has it
     * @param label what a reader hears who does not see it
     */
    public String svg(String id, String label) {
        if (empty) {
            throw new IllegalStateException("a chart without a point: " + label);
        }
        levels.forEach(this::include);
        JFreeChart chart = ChartStyle.chart(plot);
        return SvgCanvas.draw(
                id,
                label,
                WIDTH,
                HEIGHT,
                graphics -> chart.draw(graphics, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT)));
    }

    /** Widens the vertical axis to a level that the points do not reach. */
    private void include(double level) {
        ValueAxis axis = plot.getRangeAxis();
        if (!axis.getRange().contains(level)) {
            Range wide = Range.expandToInclude(axis.getRange(), level);
            axis.setRange(Range.expand(wide, ChartStyle.MARGIN, ChartStyle.MARGIN));
        }
    }

    /** Whether there is any point to draw. */
    public boolean isEmpty() {
        return empty;
    }

    private Ink next() {
        return Ink.series(plot.getRendererCount() - (plot.getRenderer(0) == null ? 1 : 0));
    }

    private XYDataset points(String name, double[] xs, double[] ys) {
        double[][] all = new double[2][xs.length];
        int count = 0;
        for (int i = 0; i < xs.length; i++) {
            if (x.scale().shows(xs[i]) && y.scale().shows(ys[i])) {
                all[0][count] = x.scale().place(xs[i]);
                all[1][count++] = y.scale().place(ys[i]);
            }
        }
        DefaultXYDataset data = new DefaultXYDataset();
        data.addSeries(name, first(all, count));
        empty &= count == 0;
        return data;
    }

    private static double[][] first(double[][] all, int count) {
        double[][] kept = new double[all.length][];
        for (int k = 0; k < all.length; k++) {
            kept[k] = Arrays.copyOf(all[k], count);
        }
        return kept;
    }

    private Chart add(XYDataset data, XYItemRenderer renderer) {
        int index = plot.getDataset(0) == null ? 0 : plot.getDatasetCount();
        plot.setDataset(index, data);
        plot.setRenderer(index, renderer);
        return this;
    }
}
