package org.certifact.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdOrderTest {

    @Test
    void wholeNumbersComeFirstByValueThenTheRestByCharacters() {
        String[] ids = {"b", "10", "007", "-3", "9", "", "a10", "a9", "+1", "0", "9223372036854775808", "-0", "1e3"};
        Arrays.sort(ids, IdOrder.BY_VALUE);
        assertThat(ids)
                .containsExactly(
                        "-3", "0", "9", "10", "", "+1", "-0", "007", "1e3", "9223372036854775808", "a10", "a9", "b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "7",
                "-7",
                "10",
                "999999999999999999",
                "9223372036854775807",
                "-9223372036854775807",
                "-9223372036854775808",
                "-1000000000000000000"
            })
    void canonicalLongsAreLongs(String id) {
        assertThat(IdOrder.isLong(id)).isTrue();
        assertThat(Long.toString(Long.parseLong(id))).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "+7",
                "007",
                "-0",
                "-01",
                "00",
                "7 ",
                " 7",
                "7.0",
                "1e3",
                "--7",
                "9223372036854775808",
                "-9223372036854775809",
                "10000000000000000000",
                "99999999999999999999",
                "\u0667"
            })
    void anythingElseIsNoLong(String id) {
        assertThat(IdOrder.isLong(id)).isFalse();
    }

    @Property
    void everyLongIsOneAndLongsAreOrderedAsLongs(@ForAll long a, @ForAll long b) {
        assertThat(IdOrder.isLong(Long.toString(a))).isTrue();
        assertThat(Integer.signum(IdOrder.BY_VALUE.compare(Long.toString(a), Long.toString(b))))
                .isEqualTo(Long.compare(a, b));
    }

    @Property
    void theOrderIsTotal(@ForAll List<String> ids) {
        List<String> sorted = ids.stream().sorted(IdOrder.BY_VALUE).toList();
        for (int i = 0; i < sorted.size(); i++) {
            for (int j = 0; j < sorted.size(); j++) {
                int compared = IdOrder.BY_VALUE.compare(sorted.get(i), sorted.get(j));
                assertThat(compared == 0).isEqualTo(sorted.get(i).equals(sorted.get(j)));
                assertThat(i < j && compared > 0).isFalse();
            }
        }
    }

    /** Factors on disk and held-out choices rest on these numbers: they must not change from one version to the next. */
    @ParameterizedTest
    @CsvSource({
        "'',-780787492076525413",
        "1,5082256738353065951",
        "user 42,6221171901749360550",
        "é,6544567260722759293"
    })
    void hashesStayWhatTheyAre(String id, long hash) {
        assertThat(IdOrder.hash(id)).isEqualTo(hash);
    }

    @Property
    void everyIdHasABlock(@ForAll String id, @ForAll @IntRange(min = 1, max = 1000) int blocks) {
        assertThat(IdOrder.block(id, blocks)).isBetween(0, blocks - 1);
    }

    @Test
    void consecutiveNumbersSpreadEvenlyOverBlocks() {
        int[] count = new int[8];
        for (int i = 0; i < 8000; i++) {
            count[IdOrder.block(Integer.toString(i), 8)]++;
        }
        // 1000 each, standard deviation 30
        assertThat(Arrays.stream(count)).allMatch(c -> Math.abs(c - 1000) < 150);
    }
}
