package org.certifact.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.certifact.linalg.block.SparseBlock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OffsetsTest {
    private static final double MEAN = 0.7;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void valuesAreLessTheirOffsetsOnBothSides(int blocks) {
        DenseData dense = DenseData.random(9, 6, 0.5, 1).weighted(2, 2);
        PlacedData placed = PlacedData.of(dense, blocks, 0.5);
        double[][] b = PlainMatrix.gaussian(9, 1, 3);
        double[][] c = PlainMatrix.gaussian(6, 1, 4);
        double before = placed.matrix().totals().weight();

        BlockMatrix centred = placed.matrix().minus(new Offsets(MEAN, placed.u(b), placed.v(c)));

        int[] rows = placed.rowOrder();
        int[] columns = placed.columnOrder();
        int seen = 0;
        double square = 0;
        int i = 0;
        for (DataBlock block : centred.byRows().blocks().collect()) {
            SparseBlock entries = block.entries();
            for (int local = 0; local < block.rows(); local++, i++) {
                for (int k = entries.start(local); k < entries.start(local + 1); k++, seen++) {
                    int j = columns[block.panelIndex()[entries.columns()[k]]];
                    double expected = dense.value(rows[i], j) - MEAN - b[rows[i]][0] - c[j][0];
                    assertThat(entries.values()[k]).isCloseTo(expected, within(1e-14));
                    square += entries.weight(k) * expected * expected;
                }
            }
        }
        assertThat(seen).isEqualTo(dense.entries().size());
        assertThat(centred.totals().weightedSquare()).isCloseTo(square, within(1e-10));
        assertThat(centred.totals().weight()).isEqualTo(before);
        assertThat(sorted(centred.byColumns())).isEqualTo(sorted(centred.byRows()));
    }

    private static List<Double> sorted(GroupedMatrix grouped) {
        return grouped.blocks().collect().stream()
                .flatMap(block -> Arrays.stream(block.entries().values())
                        .map(x -> Math.rint(x * 1e10))
                        .boxed())
                .sorted()
                .toList();
    }
}
