package org.certifact.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RatedColumnsTest {
    private static final int COLUMNS = 200;

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 12, 13, 100, 200})
    void columnsAreDifferentAndAsManyAsAsked(int count) {
        RatedColumns columns = new RatedColumns(COLUMNS, 1, PowerLaw.capped(COLUMNS, 2, 0.5));
        for (int key = 0; key < 50; key++) {
            int[] drawn = columns.draw(count, key);
            assertThat(Arrays.stream(drawn).distinct().count()).isEqualTo(count);
            assertThat(drawn).contains(0);
        }
    }

    /** The two ways to draw have the same distribution: both sides of their border give the same popularity. */
    @Test
    void fewAndManyAreDrawnWithTheSameChances() {
        PowerLaw law = PowerLaw.capped(COLUMNS, 1, 0.5);
        double few = chanceOfTheFirst(new RatedColumns(COLUMNS, 0, law), 12);
        double many = chanceOfTheFirst(new RatedColumns(COLUMNS, 0, law), 13);
        assertThat(few).isBetween(0.3, 0.6);
        assertThat(many).isCloseTo(few, within(0.04));
    }

    /** How often one of the ten most popular is among the drawn. */
    private static double chanceOfTheFirst(RatedColumns columns, int count) {
        int hits = 0;
        for (int key = 0; key < 4000; key++) {
            hits += (int)
                    Arrays.stream(columns.draw(count, key)).filter(c -> c < 10).count();
        }
        return hits / (4000.0 * 10);
    }
}
