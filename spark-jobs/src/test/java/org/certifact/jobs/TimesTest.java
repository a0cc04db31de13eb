package org.certifact.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TimesTest {
    @Test
    void medianLeastAndMost() {
        assertThat(Times.of(List.of(3.0, 1.0, 2.0))).isEqualTo(new Times(2, 1, 3, List.of(3.0, 1.0, 2.0)));
        assertThat(Times.of(List.of(4.0, 1.0, 3.0, 2.0)).median()).isEqualTo(2.5);
        assertThat(Times.of(List.of(7.0)).median()).isEqualTo(7);
        assertThat(Times.of(List.of(2.0, 4.0, 1.0)).spread()).isEqualTo(4);
    }
}
