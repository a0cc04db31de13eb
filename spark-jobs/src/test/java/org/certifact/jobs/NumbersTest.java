package org.certifact.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void sharesAreRoundedUp() {
        assertThat(Numbers.percent(1e-3)).isEqualTo("0.1 %");
        assertThat(Numbers.percent(7.401e-4)).isEqualTo("0.075 %");
        assertThat(Numbers.percent(0.9999)).isEqualTo("100 %");
        assertThat(Numbers.percent(3e-9)).isEqualTo("3e-7 %");
        assertThat(Numbers.percent(0)).isEqualTo("0 %");
    }

    @Property
    void whatIsSaidBoundsWhatIs(@ForAll @DoubleRange(min = 0, max = 12) double digits) {
        double share = Math.pow(10, -digits);
        double said = Double.parseDouble(Numbers.percent(share).replace(" %", ""));

        assertThat(said / 100).isGreaterThanOrEqualTo(share * (1 - 1e-12)).isLessThanOrEqualTo(1.11 * share);
    }

    @Test
    void numbersAreShort() {
        assertThat(Numbers.text(8425.382960)).isEqualTo("8425.38");
        assertThat(Numbers.text(1.23456789e-7)).isEqualTo("1.23457e-7");
        assertThat(Numbers.text(-20)).isEqualTo("-20");
        assertThat(Numbers.text(0)).isEqualTo("0");
        assertThat(Numbers.text(Double.NaN)).isEqualTo("–");
        assertThat(Numbers.count(62_857)).isEqualTo(String.format(Locale.ROOT, "%,d", 62_857));
    }
}
