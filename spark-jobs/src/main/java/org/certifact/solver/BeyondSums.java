package org.certifact.solver;

import java.util.Arrays;
import org.certifact.linalg.kernel.Kernels;
import org.certifact.matrix.DataBlock;

/**
 * What the blocks of one side know of the other's half of a sweep, as numbers that add up.
 *
 * @param squares Σ w e²
 * @param gradient T_j = Σ_i w e u_i of every row of the other side, rows × rank
 * @param leverages Σ_i w ℓ_i of every row of the other side
 */
record BeyondSums(double squares, double[] gradient, double[] leverages) {

    static int length(int rows, int rank) {
        return 1 + Math.multiplyExact(rows, rank + 1);
    }

    /** Of one block, by panel rows. @param gradient panelRows × stride @param rows of the other side */
    static BeyondSums of(DataBlock data, double squares, double[] gradient, double[] leverages, int rank, int rows) {
        return new BeyondSums(
                squares,
                data.placed(gradient, Kernels.best().stride(rank), rank, rows),
                data.placed(leverages, 1, 1, rows));
    }

    /** Behind other numbers. */
    double[] behind(double[] numbers) {
        double[] all = Arrays.copyOf(numbers, numbers.length + 1 + gradient.length + leverages.length);
        all[numbers.length] = squares;
        System.arraycopy(gradient, 0, all, numbers.length + 1, gradient.length);
        System.arraycopy(leverages, 0, all, numbers.length + 1 + gradient.length, leverages.length);
        return all;
    }

    /** What stands behind so many others. */
    static BeyondSums behind(double[] all, int others, int rows, int rank) {
        int split = others + 1 + rows * rank;
        return new BeyondSums(
                all[others], Arrays.copyOfRange(all, others + 1, split), Arrays.copyOfRange(all, split, split + rows));
    }

    /** t_j of every row of the other side. @param stretch how much too large the leverages are */
    double[] traces(double stretch) {
        return Arrays.stream(leverages).map(sum -> sum / stretch).toArray();
    }
}
