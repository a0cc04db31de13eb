package org.certifact.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PatchGridTest {
    @Property(tries = 200)
    void everyPatchThatFitsStandsInIt(
            @ForAll @IntRange(min = 1, max = 120) int width,
            @ForAll @IntRange(min = 1, max = 120) int height,
            @ForAll @IntRange(min = 1, max = 20) int size,
            @ForAll @IntRange(min = 1, max = 20) int stride) {
        int side = Math.min(size, Math.min(width, height));
        PatchGrid grid =
                PatchGrid.of(new ImageSize(width, height, ""), Patches.of(side).withStride(stride), 3);
        int patch = 0;
        for (int top = 0; top + side <= height; top += stride) {
            for (int left = 0; left + side <= width; left += stride) {
                assertThat(grid.top(patch)).isEqualTo(top);
                assertThat(grid.left(patch)).isEqualTo(left);
                patch++;
            }
        }
        assertThat(grid.count()).isEqualTo(patch);
        List<String> ids = grid.ids("a").toList();
        assertThat(ids).hasSize(patch).isSorted().doesNotHaveDuplicates();
    }
}
