package org.certifact.chart;

/**
 * An axis of a chart.
 *
 * @param label what it measures, with the unit
 */
public record Axis(String label, Scale scale) {

    /** Equal differences are equal lengths. */
    public static Axis linear(String label) {
        return new Axis(label, Scale.LINEAR);
    }

    /** Of counts. */
    public static Axis whole(String label) {
        return new Axis(label, Scale.WHOLE);
    }

    /** Equal ratios are equal lengths. */
    public static Axis logarithmic(String label) {
        return new Axis(label, Scale.LOGARITHMIC);
    }
}
