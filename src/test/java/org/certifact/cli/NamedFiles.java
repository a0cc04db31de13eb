package org.certifact.cli;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.apache.spark.ml.recommendation.ALS;
import org.apache.spark.sql.SparkSession;

/** Small files by the names that the README's examples use for the reader's own. */
public final class NamedFiles {
    private static final int SIDE = 32;
    private static final int FACES = 30;

    private NamedFiles() {}

    public static void make(Path directory) throws IOException {
        String ratings = ratings(1);
        Files.writeString(directory.resolve("ratings.csv"), "user,item,rating\n" + ratings.replace('\t', ','));
        Files.writeString(
                directory.resolve("jester.csv"),
                "user,item,rating\n" + ratings(10).replace('\t', ','));
        Files.writeString(directory.resolve("u.data"), ratings);
        saveAlsModel(directory.resolve("u.data"), directory.resolve("als-model"));
        Files.write(directory.resolve("faces.npy"), faces());
        BufferedImage boats =
                ImageIO.read(directory.resolve("docs/data/boats.jpg").toFile());
        ImageIO.write(cut(boats, 0), "png", directory.resolve("photo.png").toFile());
        ImageIO.write(cut(boats, 64), "png", directory.resolve("another.png").toFile());
        Files.createSymbolicLink(directory.resolve("texts"), directory.resolve("docs/data/addresses"));
    }

    /** user, item, rating: two tastes and a little noise, on a scale of that many times five. */
    private static String ratings(int scale) {
        SplittableRandom random = new SplittableRandom(5);
        StringBuilder text = new StringBuilder();
        for (int user = 1; user <= 120; user++) {
            for (int item = 1; item <= 60; item++) {
                if (random.nextInt(3) == 0) {
                    double taste = (user % 3 - 1) * (item % 4 - 1.5);
                    double rating = scale * (3 + 0.5 * taste + random.nextDouble() - 0.5);
                    text.append(String.format(Locale.ROOT, "%d\t%d\t%.1f%n", user, item, rating));
                }
            }
        }
        return text.toString();
    }

    private static void saveAlsModel(Path ratings, Path target) throws IOException {
        try (SparkSession spark = Contents.session()) {
            new ALS()
                    .setUserCol("_c0")
                    .setItemCol("_c1")
                    .setRatingCol("_c2")
                    .setRank(4)
                    .setMaxIter(3)
                    .fit(spark.read()
                            .option("sep", "\t")
                            .option("inferSchema", "true")
                            .csv(ratings.toString()))
                    .save(target.toString());
        }
    }

    /** Rows are pictures: blobs here and there. */
    private static byte[] faces() {
        String header = "{'descr': '|u1', 'fortran_order': False, 'shape': (" + FACES + ", " + SIDE * SIDE + "), }";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0});
        out.writeBytes(String.format(Locale.ROOT, "%-117s\n", header).getBytes(StandardCharsets.US_ASCII));
        for (int face = 0; face < FACES; face++) {
            for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
                int x = pixel % SIDE - 8 - face % 4 * 5;
                int y = pixel / SIDE - 8 - face % 3 * 7;
                out.write((int) (250 * Math.exp(-0.03 * (x * x + y * y))));
            }
        }
        return out.toByteArray();
    }

    private static BufferedImage cut(BufferedImage picture, int from) {
        BufferedImage small = new BufferedImage(96, 64, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = small.createGraphics();
        graphics.drawImage(picture, -from, -from, null);
        graphics.dispose();
        return small;
    }
}
