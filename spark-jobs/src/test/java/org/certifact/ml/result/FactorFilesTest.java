package org.certifact.ml.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.certifact.SharedSpark;
import org.certifact.matrix.FactorRow;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactorFilesTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void wholeNumbersStandInTheirOrder(int parts) throws IOException {
        assertThat(written(List.of("10", "9", "-3", "100", "0"), parts, DataTypes.LongType))
                .containsExactly("-3", "0", "9", "10", "100");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void otherIdsStandInTheOrderOfTheirCodePoints(int parts) throws IOException {
        String beyond = "\uD83D\uDE00";
        assertThat(written(List.of("b", beyond, "10", "9", "\uFF5E", "a"), parts, DataTypes.StringType))
                .containsExactly("10", "9", "a", "b", "\uFF5E", beyond);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void whatIsReadHasTheFingerprintOfWhatWasWritten(int parts) {
        JavaRDD<FactorRow> rows = rows(List.of("7", "5", "6", "1"), parts);
        String path = directory.resolve("f").toString();
        FactorFiles.writeParquet(rows, DataTypes.LongType, path);
        Dataset<Row> read = FactorFiles.read(SharedSpark.session(), path);
        assertThat(FactorFiles.fingerprint(read))
                .isEqualTo(FactorFiles.fingerprint(rows))
                .isNotEqualTo(FactorFiles.fingerprint(rows(List.of("7", "5", "6", "2"), parts)));
    }

    private static JavaRDD<FactorRow> rows(List<String> ids, int parts) {
        return SharedSpark.context()
                .parallelize(ids, parts)
                .map(id -> new FactorRow(id, id.length(), new double[] {id.hashCode(), 0.1}));
    }

    /** The ids as they stand in the files, one after the other. */
    private List<String> written(List<String> ids, int parts, DataType type) throws IOException {
        Path table = directory.resolve("table");
        FactorFiles.writeParquet(rows(ids, parts), type, table.toString());
        List<String> written = new ArrayList<>();
        try (Stream<Path> files = Files.list(table)) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith("part-"))
                    .sorted()
                    .toList()) {
                FactorFiles.read(SharedSpark.session(), file.toString())
                        .toLocalIterator()
                        .forEachRemaining(row -> written.add(String.valueOf(row.get(0))));
            }
        }
        return written;
    }
}
