package org.certifact.chart;

/** How values are laid out along an axis. */
public enum Scale {
    /** Equal differences are equal lengths. */
    LINEAR,
    /** The same for counts: no tick between whole numbers. */
    WHOLE,
    /** Equal ratios are equal lengths; values must be above 0. */
    LOGARITHMIC;

    double place(double value) {
        return this == LOGARITHMIC ? Math.log10(value) : value;
    }

    /** Whether it has a place for the value. */
    boolean shows(double value) {
        return Double.isFinite(value) && (this != LOGARITHMIC || value > 0);
    }
}
