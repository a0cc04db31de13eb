package org.certifact.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.renderer.xy.XYStepRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** How all charts look: no background, no frame, thin grid, the page's colours. */
final class ChartStyle {
    static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
    private static final Color NOTHING = new Color(0, 0, 0, 0);
    private static final BasicStroke DASHED =
            new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {5, 4}, 0);

    private static final BasicStroke LINE = new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final BasicStroke HAIR = new BasicStroke(1);
    private static final Shape DOT = new Ellipse2D.Double(-2.5, -2.5, 5, 5);
    private static final Shape KEY = new Line2D.Double(-8, 0, 8, 0);
    private static final RectangleInsets LABEL = new RectangleInsets(6, 2, 2, 8);
    static final double MARGIN = 0.04;

    private ChartStyle() {}

    static XYPlot plot(Axis x, Axis y) {
        XYPlot plot = new XYPlot(null, axis(x), axis(y), null);
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(Ink.GRID);
        plot.setRangeGridlineStroke(HAIR);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        return plot;
    }

    private static ValueAxis axis(Axis axis) {
        NumberAxis drawn = new RoundAxis(axis);
        drawn.setLabelFont(TEXT);
        drawn.setLabelPaint(Ink.TEXT);
        drawn.setLabelInsets(LABEL);
        drawn.setTickLabelFont(SMALL);
        drawn.setTickLabelPaint(Ink.TEXT);
        drawn.setAxisLinePaint(Ink.TEXT);
        drawn.setTickMarkPaint(Ink.TEXT);
        drawn.setLowerMargin(MARGIN);
        drawn.setUpperMargin(MARGIN);
        return drawn;
    }

    /** A dashed line across the plot. @param place on the axis */
    static ValueMarker marker(String name, double place) {
        ValueMarker marker = new ValueMarker(place, Ink.LEVEL, DASHED);
        marker.setLabel(name);
        marker.setLabelFont(SMALL);
        marker.setLabelPaint(Ink.LEVEL);
        marker.setLabelBackgroundColor(NOTHING);
        return marker;
    }

    static JFreeChart chart(XYPlot plot) {
        JFreeChart chart = new JFreeChart(null, TEXT, plot, false);
        chart.setBackgroundPaint(null);
        chart.setPadding(new RectangleInsets(4, 4, 4, 12));
        if (plot.getDatasetCount() > 1) {
            LegendTitle legend = new LegendTitle(plot);
            legend.setItemFont(TEXT);
            legend.setItemPaint(Ink.TEXT);
            legend.setBackgroundPaint(null);
            legend.setPosition(RectangleEdge.TOP);
            legend.setHorizontalAlignment(HorizontalAlignment.LEFT);
            chart.addLegend(legend);
        }
        return chart;
    }

    static XYItemRenderer lines(Ink ink) {
        return styled(new XYLineAndShapeRenderer(true, false), ink);
    }

    static XYItemRenderer markedLines(Ink ink) {
        return styled(new XYLineAndShapeRenderer(true, true), ink);
    }

    static XYItemRenderer marks(Ink ink) {
        return styled(new XYLineAndShapeRenderer(false, true), ink);
    }

    static XYItemRenderer steps(Ink ink) {
        return styled(new XYStepRenderer(), ink);
    }

    static XYItemRenderer ranges(Ink ink) {
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setDrawXError(false);
        renderer.setErrorPaint(ink);
        renderer.setErrorStroke(LINE);
        return styled(renderer, ink);
    }

    private static XYItemRenderer styled(XYLineAndShapeRenderer renderer, Ink ink) {
        renderer.setLegendLine(KEY);
        return styled((AbstractXYItemRenderer) renderer, ink);
    }

    private static XYItemRenderer styled(AbstractXYItemRenderer renderer, Ink ink) {
        renderer.setSeriesPaint(0, ink);
        renderer.setSeriesStroke(0, LINE);
        renderer.setSeriesShape(0, DOT);
        return renderer;
    }
}
