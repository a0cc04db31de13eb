package org.certifact.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MapLabelsTest {
    @Test
    void aNameGoesToTheLeftWhereTheRightHasNoRoom() {
        MapLabels labels = new MapLabels(new double[] {0, 0.5, 1}, new double[] {0, 0.5, 1});
        for (int dot = 0; dot < 3; dot++) {
            labels.add(dot, "a name");
        }

        assertThat(sides(labels)).containsExactly(List.of(0, true), List.of(1, true), List.of(2, false));
    }

    @Test
    void aNameCoversNeitherDotsNorNames() {
        MapLabels labels = new MapLabels(new double[] {0.4, 0.45, 0.4, 0.45}, new double[] {0.5, 0.5, 0.51, 0.51});
        for (int dot = 0; dot < 4; dot++) {
            labels.add(dot, "a name");
        }

        assertThat(sides(labels)).containsExactly(List.of(0, false), List.of(1, true));
    }

    private static List<List<Object>> sides(MapLabels labels) {
        return labels.placed().stream()
                .map(label -> List.<Object>of(label.dot(), label.right()))
                .toList();
    }
}
