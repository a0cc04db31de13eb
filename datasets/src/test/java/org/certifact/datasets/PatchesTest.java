package org.certifact.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.certifact.datasets.Tables.real;
import static org.certifact.datasets.Tables.values;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatchesTest {
    @TempDir
    Path directory;

    @Test
    void patchesStandSideBySideAndRowByRow() throws IOException {
        String path = Pictures.grey(directory.resolve("a.png"), 7, 5, (x, y) -> 10 * y + x);
        DenseTable table = read(Patches.of(2), path);
        assertThat(table.rowCount()).isEqualTo(6);
        assertThat(table.columnIds()).containsExactly("1", "2", "3", "4");
        assertThat(table.shape()).contains(new ImageShape(2, 2, 1));
        List<DenseRow> rows = table.rows().collect();
        assertThat(rows)
                .extracting(DenseRow::id)
                .containsExactly("a.png:0:0", "a.png:0:2", "a.png:0:4", "a.png:2:0", "a.png:2:2", "a.png:2:4");
        assertThat(rows.get(5).values()).containsExactly(24 / 255.0, 25 / 255.0, 34 / 255.0, 35 / 255.0);
        assertThat(table.where(rows.get(5).source())).isEqualTo("a.png: patch 6");
    }

    @Test
    void patchesMayOverlapOrLeaveGaps() throws IOException {
        String path = Pictures.grey(directory.resolve("a.png"), 12, 3, (x, y) -> 12 * y + x);
        assertThat(ids(read(Patches.of(3).withStride(4), path)))
                .containsExactly("a.png:00:00", "a.png:00:04", "a.png:00:08");
        DenseTable overlapping = read(Patches.of(3).withStride(1), path);
        assertThat(ids(overlapping)).hasSize(10).isSorted().endsWith("a.png:00:09");
        assertThat(values(overlapping)[9][8]).isEqualTo(35 / 255.0);
    }

    @Test
    void idsSortAsThePatchesStand() throws IOException {
        Pictures.grey(directory.resolve("a.png"), 130, 9, (x, y) -> 0);
        Pictures.grey(directory.resolve("b.png"), 9, 1004, (x, y) -> 0);
        List<String> ids = ids(read(Patches.of(3), directory.toString()));
        assertThat(ids)
                .hasSize(43 * 3 + 3 * 334)
                .isSorted()
                .startsWith("a.png:0000:0000")
                .endsWith("b.png:0999:0006");
    }

    @Test
    void aPatchIsOfThreeChannelsInColour() throws IOException {
        String path = Pictures.samples(
                directory.resolve("a.png"), BufferedImage.TYPE_3BYTE_BGR, 4, 2, (x, y) -> 40 * y + 4 * x);
        ImageOptions options = ImageOptions.defaults().withColor(ImageColor.RGB).withPatches(Patches.of(2));
        DenseTable table = ImageReader.read(SharedSpark.CONTEXT, List.of(path), options);
        assertThat(table.shape()).contains(new ImageShape(2, 2, 3));
        assertThat(DoubleStream.of(values(table)[1])
                        .map(value -> Math.rint(value * 255))
                        .toArray())
                .containsExactly(8, 9, 10, 12, 13, 14, 48, 49, 50, 52, 53, 54);
    }

    @Test
    void theMeanMayBeSubtracted() throws IOException {
        String path = Pictures.grey(directory.resolve("a.png"), 4, 2, (x, y) -> 51 * (x + y));
        double[][] kept = values(read(Patches.of(2), path));
        double[][] centred = values(read(Patches.of(2).withMean(PatchMean.SUBTRACT), path));
        for (int row = 0; row < kept.length; row++) {
            double mean = DoubleStream.of(kept[row]).average().orElseThrow();
            assertThat(DoubleStream.of(centred[row]).sum()).isCloseTo(0, within(1e-15));
            for (int i = 0; i < 4; i++) {
                assertThat(centred[row][i]).isEqualTo(kept[row][i] - mean);
            }
        }
    }

    @Test
    void theSeedChoosesAndThePartitionsDoNot() throws IOException {
        for (int i = 0; i < 5; i++) {
            Pictures.grey(directory.resolve(i + ".png"), 40, 30, (x, y) -> (x * 31 + y * 17) % 256);
        }
        DenseTable all = read(Patches.of(2), directory.toString());
        DenseTable some = read(Patches.of(2).withLimit(100), directory.toString());
        assertThat(some.rowCount()).isEqualTo(100);
        assertThat(some.rows().collect()).hasSize(100).isSubsetOf(all.rows().collect());
        assertThat(ids(some)).isSorted().isEqualTo(ids(read(Patches.of(2).withLimit(100), directory.toString())));
        assertThat(ids(read(Patches.of(2).withLimit(100).withSeed(2), directory.toString())))
                .isNotEqualTo(ids(some));
        assertThat(ids(read(Patches.of(2).withLimit(50), directory.toString()))).isSubsetOf(ids(some));
        List<String> ids = ids(all);
        for (int partitions : new int[] {1, 3, 7}) {
            PatchChoice choice = PatchChoice.least(SharedSpark.CONTEXT.parallelize(ids, partitions), 100, 1);
            assertThat(ids.stream().filter(choice::test)).isEqualTo(ids(some));
        }
        assertThat(read(Patches.of(2).withLimit(1500), directory.toString()).rowCount())
                .isEqualTo(1500);
    }

    @Test
    void anImageSmallerThanAPatchIsRefused() throws IOException {
        Pictures.grey(directory.resolve("a.png"), 8, 8, (x, y) -> 0);
        Pictures.grey(directory.resolve("b.png"), 9, 6, (x, y) -> 0);
        assertThatThrownBy(() -> read(Patches.of(8), directory.toString()))
                .isInstanceOf(BadInputException.class)
                .hasMessage("b.png: is 9 x 6 pixels, too small for patches of 8 x 8; leave it out,"
                        + " or give a smaller patch size");
    }

    @Test
    void optionsThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> Patches.of(0))
                .isInstanceOf(BadInputException.class)
                .hasMessage("patches of 0 x 0 pixels, 0 apart: both must be at least 1");
        assertThatThrownBy(() -> Patches.of(8).withStride(0))
                .isInstanceOf(BadInputException.class)
                .hasMessage("patches of 8 x 8 pixels, 0 apart: both must be at least 1");
        assertThatThrownBy(() -> Patches.of(8).withLimit(0))
                .isInstanceOf(BadInputException.class)
                .hasMessage("at most 0 patches: at least 1 is needed");
    }

    @Test
    void theRealBarbaraGivesItsPatches() {
        DenseTable table = read(Patches.of(8), real("images_set12/09.png"));
        assertThat(table.rowCount()).isEqualTo(4096);
        assertThat(table.columnCount()).isEqualTo(64);
        List<String> ids = ids(table);
        assertThat(ids).hasSize(4096).isSorted().doesNotHaveDuplicates().startsWith("09.png:000:000");
        assertThat(ids.get(4095)).isEqualTo("09.png:504:504");
    }

    @Test
    void theRealPhotographsAreReadInColour() {
        ImageOptions options = ImageOptions.defaults()
                .withColor(ImageColor.RGB)
                .withPatches(Patches.of(16).withLimit(1000));
        DenseTable table = ImageReader.read(SharedSpark.CONTEXT, List.of(real("stdlib_cc0/images")), options);
        assertThat(table.rows().collect())
                .hasSize(1000)
                .allSatisfy(row -> assertThat(row.values()).hasSize(768));
    }

    private static List<String> ids(DenseTable table) {
        return table.rows().map(DenseRow::id).collect();
    }

    private static DenseTable read(Patches patches, String... paths) {
        return ImageReader.read(
                SharedSpark.CONTEXT, List.of(paths), ImageOptions.defaults().withPatches(patches));
    }
}
