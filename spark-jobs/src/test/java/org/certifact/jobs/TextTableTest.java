package org.certifact.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void wordsStandLeftAndNumbersRight() {
        assertThat(TextTable.of(
                                List.of("run", "verdict", "rank", "held out"),
                                List.of(
                                        List.of("a", "certified", "9", "–"),
                                        List.of("longer", "bounded", "120", "0.5")))
                        .lines())
                .containsExactly(
                        "run     verdict    rank  held out",
                        "a       certified     9         –",
                        "longer  bounded     120       0.5");
    }
}
