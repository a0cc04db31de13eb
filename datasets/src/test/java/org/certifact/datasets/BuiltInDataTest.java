package org.certifact.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class BuiltInDataTest {
    @Test
    void theSenateVotesAreComplete() {
        assumeTrue(
                BuiltInData.class.getResource("/org/certifact/datasets/senate109/votes.csv.gz") != null,
                "the senate votes are not in the resources yet");
        EntrySet votes = BuiltInData.senate109(SharedSpark.CONTEXT);
        List<Entry> entries = votes.entries().collect();
        votes.check();
        assertThat(entries).hasSize(62_857).allMatch(entry -> Math.abs(entry.value()) == 1);
        assertThat(entries.stream().map(Entry::row).distinct()).hasSize(102).contains("BUSH (R USA)");
        assertThat(entries.stream().map(Entry::column).distinct()).hasSize(645);
        assertThat(votes.where(entries.get(0).source())).isEqualTo("votes.csv.gz: line 2");
    }
}
