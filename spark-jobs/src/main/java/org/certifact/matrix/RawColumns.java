package org.certifact.matrix;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.certifact.linalg.block.SparseBlock;

/** One column block, put together from the slices that the row blocks sent. */
final class RawColumns implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String[] ids;
    private final DataBlock data;
    private final Routes routes;

    private RawColumns(String[] ids, DataBlock data, Routes routes) {
        this.ids = ids;
        this.data = data;
        this.routes = routes;
    }

    String[] ids() {
        return ids;
    }

    DataBlock data() {
        return data;
    }

    /** Which columns of this block each row block needs. */
    Routes routes() {
        return routes;
    }

    static RawColumns merge(int block, Iterator<ColumnSlice> inbox, int rowBlocks, Coverage coverage) {
        List<ColumnSlice> slices = new ArrayList<>();
        inbox.forEachRemaining(slices::add);
        slices.sort(Comparator.comparingInt(ColumnSlice::from));
        String[] ids = slices.stream()
                .flatMap(s -> Arrays.stream(s.ids()))
                .distinct()
                .sorted(IdOrder.BY_VALUE)
                .toArray(String[]::new);

        int[][] needed = new int[rowBlocks][0];
        int[] panelStart = new int[rowBlocks + 1];
        int[] rowStart = new int[ids.length + 1];
        boolean weighted = false;
        for (ColumnSlice slice : slices) {
            int[] local = Routes.locate(slice.ids(), ids);
            needed[slice.from()] = local;
            weighted |= slice.weighted();
            for (int c = 0; c < local.length; c++) {
                rowStart[local[c] + 1] += slice.count(c);
            }
        }
        for (int i = 0; i < ids.length; i++) {
            rowStart[i + 1] += rowStart[i];
        }
        int size = rowStart[ids.length];
        int[] next = rowStart.clone();
        int[] column = new int[size];
        double[] value = new double[size];
        double[] weight = weighted ? new double[size] : null;
        int panel = 0;
        int p = 0;
        for (ColumnSlice slice : slices) {
            while (p <= slice.from()) {
                panelStart[p++] = panel;
            }
            int[] position = slice.positions();
            int[] local = needed[slice.from()];
            for (int c = 0; c < local.length; c++) {
                for (int k = slice.start(c); k < slice.start(c + 1); k++) {
                    int at = next[local[c]]++;
                    column[at] = panel + position[slice.row(k)];
                    value[at] = slice.value(k);
                    if (weighted) {
                        weight[at] = slice.weight(k);
                    }
                }
            }
            panel += ColumnSlice.touched(position);
        }
        while (p <= rowBlocks) {
            panelStart[p++] = panel;
        }
        SparseBlock entries = new SparseBlock(rowStart, column, value, weight, panel);
        return new RawColumns(
                ids, new DataBlock(entries, coverage, panelStart, null, null, null), new Routes(block, needed));
    }
}
