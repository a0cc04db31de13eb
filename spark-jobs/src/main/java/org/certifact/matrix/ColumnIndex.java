package org.certifact.matrix;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** Who the columns of one column block are, put together from what the row blocks need. */
final class ColumnIndex implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String[] ids;
    private final int[] counts;
    private final Routes routes;

    private ColumnIndex(String[] ids, int[] counts, Routes routes) {
        this.ids = ids;
        this.counts = counts;
        this.routes = routes;
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
    double[] weights(double alpha) {
        return Arrays.stream(counts)
                .mapToDouble(d -> Math.pow(Math.max(1, d), alpha))
                .toArray();
    }

    static ColumnIndex merge(int block, Iterator<NeededColumns> inbox, int rowBlocks) {
        List<NeededColumns> all = new ArrayList<>();
        inbox.forEachRemaining(all::add);
        String[] ids = all.stream()
                .flatMap(needed -> Arrays.stream(needed.ids()))
                .distinct()
                .sorted(IdOrder.BY_VALUE)
                .toArray(String[]::new);
        int[] counts = new int[ids.length];
        int[][] routes = new int[rowBlocks][0];
        for (NeededColumns needed : all) {
            int[] local = Routes.locate(needed.ids(), ids);
            routes[needed.from()] = local;
            for (int c = 0; c < local.length; c++) {
                counts[local[c]] = Math.addExact(counts[local[c]], needed.counts()[c]);
            }
        }
        return new ColumnIndex(ids, counts, new Routes(block, routes));
    }
}
