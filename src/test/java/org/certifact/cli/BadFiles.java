package org.certifact.cli;

import static org.certifact.cli.BadData.ASIDE;
import static org.certifact.cli.BadData.GOOD;
import static org.certifact.cli.BadInput.file;
import static org.certifact.cli.BadInput.text;

import java.util.List;
import java.util.stream.Stream;

/** What can be wrong with whole files. */
final class BadFiles {
    private static final String BANNER = "%%MatrixMarket matrix coordinate real general\n";

    private BadFiles() {}

    static Stream<BadInput> all() {
        return Stream.of(files(), matrixMarket(), parquet()).flatMap(List::stream);
    }

    private static List<BadInput> files() {
        return List.of(
                file("a missing file", "ratings.csv", Contents.NOTHING, "ratings.csv: no such file or directory"),
                file(
                        "a pattern that matches no file",
                        "ratings-*.csv",
                        Contents.NOTHING,
                        "ratings-*.csv: no file matches"),
                file(
                        "an empty directory",
                        "ratings",
                        Contents.directory("ratings"),
                        "ratings: the directory holds no files"),
                text("an empty file", "ratings.csv", "", "ratings.csv: the file is empty"),
                text("a header and nothing else", "ratings.csv", "user,item,rating\n", "ratings.csv: no entries"),
                file(
                        "a zip archive",
                        "ratings.zip",
                        Contents.zip("ratings.zip"),
                        "ratings.zip: is a zip archive; unzip it and name the file within"),
                file(
                        "gzip under another name",
                        "ratings.csv",
                        Contents.gzip("ratings.csv", GOOD),
                        "ratings.csv: is compressed by gzip; rename it to ratings.csv.gz"));
    }

    private static List<BadInput> matrixMarket() {
        return List.of(
                text(
                        "Matrix Market: another banner",
                        "a.mtx",
                        "%%MatrixMarket matrix coordinate\n2 2 1\n",
                        "a.mtx: line 1 must be '%%MatrixMarket matrix coordinate <field> <symmetry>', is '%%MatrixMarket matrix coordinate'"),
                text(
                        "Matrix Market: array",
                        "a.mtx",
                        "%%MatrixMarket matrix array real general\n2 2\n",
                        "a.mtx: line 1: 'array' matrices cannot be read, only coordinate; write the entries as 'coordinate', one a line"),
                text(
                        "Matrix Market: complex",
                        "a.mtx",
                        BANNER.replace("real", "complex") + "2 2 1\n",
                        "a.mtx: line 1: 'complex' matrices cannot be read, only real, double, integer, pattern; write real values"),
                text(
                        "Matrix Market: no size",
                        "a.mtx",
                        BANNER,
                        "a.mtx: ends before the line 'rows columns entries': the file is cut short"),
                text(
                        "Matrix Market: bad size",
                        "a.mtx",
                        BANNER + "2 2\n1 1 4\n",
                        "a.mtx: line 2 must be 'rows columns entries', is '2 2'"),
                text(
                        "Matrix Market: cut short",
                        "a.mtx",
                        BANNER + "2 2 4\n1 1 4\n1 2 3\n",
                        "a.mtx: declares 4 entries, has 2: the file is cut short"),
                text(
                        "Matrix Market: index outside",
                        "a.mtx",
                        BANNER + "2 2 2\n1 1 4\n3 1 4\n",
                        "a.mtx: line 4: row index 3 is outside 1 to 2" + ASIDE));
    }

    private static List<BadInput> parquet() {
        return List.of(
                file(
                        "Parquet: NaN",
                        "a.parquet",
                        Contents.parquet("a.parquet", 4, Double.NaN),
                        "a.parquet: record 2: value 'NaN' is not finite; run with --bad-records skip to set such records aside"),
                file(
                                "Parquet: missing column",
                                "a.parquet",
                                Contents.parquet("a.parquet", 4),
                                "a.parquet: no column 'stars'; there are 3: user, item, rating")
                        .with("--columns user,item,stars"),
                file(
                                "Parquet: ids that are fractions",
                                "a.parquet",
                                Contents.parquet("a.parquet", 4),
                                "a.parquet: column 'rating' is of type double; ids must be whole numbers or strings")
                        .with("--columns user,rating,item"),
                text(
                        "Parquet: a file that is none",
                        "a.parquet",
                        GOOD,
                        "a.parquet: is not a Parquet file; name its format if it is another"));
    }
}
