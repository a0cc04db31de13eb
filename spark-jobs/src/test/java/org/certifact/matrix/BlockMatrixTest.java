package org.certifact.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.api.java.JavaRDD;
import org.certifact.datasets.Entry;
import org.certifact.linalg.block.SparseBlock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BlockMatrixTest {
    private static final DenseData PLAIN = DenseData.random(11, 8, 0.4, 1);
    private static final DenseData WEIGHTED = PLAIN.weighted(3, 2)
            .named(i -> i % 2 == 0 ? "row " + i : Integer.toString(1000 - 37 * i), j -> "é" + j * j);

    /** One block; several; more blocks than rows. */
    private static final List<PlacedData> EXAMPLES = List.of(
            PlacedData.of(PLAIN, 1, 0),
            PlacedData.of(PLAIN, 7, 2, 1),
            PlacedData.of(WEIGHTED, 2, 0.5),
            PlacedData.of(WEIGHTED, 13, 20, 0.5));

    static List<PlacedData> examples() {
        return EXAMPLES;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void rowsAndColumnsHoldTheEntriesOfTheInput(PlacedData placed) {
        BlockMatrix matrix = placed.matrix();
        String[] rows = all(matrix.rowIds());
        String[] columns = all(matrix.columnIds());
        assertThat(listing(matrix.byRows(), rows, columns))
                .containsExactlyInAnyOrderElementsOf(expected(placed, e -> e));
        assertThat(listing(matrix.byColumns(), columns, rows))
                .containsExactlyInAnyOrderElementsOf(
                        expected(placed, e -> new Entry(e.column(), e.row(), e.value(), e.weight(), 0)));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void idsStandInTheirBlocksInOrder(PlacedData placed) {
        for (JavaRDD<String[]> side :
                List.of(placed.matrix().rowIds(), placed.matrix().columnIds())) {
            List<String[]> blocks = side.collect();
            for (int p = 0; p < blocks.size(); p++) {
                assertThat(Arrays.asList(blocks.get(p))).isSortedAccordingTo(IdOrder.BY_VALUE);
                for (String id : blocks.get(p)) {
                    assertThat(IdOrder.block(id, blocks.size())).isEqualTo(p);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void offsetsCountTheRowsOfTheBlocksBefore(PlacedData placed) {
        BlockMatrix matrix = placed.matrix();
        List<String[]> ids = matrix.rowIds().collect();
        int[] offsets = matrix.byRows().offsets();
        assertThat(offsets).hasSize(ids.size() + 1);
        for (int p = 0; p < ids.size(); p++) {
            assertThat(offsets[p + 1] - offsets[p]).isEqualTo(ids.get(p).length);
        }
        assertThat(matrix.byRows().rows()).isEqualTo(placed.dense().rows());
        assertThat(matrix.byColumns().rows()).isEqualTo(placed.dense().columns());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void totalsAreSumsOverTheEntries(PlacedData placed) {
        List<Entry> entries = placed.dense().entries();
        Totals totals = placed.matrix().totals();
        double weight = entries.stream().mapToDouble(Entry::weight).sum();
        double sum = entries.stream().mapToDouble(e -> e.weight() * e.value()).sum();
        assertThat(totals.entries()).isEqualTo(entries.size());
        assertThat(totals.weight()).isCloseTo(weight, within(1e-10));
        assertThat(totals.weightedValue()).isCloseTo(sum, within(1e-10));
        assertThat(totals.weightedSquare())
                .isCloseTo(
                        entries.stream()
                                .mapToDouble(e -> e.weight() * e.value() * e.value())
                                .sum(),
                        within(1e-10));
        assertThat(totals.largestWeight())
                .isEqualTo(entries.stream().mapToDouble(Entry::weight).max().orElseThrow());
        assertThat(totals.mean()).isCloseTo(sum / weight, within(1e-10));
    }

    @Test
    void aSelectionLeavesOutRowsAndColumnsThatItDoesNotTouch() {
        EntryTable table = EntryTable.of(PlacedData.entries(WEIGHTED.entries(), 2), 3, 2, Duplicates.FAIL);
        BlockMatrix matrix = BlockMatrix.build(
                table, e -> e.row().startsWith("row") && !e.column().equals("é0"), 0.5);
        String[] rows = all(matrix.rowIds());
        String[] columns = all(matrix.columnIds());

        assertThat(rows).hasSize(6).allMatch(id -> id.startsWith("row"));
        assertThat(columns).hasSize(7).doesNotContain("é0");
        assertThat(listing(matrix.byRows(), rows, columns))
                .containsExactlyInAnyOrderElementsOf(WEIGHTED.entries().stream()
                        .filter(e -> e.row().startsWith("row") && !e.column().equals("é0"))
                        .map(BlockMatrixTest::described)
                        .toList());
    }

    private static List<String> expected(PlacedData placed, UnaryOperator<Entry> map) {
        return placed.dense().entries().stream()
                .map(map)
                .map(BlockMatrixTest::described)
                .toList();
    }

    private static String described(Entry e) {
        return e.row() + " | " + e.column() + " | " + e.value() + " | " + e.weight();
    }

    static List<String> listing(GroupedMatrix grouped, String[] own, String[] other) {
        List<String> out = new ArrayList<>();
        int row = 0;
        for (DataBlock block : grouped.blocks().collect()) {
            SparseBlock entries = block.entries();
            for (int i = 0; i < block.rows(); i++, row++) {
                for (int k = entries.start(i); k < entries.start(i + 1); k++) {
                    String column = other[block.panelIndex()[entries.columns()[k]]];
                    out.add(described(new Entry(own[row], column, entries.values()[k], entries.weight(k), 0)));
                }
            }
        }
        return out;
    }

    static String[] all(JavaRDD<String[]> ids) {
        return ids.collect().stream().flatMap(Arrays::stream).toArray(String[]::new);
    }
}
