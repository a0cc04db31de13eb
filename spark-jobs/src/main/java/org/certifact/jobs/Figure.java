package org.certifact.jobs;

import org.certifact.chart.Chart;

/**
 * A drawing of the page with the words around it.
 *
 * @param svg the drawing, with a description for those who do not see it
 * @param caption what it shows, for a reader who is new to the subject
 */
record Figure(String id, String title, String svg, String caption) {

    /** @param description what a reader hears who does not see the drawing */
    static Figure of(String id, String title, Chart chart, String description, String caption) {
        return new Figure(id, title, chart.svg(id, description), caption);
    }
}
