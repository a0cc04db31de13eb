package org.certifact.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SourceTest {
    @Test
    void fileAndNumberComeBackAtTheLimits() {
        for (int file : new int[] {0, 1, (1 << 23) - 1}) {
            for (long number : new long[] {1, 2, (1L << 40) - 1}) {
                long source = Source.encode(file, number);
                assertThat(source).isPositive();
                assertThat(Source.file(source)).isEqualTo(file);
                assertThat(Source.number(source)).isEqualTo(number);
            }
        }
        assertThat(Source.encode(1, 1)).isGreaterThan(Source.encode(0, (1L << 40) - 1));
    }

    @Test
    void beyondTheLimitsIsRefused() {
        assertThatThrownBy(() -> Source.encode(1 << 23, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("file 8388608, record 1: at most 8388608 files of 1099511627775 records can be numbered;"
                        + " read fewer files at a time");
        assertThatThrownBy(() -> Source.encode(0, 1L << 40)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Source.encode(0, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
