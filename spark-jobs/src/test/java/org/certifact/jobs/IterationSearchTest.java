package org.certifact.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IterationSearchTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 9, 31, 63, 64, 65, 99, 100})
    void theFewestAreFound(int wanted) {
        IterationSearch search = new IterationSearch(k -> 1.0 / k, 100);
        IterationSearch.Found found = search.fewest(1.0 / wanted);
        assertThat(found).isEqualTo(new IterationSearch.Found(wanted, 1.0 / wanted, true));
    }

    @Test
    void whereTheMostAreNotEnoughThatIsSaid() {
        IterationSearch search = new IterationSearch(k -> 1.0 / k, 100);
        assertThat(search.fewest(1e-3)).isEqualTo(new IterationSearch.Found(100, 0.01, false));
    }

    @Test
    void noNumberIsTriedTwice() {
        List<Integer> tried = new ArrayList<>();
        IterationSearch search = new IterationSearch(
                k -> {
                    tried.add(k);
                    return 1.0 / k;
                },
                100);
        search.fewest(1.0 / 11);
        search.fewest(1.0 / 13);
        search.fewest(1e-9);
        assertThat(tried).doesNotHaveDuplicates().contains(1, 2, 4, 8, 16, 32, 64, 100);
    }
}
