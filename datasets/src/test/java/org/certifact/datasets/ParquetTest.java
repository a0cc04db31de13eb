package org.certifact.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.certifact.datasets.Inputs.contents;
import static org.certifact.datasets.Inputs.entries;
import static org.certifact.datasets.Inputs.evaluatedBad;
import static org.certifact.datasets.Inputs.listing;
import static org.certifact.datasets.Inputs.read;
import static org.certifact.datasets.Inputs.write;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParquetTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {"int/bigint/double", "string/smallint/float", "tinyint/string/int", "bigint/int/decimal(5,2)"})
    void idsAndValuesMayHaveAnyFittingType(String types) throws IOException {
        String[] type = types.split("/", -1);
        String path = parquet(
                "r.parquet",
                "SELECT cast(u AS " + type[0] + ") AS user, cast(i AS " + type[1] + ") AS item, cast(r AS " + type[2]
                        + ") AS rating FROM VALUES (1, 31, 2), (7, 32, 4) AS t(u, i, r)");
        assertThat(listing(read(path)))
                .containsExactly("r.parquet: record 1 | 1 31 2.0", "r.parquet: record 2 | 7 32 4.0");
    }

    @Test
    void columnsAreFoundByNameOrPosition() throws IOException {
        String path = parquet("r.parquet", "SELECT 2.5D AS `w.x`, 3 AS rating, 'a' AS item, 9L AS user");
        ReadOptions names = ReadOptions.defaults().withColumns(List.of("user", "item", "rating", "w.x"));
        assertThat(contents(read(names, path))).containsExactly("9 a 3.0 x2.5");
        ReadOptions positions = ReadOptions.defaults().withColumns(List.of("4", "3", "2"));
        assertThat(contents(read(positions, path))).containsExactly("9 a 3.0");
    }

    @Test
    void aDirectoryOddNamesAndSeveralFilesAreRead() throws IOException {
        String odd = parquet("d/a [1] x%20.parquet", "SELECT 1 AS u, 2 AS i, 3 AS r");
        parquet("d/b.parquet", "SELECT 4 AS u, 5 AS i, 6 AS r");
        assertThat(listing(read(odd))).containsExactly("a [1] x%20.parquet: record 1 | 1 2 3.0");
        assertThat(listing(read(directory.resolve("d").toString())))
                .containsExactly("a [1] x%20.parquet: record 1 | 1 2 3.0", "b.parquet: record 1 | 4 5 6.0");
        assertThat(contents(read(directory + "/d/*.parquet"))).hasSize(2);
    }

    @Test
    void directoriesBelowAreReadAndMayGiveColumns() throws IOException {
        parquet("plain/x/1.parquet", "SELECT 1 AS u, 2 AS i, 3 AS r");
        parquet("plain/y/z/2.parquet", "SELECT 4 AS u, 5 AS i, 6 AS r");
        assertThat(listing(read(directory.resolve("plain").toString())))
                .containsExactly("1.parquet: record 1 | 1 2 3.0", "2.parquet: record 1 | 4 5 6.0");
        parquet("parted/user=7/1.parquet", "SELECT 2 AS i, 3 AS r");
        parquet("parted/user=8/1.parquet", "SELECT 2 AS i, 4 AS r");
        ReadOptions options = ReadOptions.defaults().withColumns(List.of("user", "i", "r"));
        assertThat(entries(read(options, directory.resolve("parted").toString())))
                .extracting(Entry::row)
                .containsExactly("7", "8");
    }

    @Test
    void theFirstBytesTellTheFormat() throws IOException {
        String path = parquet("r.data", "SELECT 1, 2, 3");
        assertThat(contents(read(path))).containsExactly("1 2 3.0");
    }

    @Test
    void badRecordsAreNamed() throws IOException {
        String path = parquet(
                "r.parquet",
                "SELECT * FROM VALUES ('a', 1, 1D, 1D), (null, 1, 1D, 1D), ('', 1, 1D, 1D), ('a', null, 1D, 1D),"
                        + " ('a', 1, null, 1D), ('a', 1, double('NaN'), 1D), ('a', 1, 1D, 0D), ('a', 1, 1D, null)"
                        + " AS t(user, item, rating, w)");
        EntrySet set = read(ReadOptions.defaults().withColumns(List.of("user", "item", "rating", "w")), path);
        assertThat(evaluatedBad(set))
                .containsExactly(
                        "r.parquet: record 2: row id is null",
                        "r.parquet: record 3: row id is empty",
                        "r.parquet: record 4: column id is null",
                        "r.parquet: record 5: value is null",
                        "r.parquet: record 6: value 'NaN' is not finite",
                        "r.parquet: record 7: weight '0.0' must be > 0",
                        "r.parquet: record 8: weight is null");
        assertThatThrownBy(set::check)
                .hasMessageStartingWith(
                        "r.parquet: record 2: row id is null; run with --bad-records skip to set such records aside");
        assertThat(set.badLines().first()).isEqualTo("r.parquet: record 2: row id is null: null, 1, 1.0, 1.0");
    }

    @Test
    void columnsThatDoNotFitAreRefused() throws IOException {
        String path = parquet("r.parquet", "SELECT 1 AS user, 'x' AS item, 'y' AS rating, 1D AS w");
        assertThatThrownBy(() -> read(path))
                .isInstanceOf(BadInputException.class)
                .hasMessage("r.parquet: column 'rating' is of type string; values must be numbers");
        assertThatThrownBy(() -> read(ReadOptions.defaults().withColumns(List.of("w", "item", "user")), path))
                .hasMessage("r.parquet: column 'w' is of type double; ids must be whole numbers or strings");
        assertThatThrownBy(() -> read(ReadOptions.defaults().withColumns(List.of("user", "film", "w")), path))
                .hasMessage("r.parquet: no column 'film'; there are 4: user, item, rating, w");
        assertThatThrownBy(() -> read(ReadOptions.defaults().withColumns(List.of("1", "2", "5")), path))
                .hasMessage("r.parquet: no column '5'; there are 4: user, item, rating, w");
    }

    @Test
    void aDamagedFileIsNamed() throws IOException {
        String path = write(directory, "r.parquet", "PAR1 and no more");
        assertThatThrownBy(() -> read(path))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith("r.parquet: cannot be read as Parquet: ");
    }

    @Test
    void aFileThatIsNotParquetIsRefused() throws IOException {
        String path = write(directory, "r.parquet", "1,2,3\n");
        assertThatThrownBy(() -> read(path))
                .isInstanceOf(BadInputException.class)
                .hasMessage("r.parquet: is not a Parquet file; name its format if it is another");
    }

    private String parquet(String name, String query) throws IOException {
        return Inputs.parquet(directory, name, query);
    }
}
