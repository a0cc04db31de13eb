package org.certifact.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class RoundAxisTest {
    @Test
    void aFewDecadesGetTheirPowersOfTen() {
        assertThat(labels(Scale.LOGARITHMIC, -4.2, 0.1)).containsExactly("0.0001", "0.001", "0.01", "0.1", "1");
    }

    @Test
    void lessThanADecadeGetsRoundNumbers() {
        assertThat(labels(Scale.LOGARITHMIC, Math.log10(13_700), Math.log10(31_500)))
                .containsExactly("15000", "20000", "25000", "30000");
        assertThat(labels(Scale.LOGARITHMIC, Math.log10(8419), Math.log10(8426)))
                .containsExactly("8419", "8420", "8421", "8422", "8423", "8424", "8425", "8426");
    }

    @Test
    void countsHaveNoFractions() {
        assertThat(labels(Scale.WHOLE, 0.96, 2.04)).containsExactly("1", "2");
    }

    @Property
    void ticksLieInTheRangeInOrderAndAreFew(
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double from,
            @ForAll @DoubleRange(min = -3, max = 6) double digits) {
        double length = Math.pow(10, digits);
        List<Double> ticks = RoundAxis.ticks(Scale.LINEAR, from, from + length);

        assertThat(ticks).isSorted().doesNotHaveDuplicates().hasSizeBetween(2, 11);
        double rounding = 1e-9 * length + 1e-15 * Math.abs(from);
        assertThat(ticks).allMatch(tick -> tick >= from - rounding && tick <= from + length + rounding);
    }

    private static List<String> labels(Scale scale, double low, double high) {
        return RoundAxis.ticks(scale, low, high).stream().map(RoundAxis::text).toList();
    }
}
