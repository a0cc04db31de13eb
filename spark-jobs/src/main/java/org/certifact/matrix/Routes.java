package org.certifact.matrix;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import scala.Tuple2;

/**
 * Which of a block's factor rows each block of the other side needs.
 *
 * <p>A local index of -1 stands for a row that this side does not have (held-out data may name one): zeros are sent.
 */
final class Routes implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int block;
    private final int[][] needed;

    /** @param needed local rows needed by each destination block, in the order of that block's panel */
    Routes(int block, int[][] needed) {
        this.block = block;
        this.needed = needed;
    }

    /** Where each id stands among a block's ids; -1 for one that is not there. @param ids ascending @param others ascending */
    static int[] locate(String[] ids, String[] others) {
        int[] local = new int[ids.length];
        int at = 0;
        for (int i = 0; i < ids.length; i++) {
            while (at < others.length && IdOrder.BY_VALUE.compare(others[at], ids[i]) < 0) {
                at++;
            }
            local[i] = at < others.length && others[at].equals(ids[i]) ? at : -1;
        }
        return local;
    }

    /** The local rows that block p needs, in the order of its panel. Not to be modified. */
    int[] needed(int p) {
        return needed[p];
    }

    /** The messages that carry a factor block, extrapolated by β, to all who need its rows. */
    List<Tuple2<Integer, PanelMessage>> messages(FactorBlock factor, double beta) {
        int rank = factor.rank();
        double[] point = factor.at(beta);
        List<Tuple2<Integer, PanelMessage>> out = new ArrayList<>(needed.length);
        for (int p = 0; p < needed.length; p++) {
            int[] rows = needed[p];
            if (rows.length > 0) {
                double[] packed = new double[rows.length * rank];
                for (int k = 0; k < rows.length; k++) {
                    if (rows[k] >= 0) {
                        System.arraycopy(point, rows[k] * rank, packed, k * rank, rank);
                    }
                }
                out.add(new Tuple2<>(p, new PanelMessage(block, packed)));
            }
        }
        return out;
    }
}
