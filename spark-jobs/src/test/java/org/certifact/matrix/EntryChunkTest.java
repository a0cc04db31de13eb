package org.certifact.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import org.certifact.datasets.Entry;
import org.junit.jupiter.api.Test;

class EntryChunkTest {

    @Test
    void aSplitChunkKeepsEveryEntryWithItsIds() {
        EntryChunk.Builder builder = new EntryChunk.Builder();
        for (int k = 0; k < 50; k++) {
            builder.add(new Entry("r" + k % 7, "c" + k % 11, k, k == 30 ? 2 : 1, k));
        }
        EntryChunk chunk = builder.build();
        int[] block = {2, 0, 0, 2, 1, 0, 2};
        EntryChunk[] parts = ChunkSplit.of(chunk, block, 4);
        assertThat(parts[3].size()).isZero();
        int count = 0;
        for (int p = 0; p < 4; p++) {
            long before = -1;
            for (int k = 0; k < parts[p].size(); k++) {
                Entry entry = parts[p].entry(k);
                assertThat(entry).isEqualTo(chunk.entry((int) entry.source()));
                assertThat(block[(int) entry.source() % 7]).isEqualTo(p);
                assertThat(entry.source()).isGreaterThan(before);
                before = entry.source();
                count++;
            }
        }
        assertThat(count).isEqualTo(50);
        assertThat(parts[1].columnIds()).doesNotHaveDuplicates().hasSize(7);
    }
}
