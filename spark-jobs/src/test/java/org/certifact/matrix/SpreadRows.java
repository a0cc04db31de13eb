package org.certifact.matrix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.certifact.SharedSpark;

/** A dense matrix on the executors, in blocks of which the second has no rows. */
public final class SpreadRows {
    private SpreadRows() {}

    /** @param values rows × columns */
    public static FactorMatrix of(double[] values, int columns, int blocks) {
        int rows = values.length / columns;
        int full = Math.max(1, blocks - 1);
        List<FactorBlock> parts = new ArrayList<>();
        for (int k = 0; k < full; k++) {
            int from = k * rows / full;
            int to = (k + 1) * rows / full;
            parts.add(new FactorBlock(
                    to - from, columns, Arrays.copyOfRange(values, from * columns, to * columns), null));
        }
        if (blocks > 1) {
            parts.add(1, FactorBlock.zeros(0, columns));
        }
        List<Integer> numbers = IntStream.range(0, blocks).boxed().toList();
        return new FactorMatrix(
                SharedSpark.context().parallelize(numbers, blocks).map(parts::get), columns);
    }
}
