package org.certifact.datasets;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;

/** Reads images, whole or cut into patches, as dense tables of values between 0 and 1. An image is decoded by one task. */
public final class ImageReader {
    private static final int IMAGES_A_TASK = 64;

    private final InputFiles files;
    private final JavaRDD<Integer> indices;
    private final ImageSource source;
    private final ImageOptions options;

    private ImageReader(JavaSparkContext spark, InputFiles files, ImageOptions options) {
        int tasks = Math.max(spark.defaultParallelism(), files.size() / IMAGES_A_TASK + 1);
        List<Integer> all = IntStream.range(0, files.size()).boxed().toList();
        this.files = files;
        this.indices = spark.parallelize(all, Math.min(files.size(), tasks));
        this.source = new ImageSource(spark, files, options.color());
        this.options = options;
    }

    /**
     * A row for each image, named by its file, or for each patch, named by file, pixel row and pixel column of its corner as in
     * {@code 09.png:008:016}. Every image is decoded once to check it, and again when the rows are evaluated.
     *
     * @param paths PNG, JPEG, TIFF and BMP files, or directories and globs, of whose files those are taken whose ending is an image's
     * @throws BadInputException if a file is no image or is damaged, if an image is smaller than a patch, or if whole images differ in size
     */
    public static DenseTable read(JavaSparkContext spark, List<String> paths, ImageOptions options) {
        InputFiles files = ImageFiles.find(paths, spark.hadoopConfiguration());
        ImageReader reader = new ImageReader(spark, files, options);
        List<ImageSize> sizes = reader.sizes();
        return options.patches().map(patches -> reader.patches(sizes, patches)).orElseGet(() -> reader.whole(sizes));
    }

    private List<ImageSize> sizes() {
        ImageSource images = source;
        List<ImageSize> sizes =
                indices.map(images::size).setName("sizes of images").collect();
        for (int file = 0; file < sizes.size(); file++) {
            if (!sizes.get(file).problem().isEmpty()) {
                throw new BadInputException(
                        files.name(file) + ": " + sizes.get(file).problem());
            }
        }
        return sizes;
    }

    private DenseTable whole(List<ImageSize> sizes) {
        ImageSize first = sizes.get(0);
        for (int file = 1; file < sizes.size(); file++) {
            if (!sizes.get(file).sameAs(first)) {
                throw new BadInputException(files.name(0) + " is " + first + " pixels, " + files.name(file) + " is "
                        + sizes.get(file) + "; images must have one size: resize them, or cut them into patches");
            }
        }
        ImageSource images = source;
        JavaRDD<DenseRow> rows =
                indices.map(file -> new DenseRow(images.name(file), images.values(file), Source.encode(file, 1)));
        return table(rows, sizes.size(), first.width(), first.height(), Places.images(files));
    }

    private DenseTable patches(List<ImageSize> sizes, Patches patches) {
        int side = patches.size();
        int largest = 0;
        for (int file = 0; file < sizes.size(); file++) {
            ImageSize size = sizes.get(file);
            if (size.width() < side || size.height() < side) {
                throw new BadInputException(files.name(file) + ": is " + size + " pixels, too small for patches of "
                        + side + " x " + side + "; leave it out, or give a smaller patch size");
            }
            largest = Math.max(largest, Math.max(size.width(), size.height()));
        }
        int digits = Integer.toString(largest - 1).length();
        List<PatchGrid> grids =
                sizes.stream().map(size -> PatchGrid.of(size, patches, digits)).toList();
        PatchChoice choice = choice(grids, patches);
        ImageSource images = source;
        int channels = ImageValues.channels(options.color());
        JavaRDD<DenseRow> rows = indices.flatMap(file -> new PatchRows(grids.get(file), choice, channels)
                .of(images.values(file), sizes.get(file).width(), file, images.name(file)));
        return table(rows, choice.count(), side, side, Places.patches(files));
    }

    private PatchChoice choice(List<PatchGrid> grids, Patches patches) {
        long all = grids.stream().mapToLong(PatchGrid::count).sum();
        if (all <= patches.limit()) {
            return PatchChoice.all(all);
        }
        ImageSource images = source;
        JavaRDD<String> ids =
                indices.flatMap(file -> grids.get(file).ids(images.name(file)).iterator());
        return PatchChoice.least(ids, patches.limit(), patches.seed());
    }

    private DenseTable table(JavaRDD<DenseRow> rows, long count, int width, int height, Places places) {
        ImageShape shape = new ImageShape(width, height, ImageValues.channels(options.color()));
        return new DenseTable(
                rows.setName("rows of " + places.title()),
                count,
                DenseTable.numbers(shape.values()),
                places,
                MissingCells.NONE,
                Optional.of(shape));
    }
}
