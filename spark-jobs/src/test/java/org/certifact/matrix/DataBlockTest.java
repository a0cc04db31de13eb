package org.certifact.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.certifact.linalg.block.SparseBlock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DataBlockTest {

    @ParameterizedTest
    @MethodSource("org.certifact.matrix.BlockMatrixTest#examples")
    void panelsListTheRowsTouchedByBlockAndInOrder(PlacedData placed) {
        int[] other = placed.matrix().byColumns().offsets();
        for (DataBlock block : placed.matrix().byRows().blocks().collect()) {
            int[] start = block.panelStart();
            int[] index = block.panelIndex();
            assertThat(start).hasSize(other.length);
            assertThat(start[start.length - 1]).isEqualTo(index.length);
            for (int q = 0; q + 1 < other.length; q++) {
                int[] part = Arrays.copyOfRange(index, start[q], start[q + 1]);
                assertThat(part).isSorted().doesNotHaveDuplicates();
                int first = other[q];
                int last = other[q + 1];
                assertThat(Arrays.stream(part)).allMatch(j -> j >= first && j < last);
            }
            int[] used =
                    Arrays.stream(block.entries().columns()).distinct().sorted().toArray();
            assertThat(used).isEqualTo(IntStream.range(0, index.length).toArray());
            assertAscendingWithinRows(block.entries());
        }
    }

    private static void assertAscendingWithinRows(SparseBlock entries) {
        for (int i = 0; i < entries.rows(); i++) {
            assertThat(Arrays.copyOfRange(entries.columns(), entries.start(i), entries.start(i + 1)))
                    .isSorted();
        }
    }

    @ParameterizedTest
    @MethodSource("org.certifact.matrix.BlockMatrixTest#examples")
    void gaugesWeighRowsAndColumnsByTheirCountsToTheAlpha(PlacedData placed) {
        DenseData dense = placed.dense();
        int[] rows = placed.rowOrder();
        int[] columns = placed.columnOrder();
        assertWeights(
                placed.matrix().byRows(),
                placed.alpha(),
                i -> dense.rowCount(rows[i]),
                j -> dense.columnCount(columns[j]));
        assertWeights(
                placed.matrix().byColumns(),
                placed.alpha(),
                j -> dense.columnCount(columns[j]),
                i -> dense.rowCount(rows[i]));
    }

    private static void assertWeights(
            GroupedMatrix grouped, double alpha, IntUnaryOperator ownCount, IntUnaryOperator otherCount) {
        int[] offsets = grouped.offsets();
        List<DataBlock> blocks = grouped.blocks().collect();
        for (int p = 0; p < blocks.size(); p++) {
            DataBlock block = blocks.get(p);
            for (int i = 0; i < block.rows(); i++) {
                assertThat(block.rowWeight(i))
                        .isCloseTo(Math.pow(ownCount.applyAsInt(offsets[p] + i), alpha), within(1e-12));
            }
            for (int k = 0; k < block.panelIndex().length; k++) {
                assertThat(block.panelWeight(k))
                        .isCloseTo(Math.pow(otherCount.applyAsInt(block.panelIndex()[k]), alpha), within(1e-12));
            }
        }
    }
}
