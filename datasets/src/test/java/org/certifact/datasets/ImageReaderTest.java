package org.certifact.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.certifact.datasets.Tables.values;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageReaderTest {
    private static final ImageOptions GREY = ImageOptions.defaults();
    private static final ImageOptions RGB = GREY.withColor(ImageColor.RGB);

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp", "tif", "tiff"})
    void greyValuesAreExact(String ending) throws IOException {
        String path = Pictures.grey(directory.resolve("a." + ending), 16, 16, (x, y) -> 16 * y + x);
        double[] expected = new double[256];
        Arrays.setAll(expected, i -> i / 255.0);
        assertThat(values(read(GREY, path))).isDeepEqualTo(new double[][] {expected});
    }

    @Test
    void sixteenBitsAreExact() throws IOException {
        String path = Pictures.samples(
                directory.resolve("a.png"), BufferedImage.TYPE_USHORT_GRAY, 3, 1, (x, y) -> x == 2 ? 65535 : 257 * x);
        assertThat(values(read(GREY, path))[0]).containsExactly(0, 257 / 65535.0, 1);
    }

    @Test
    void jpegIsCloseToWhatWasWritten() throws IOException {
        String path = Pictures.grey(directory.resolve("a.jpg"), 8, 8, (x, y) -> 100);
        double[] pixels = values(read(GREY, path))[0];
        assertThat(pixels).hasSize(64);
        assertThat(Arrays.stream(pixels)).allMatch(pixel -> Math.abs(pixel - 100 / 255.0) <= 2 / 255.0);
    }

    @Test
    void coloursAreReadPixelByPixelOrAsLuma() throws IOException {
        for (int type :
                new int[] {BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_4BYTE_ABGR}) {
            String path = Pictures.samples(directory.resolve("a.png"), type, 2, 1, (x, y) -> 10 + 100 * x);
            assertThat(values(read(RGB, path))[0])
                    .containsExactly(10 / 255.0, 11 / 255.0, 12 / 255.0, 110 / 255.0, 111 / 255.0, 112 / 255.0);
            assertThat(values(read(GREY, path))[0])
                    .containsExactly(
                            (299 * 10 + 587 * 11 + 114 * 12) / 255000.0,
                            (299 * 110 + 587 * 111 + 114 * 112) / 255000.0);
        }
    }

    @Test
    void aGreyColourIsExactlyGrey() throws IOException {
        BufferedImage image = new BufferedImage(256, 1, BufferedImage.TYPE_INT_RGB);
        double[] expected = new double[256];
        for (int x = 0; x < 256; x++) {
            image.setRGB(x, 0, x * 0x010101);
            expected[x] = x / 255.0;
        }
        assertThat(values(read(GREY, Pictures.write(directory.resolve("a.png"), image)))[0])
                .containsExactly(expected);
    }

    @Test
    void greyImagesHaveThreeEqualChannels() throws IOException {
        String path = Pictures.grey(directory.resolve("a.png"), 2, 1, (x, y) -> 50 * x);
        assertThat(values(read(RGB, path))[0]).containsExactly(0, 0, 0, 50 / 255.0, 50 / 255.0, 50 / 255.0);
    }

    @Test
    void palettesAreLookedUp() throws IOException {
        BufferedImage binary = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_BINARY);
        binary.setRGB(1, 0, 0xFFFFFF);
        assertThat(values(read(GREY, Pictures.write(directory.resolve("a.png"), binary)))[0])
                .containsExactly(0, 1);
        BufferedImage packed = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_565_RGB);
        packed.setRGB(1, 0, 0xFF0000);
        assertThat(values(read(RGB, Pictures.write(directory.resolve("b.bmp"), packed)))[0])
                .containsExactly(0, 0, 0, 1, 0, 0);
    }

    @Test
    void eachImageIsARowInTheOrderOfTheNames() throws IOException {
        for (int i : new int[] {3, 1, 2}) {
            int grey = i;
            Pictures.grey(directory.resolve("faces/" + i + ".png"), 2, 3, (x, y) -> grey);
        }
        Files.writeString(directory.resolve("faces/NOTE.txt"), "not one of them");
        for (String path : List.of(directory + "/faces", directory + "/faces/*", directory + "/faces/*.png")) {
            DenseTable table = read(GREY, path);
            assertThat(table.rowCount()).isEqualTo(3);
            assertThat(table.columnIds()).containsExactly("1", "2", "3", "4", "5", "6");
            assertThat(table.shape()).contains(new ImageShape(2, 3, 1));
            assertThat(table.missing()).isEqualTo(MissingCells.NONE);
            List<DenseRow> rows = table.rows().collect();
            assertThat(rows).extracting(DenseRow::id).containsExactly("1.png", "2.png", "3.png");
            assertThat(rows).extracting(row -> row.values()[5]).containsExactly(1 / 255.0, 2 / 255.0, 3 / 255.0);
            assertThat(table.where(rows.get(1).source())).isEqualTo("2.png: image 1");
        }
        assertThat(read(RGB, directory + "/faces").shape()).contains(new ImageShape(2, 3, 3));
    }

    @Test
    void imagesOfDifferentSizesAreRefused() throws IOException {
        String one = Pictures.grey(directory.resolve("a.png"), 19, 19, (x, y) -> 0);
        String two = Pictures.grey(directory.resolve("b.png"), 20, 19, (x, y) -> 0);
        refused(
                "a.png is 19 x 19 pixels, b.png is 20 x 19; images must have one size: resize them,"
                        + " or cut them into patches",
                one,
                two);
    }

    @Test
    void whatIsNoImageIsRefused() throws IOException {
        String text = Files.writeString(directory.resolve("a.png"), "hello").toString();
        refused("a.png: is not an image that can be read, a PNG, JPEG, TIFF or BMP; leave it out", text);
        String gif = Pictures.grey(directory.resolve("b.gif"), 2, 2, (x, y) -> 0);
        refused("b.gif: is a gif image; convert it to PNG, JPEG, TIFF or BMP", gif);
        String empty = Files.writeString(directory.resolve("c.png"), "").toString();
        refused(empty + ": the file is empty", empty);
    }

    @Test
    void damagedImagesAreRefused() throws IOException {
        for (String ending : List.of("png", "jpg", "tif", "bmp")) {
            Path whole = Path.of(Pictures.grey(directory.resolve("w." + ending), 64, 64, (x, y) -> x * y % 256));
            byte[] bytes = Files.readAllBytes(whole);
            Path cut = directory.resolve("cut." + ending);
            Files.write(cut, Arrays.copyOf(bytes, bytes.length * 2 / 3));
            assertThatThrownBy(() -> read(GREY, cut.toString()))
                    .isInstanceOf(BadInputException.class)
                    .hasMessageStartingWith("cut." + ending + ": cannot be decoded: ");
        }
    }

    @Test
    void directoriesOfATiffThatGoInACircleAreRefused() throws IOException {
        Path file = Path.of(Pictures.grey(directory.resolve("a.tif"), 4, 4, (x, y) -> x));
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer tiff =
                ByteBuffer.wrap(bytes).order(bytes[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int first = tiff.getInt(4);
        int next = first + 2 + 12 * tiff.getShort(first);
        assertThat(tiff.getInt(next)).isZero();
        tiff.putInt(next, first);
        Files.write(file, bytes);

        refused("a.tif: holds more than one image; save each in a file of its own", file.toString());
    }

    @Test
    void pathsWithoutImagesAreRefused() throws IOException {
        Files.createDirectories(directory.resolve("d"));
        Files.writeString(directory.resolve("d/NOTE.txt"), "no image");
        refused(directory + "/d: holds no images, files that end in png, jpg, jpeg, tif, tiff, bmp", directory + "/d");
        refused(directory + "/x.png: no such file or directory", directory + "/x.png");
        refused("no input is given; name a file, a directory or a glob");
    }

    private static void refused(String message, String... paths) {
        assertThatThrownBy(() -> read(GREY, paths))
                .isInstanceOf(BadInputException.class)
                .hasMessage(message);
    }

    private static DenseTable read(ImageOptions options, String... paths) {
        return ImageReader.read(SharedSpark.CONTEXT, List.of(paths), options);
    }
}
