package org.certifact.matrix;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Who the columns of one column block are, put together from what the row blocks need. */
final class ColumnIndex implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int block;
    private final String[] ids;
    private final double[] weights;
    private final Routes routes;
    private final double[][] outline;

    private ColumnIndex(int block, String[] ids, double[] weights, Routes routes, double[][] outline) {
        this.block = block;
        this.ids = ids;
        this.weights = weights;
        this.routes = routes;
        this.outline = outline;
    }

    /** Ascending. */
    String[] ids() {
        return ids;
    }

    /** Which columns of this block each row block needs. */
    Routes routes() {
        return routes;
    }

    /** d^α of every column, d counting one entry at least: a column of zeros has no factors at any weight. */
    double[] weights() {
        return weights;
    }

    /** For {@link Outline#of}. */
    double[][] outline() {
        return outline;
    }

    /** Number among all columns, and weight, of the columns that row block p needs; null where it needs none. */
    PanelMessage labels(int p, int[] columnOffsets) {
        int[] local = routes.needed(p);
        if (local.length == 0) {
            return null;
        }
        double[] labels = new double[2 * local.length];
        for (int k = 0; k < local.length; k++) {
            labels[2 * k] = columnOffsets[block] + local[k];
            labels[2 * k + 1] = weights[local[k]];
        }
        return new PanelMessage(block, labels);
    }

    /** d^α of a row or column of d entries. */
    static double weight(int d, double alpha) {
        return alpha == 1 ? d : Math.pow(d, alpha);
    }

    static ColumnIndex merge(int block, Iterator<NeededColumns> inbox, int rowBlocks, double alpha) {
        List<NeededColumns> all = new ArrayList<>();
        inbox.forEachRemaining(all::add);
        IdCodes codes = new IdCodes();
        int[][] routes = new int[rowBlocks][0];
        List<double[]> outline = new ArrayList<>();
        for (NeededColumns needed : all) {
            int[] code = new int[needed.ids().length];
            for (int c = 0; c < code.length; c++) {
                code[c] = codes.code(needed.ids()[c]);
            }
            routes[needed.from()] = code;
            if (needed.head() != null) {
                outline.add(needed.head());
            }
        }
        outline.add(0, new double[] {codes.size()});
        String[] named = codes.ids();
        IdRanks ranks = IdRanks.of(named);
        int[] counts = new int[named.length];
        for (NeededColumns needed : all) {
            int[] local = routes[needed.from()];
            for (int c = 0; c < local.length; c++) {
                local[c] = ranks.ranks()[local[c]];
                counts[local[c]] = Math.addExact(counts[local[c]], needed.counts()[c]);
            }
        }
        double[] weights = new double[counts.length];
        for (int j = 0; j < weights.length; j++) {
            weights[j] = weight(Math.max(1, counts[j]), alpha);
        }
        return new ColumnIndex(
                block, ranks.sorted(named), weights, new Routes(block, routes), outline.toArray(double[][]::new));
    }
}
