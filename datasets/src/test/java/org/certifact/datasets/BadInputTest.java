package org.certifact.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.certifact.datasets.Inputs.contents;
import static org.certifact.datasets.Inputs.read;
import static org.certifact.datasets.Inputs.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadInputTest {
    private static final ReadOptions DEFAULTS = ReadOptions.defaults();

    @TempDir
    Path directory;

    @Test
    void filesThatAreNotThereAreNamed() throws IOException {
        refused(() -> read(directory + "/x.csv"), directory + "/x.csv: no such file or directory");
        refused(() -> read(directory + "/*.csv"), directory + "/*.csv: no file matches");
        refused(() -> read(directory.toString()), directory + ": the directory holds no files");
        refused(() -> read(), "no input is given; name a file, a directory or a glob");
        refused(() -> read("nowhere:/x"), "nowhere:/x: cannot be read: No FileSystem for scheme \"nowhere\"");
        refused(() -> read(""), ": cannot be read: Can not create a Path from an empty string");
    }

    @Test
    void emptyFilesAreRefused() throws IOException {
        String empty = write(directory, "d/ratings.csv", "");
        refused(() -> read(empty), empty + ": the file is empty");
        String blank = write(directory, "blank.csv", "\n \n");
        refused(() -> read(blank), "blank.csv: the file is empty");
        String compressed = write(directory, "none.csv.gz", "");
        refused(() -> read(compressed), "none.csv.gz: the file is empty");
        write(directory, "d/more.csv", "");
        refused(() -> read(directory.resolve("d").toString()), directory.resolve("d") + ": all files are empty");
    }

    @Test
    void anEmptyPartOfADirectoryIsNoError() throws IOException {
        write(directory, "d/part-0", "");
        write(directory, "d/part-1", "1,2,3\n");
        assertThat(contents(read(directory.resolve("d").toString()))).containsExactly("1 2 3.0");
    }

    @Test
    void formatsThatCannotBeReadAreNamed() throws IOException {
        refused(
                () -> Format.parse("cvs"),
                "format 'cvs' is unknown; there are auto, text, parquet, matrix-market, libsvm");
        assertThat(Format.parse("Matrix-Market")).isEqualTo(Format.MATRIX_MARKET);
        String zip = write(directory, "ml-100k.zip", "PK\u0003\u0004...");
        refused(() -> read(zip), "ml-100k.zip: is a zip archive; unzip it and name the file within");
        Path gzip = Files.copy(Path.of(write(directory, "a.csv.gz", "1,2,3\n")), directory.resolve("b.csv"));
        refused(() -> read(gzip.toString()), "b.csv: is compressed by gzip; rename it to b.csv.gz");
        Path wide = Files.writeString(directory.resolve("c.csv"), "1,2,3\n", StandardCharsets.UTF_16LE);
        refused(() -> read(wide.toString()), "c.csv: holds zero bytes, so it is no UTF-8 text; convert it");
        String parquet = write(directory, "d.csv", "PAR1...");
        refused(() -> read(DEFAULTS.withFormat(Format.TEXT), parquet), "d.csv: is a Parquet file, not text");
        String text = write(directory, "e.csv.gz.txt", "1,2,3\n");
        refused(
                () -> read(DEFAULTS.withFormat(Format.PARQUET), text),
                "e.csv.gz.txt: is not a Parquet file; name its format if it is another");
        String mtx = write(directory, "f.mtx", "%%MatrixMarket matrix coordinate real general\n1 1 1\n1 1 1\n");
        refused(
                () -> read(text, mtx),
                "e.csv.gz.txt is text, f.mtx is matrix-market; give files of one format at a time");
    }

    @Test
    void columnsThatAreNotThereAreNamed() throws IOException {
        String path = write(directory, "ratings.csv", "user,item,rating,time\n1,2,3,4\n");
        refused(
                () -> read(DEFAULTS.withColumns(List.of("usr", "item", "rating")), path),
                "ratings.csv: line 1: no column 'usr'; there are 4: user, item, rating, time");
        refused(
                () -> read(DEFAULTS.withColumns(List.of("1", "2", "7")), path),
                "ratings.csv: line 1: no column '7'; there are 4: user, item, rating, time");
        refused(
                () -> read(DEFAULTS.withColumns(List.of("1", "2", "0")), path),
                "ratings.csv: line 1: no column '0'; there are 4: user, item, rating, time");
        refused(
                () -> read(DEFAULTS.withColumns(List.of("user", "1", "3")), path),
                "ratings.csv: line 1: column '1' is asked for twice; row, column, value and weight must differ");
        refused(
                () -> read(
                        DEFAULTS.withColumns(List.of("user", "item", "rating")).withHeader(Header.NO), path),
                "ratings.csv: columns are asked for by name (user, item, rating), so the first line must be a header;"
                        + " give positions");
        String bare = write(directory, "u.data", "196\t242\t3\t881250949\n");
        refused(
                () -> read(DEFAULTS.withColumns(List.of("user", "item", "rating")), bare),
                "u.data: line 1: no column 'user'; there are 4: 196, 242, 3, 881250949");
    }

    @Test
    void textThatDoesNotSplitIsRefused() throws IOException {
        String path = write(directory, "a.txt", "\n1_2_3\n");
        refused(
                () -> read(path),
                "a.txt: line 2 does not split into 3 fields by '::', tab, ',', ';', '|' or blanks: '1_2_3';"
                        + " name the separator");
        refused(() -> read(DEFAULTS.withSeparator("::"), path), "a.txt: line 2: no column '2'; there is 1: 1_2_3");
        String open = write(directory, "b.txt", "1,2,\"3\n");
        refused(() -> read(DEFAULTS.withSeparator(","), open), "b.txt: line 1: a quote is left open");
    }

    @Test
    void optionsThatMakeNoSenseAreRefused() {
        refused(
                () -> DEFAULTS.withColumns(List.of("user", "item")),
                "columns 'user,item': 2 given; give 3 or 4: row, column, value and, if there is one, weight");
        refused(
                () -> DEFAULTS.withColumns(List.of("user", "user", "rating")),
                "columns 'user,user,rating': 'user' is given twice; row, column, value and weight must differ");
        refused(
                () -> DEFAULTS.withSeparator(""),
                "the separator is empty; leave it out to have it found in the first line");
    }

    @Test
    void aDamagedFileIsNamedWithTheLastLineRead() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 50_000; i++) {
            text.append(i * 7919 % 10_007).append(',').append(i).append(",1\n");
        }
        Path path = Path.of(write(directory, "a.csv.gz", text.toString()));
        byte[] bytes = Files.readAllBytes(path);
        Files.write(path, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        EntrySet set = read(path.toString());
        assertThatThrownBy(() -> set.entries().count())
                .hasStackTraceContaining("BadInputException: a.csv.gz: cannot be read after line ")
                .hasStackTraceContaining("Unexpected end of input stream");
    }

    private static void refused(ThrowingCallable attempt, String message) {
        assertThatThrownBy(attempt).isInstanceOf(BadInputException.class).hasMessage(message);
    }
}
