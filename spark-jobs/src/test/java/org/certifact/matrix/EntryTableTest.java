package org.certifact.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.certifact.datasets.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryTableTest {
    private static final DenseData DATA = DenseData.random(12, 9, 0.4, 1).weighted(2, 2);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 20})
    void everyEntryIsKeptInTheBlockOfItsRow(int blocks) {
        List<SortedChunk> chunks = table(DATA.entries(), 3, blocks).chunks().collect();

        assertThat(chunks).hasSize(blocks);
        List<Entry> kept = new ArrayList<>();
        for (int p = 0; p < blocks; p++) {
            for (Entry entry : chunks.get(p).read().toList()) {
                assertThat(IdOrder.block(entry.row(), blocks)).isEqualTo(p);
                kept.add(entry);
            }
        }
        assertThat(kept).containsExactlyInAnyOrderElementsOf(DATA.entries());
    }

    @Test
    void loadCountsTheEntries() {
        assertThat(table(DATA.entries(), 2, 3).load()).isEqualTo(DATA.entries().size());
    }

    @Test
    void theChunksDoNotDependOnHowTheInputWasSplitOrOrdered() {
        List<Entry> shuffled = new ArrayList<>(DATA.entries());
        Collections.shuffle(shuffled, new Random(3));
        List<SortedChunk> once = table(DATA.entries(), 1, 3).chunks().collect();
        List<SortedChunk> again = table(shuffled, 5, 3).chunks().collect();
        assertThat(again).usingRecursiveComparison().isEqualTo(once);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 65, 100})
    void entriesThatAreKeptInMemoryMakeTheSameChunks(int blocks) {
        EntryColumns kept =
                EntryColumns.of(PlacedData.entries(DATA.entries(), 3)).keep();
        List<SortedChunk> chunks =
                EntryTable.of(kept, blocks, 4, Duplicates.FAIL).chunks().collect();
        assertThat(chunks)
                .usingRecursiveComparison()
                .isEqualTo(table(DATA.entries(), 2, blocks).chunks().collect());
    }

    @Test
    void aTableWithoutPlacesFindsThemWhereTheyAreNeeded() {
        EntryColumns entries = EntryColumns.of(PlacedData.entries(DATA.entries(), 3));
        EntryTable table = EntryTable.withoutPlaces(entries, 3, 4, Duplicates.FAIL);
        EntryTable.ValueTest negative = y -> y < 0;

        assertThat(table.chunks().collect().stream().flatMap(SortedChunk::read))
                .hasSize(DATA.entries().size())
                .allMatch(e -> e.source() == 0);
        assertThat(table.any(y -> y > 100)).isFalse();
        assertThat(table.first(y -> y > 100)).isEmpty();
        assertThat(table.any(negative)).isTrue();
        assertThat(table.first(negative))
                .isEqualTo(table(DATA.entries(), 2, 5).first(negative))
                .isEqualTo(DATA.entries().stream().filter(e -> e.value() < 0).min(SortedChunk.BY_SOURCE));
    }

    @Test
    void idsOfAChunkAreSortedWithinTheirColumnBlocks() {
        for (SortedChunk chunk : table(DATA.entries(), 2, 2).chunks().collect()) {
            assertThat(Arrays.asList(chunk.rowIds())).isSortedAccordingTo(IdOrder.BY_VALUE);
            for (int q = 0; q < 4; q++) {
                int block = q;
                assertThat(Arrays.stream(chunk.columnIds()).filter(id -> IdOrder.block(id, 4) == block))
                        .isSortedAccordingTo(IdOrder.BY_VALUE);
            }
            for (int q = 0; q < 4; q++) {
                for (int c = chunk.columnStart()[q]; c < chunk.columnStart()[q + 1]; c++) {
                    assertThat(IdOrder.block(chunk.columnIds()[c], 4)).isEqualTo(q);
                }
            }
            assertThat(chunk.columnStart()[4]).isEqualTo(chunk.columnIds().length);
        }
    }

    @Test
    void aTableOfNothingHasEmptyChunks() {
        EntryTable table = table(List.of(), 2, 3);
        assertThat(table.load()).isZero();
        assertThat(table.chunks().collect()).hasSize(3);
    }

    @Test
    void moreEntriesThanABatchHoldsAreAllKept() {
        List<Entry> many = new ArrayList<>();
        for (int k = 0; k < (1 << 16) + 500; k++) {
            many.add(new Entry(Integer.toString(k % 300), Integer.toString(k / 300), k, 1, k + 1));
        }
        assertThat(table(many, 1, 1).load()).isEqualTo(many.size());
    }

    private static EntryTable table(List<Entry> entries, int partitions, int blocks) {
        return EntryTable.of(PlacedData.entries(entries, partitions), blocks, 4, Duplicates.FAIL);
    }
}
