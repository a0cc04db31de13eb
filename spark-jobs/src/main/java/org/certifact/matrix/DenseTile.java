package org.certifact.matrix;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.certifact.datasets.BadInputException;
import org.certifact.datasets.DenseRow;
import org.certifact.linalg.block.DenseBlock;
import scala.Tuple2;

/** The rows of one row block of a dense matrix, in the order of their ids, and the messages that transpose it. */
final class DenseTile implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int block;
    private final String[] ids;
    private final double[] values;

    private DenseTile(int block, String[] ids, double[] values) {
        this.block = block;
        this.ids = ids;
        this.values = values;
    }

    /** @param order where each column of the block stands in a row as read */
    static DenseTile of(int block, Iterator<DenseRow> inbox, int[] order) {
        List<DenseRow> rows = new ArrayList<>();
        inbox.forEachRemaining(rows::add);
        rows.sort(Comparator.comparing(DenseRow::id, IdOrder.BY_VALUE));
        int n = order.length;
        String[] ids = new String[rows.size()];
        double[] values = new double[Math.multiplyExact(rows.size(), n)];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = rows.get(i).id();
            if (i > 0 && ids[i].equals(ids[i - 1])) {
                throw new BadInputException("row '" + ids[i] + "' occurs twice; row names must differ");
            }
            double[] row = rows.get(i).values();
            for (int j = 0; j < n; j++) {
                values[i * n + j] = row[order[j]];
            }
        }
        return new DenseTile(block, ids, values);
    }

    String[] ids() {
        return ids;
    }

    DataBlock data(int[] columnOffsets) {
        int n = columnOffsets[columnOffsets.length - 1];
        return dense(ids.length, n, values, columnOffsets);
    }

    private static DataBlock dense(int rows, int panelRows, double[] values, int[] panelStart) {
        int[] identity = new int[panelRows];
        for (int k = 0; k < panelRows; k++) {
            identity[k] = k;
        }
        return new DataBlock(
                new DenseBlock(rows, panelRows, values), Coverage.COMPLETE, panelStart, identity, null, null);
    }

    /** The transposed columns of every column block, one message each. */
    List<Tuple2<Integer, PanelMessage>> transposed(int[] columnOffsets) {
        int n = columnOffsets[columnOffsets.length - 1];
        List<Tuple2<Integer, PanelMessage>> out = new ArrayList<>();
        for (int q = 0; q + 1 < columnOffsets.length; q++) {
            int columns = columnOffsets[q + 1] - columnOffsets[q];
            double[] slice = new double[columns * ids.length];
            for (int j = 0; j < columns; j++) {
                for (int i = 0; i < ids.length; i++) {
                    slice[j * ids.length + i] = values[i * n + columnOffsets[q] + j];
                }
            }
            out.add(new Tuple2<>(q, new PanelMessage(block, slice)));
        }
        return out;
    }

    /** A column block put together from the messages of all row blocks. */
    static DataBlock columns(int columns, Iterator<PanelMessage> inbox, int[] rowOffsets) {
        int m = rowOffsets[rowOffsets.length - 1];
        double[] values = new double[Math.multiplyExact(columns, m)];
        while (inbox.hasNext()) {
            PanelMessage message = inbox.next();
            int first = rowOffsets[message.from()];
            int count = rowOffsets[message.from() + 1] - first;
            for (int j = 0; j < columns; j++) {
                System.arraycopy(message.rows(), j * count, values, j * m + first, count);
            }
        }
        return dense(columns, m, values, rowOffsets);
    }
}
