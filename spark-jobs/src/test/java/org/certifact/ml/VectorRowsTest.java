package org.certifact.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.certifact.SharedSpark;
import org.certifact.datasets.BadInputException;
import org.certifact.datasets.DenseRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorRowsTest {
    private static final VectorColumns NAMED = VectorColumns.defaults().withIds("name");

    @TempDir
    private Path directory;

    @Test
    void denseVectorsAreRows() {
        VectorRows vectors = written(row("b", Vectors.dense(1, 2, 0)), row("a", Vectors.dense(0, 0, -1)));
        assertThat(vectors.isSparse()).isFalse();
        assertThat(vectors.rowCount()).isEqualTo(2);
        assertThat(vectors.columnCount()).isEqualTo(3);
        assertThat(rows(vectors)).containsExactly("1 [1.0, 2.0, 0.0]", "2 [0.0, 0.0, -1.0]");
        assertThat(rows(read(NAMED))).containsExactly("b [1.0, 2.0, 0.0]", "a [0.0, 0.0, -1.0]");
        assertThat(vectors.where(vectors.rows().collect().get(1).source())).endsWith(".parquet: record 2");
        assertThat(vectors.title()).endsWith(".parquet");
    }

    @Test
    void sparseVectorsAreEntries() {
        VectorRows vectors = written(
                row("a", Vectors.sparse(4, new int[] {0, 3}, new double[] {5, 7})),
                row("b", Vectors.sparse(4, new int[] {1, 2}, new double[] {0, 6})),
                row("c", Vectors.dense(0, 8, 0, 0)));
        assertThat(vectors.isSparse()).isTrue();
        assertThat(vectors.columnCount()).isEqualTo(4);
        assertThat(entries(read(NAMED))).containsExactly("a 1 5.0", "a 4 7.0", "b 3 6.0", "c 2 8.0");
        assertThat(rows(vectors))
                .containsExactly("1 [5.0, 0.0, 0.0, 7.0]", "2 [0.0, 0.0, 6.0, 0.0]", "3 [0.0, 8.0, 0.0, 0.0]");
    }

    @Test
    void severalFilesAreOneMatrixInTheirOrder() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            rows.add(row("r" + i, Vectors.dense(i, -i)));
        }
        write(rows, 5);
        VectorRows vectors = read(VectorColumns.defaults());
        assertThat(vectors.title()).endsWith(" and 4 more");
        List<DenseRow> read = vectors.rows().collect();
        assertThat(read).hasSize(50).isSortedAccordingTo((a, b) -> Long.compare(a.source(), b.source()));
        for (int i = 0; i < 50; i++) {
            assertThat(read.get(i).id()).isEqualTo(Integer.toString(i + 1));
        }
        assertThat(read(NAMED).rows().map(row -> row.id() + row.values()[0]).collect())
                .containsExactlyInAnyOrderElementsOf(rows.stream()
                        .map(row -> row.getString(0) + ((Vector) row.get(1)).apply(0))
                        .toList());
    }

    @Test
    void vectorsOfAnotherSizeAreRefused() {
        assertRefused(
                ": record 3: the vector has 2 values, must have 3 as in .*: record 1",
                row("a", Vectors.dense(1, 2, 3)),
                row("b", Vectors.sparse(3, new int[] {0}, new double[] {1})),
                row("c", Vectors.dense(1, 2)));
    }

    @Test
    void badRecordsAreNamed() {
        Row good = row("a", Vectors.dense(1, 2));
        assertRefused(": record 2: the vector is null", good, row("b", null));
        assertRefused(": record 2: the id is empty", good, row(null, Vectors.dense(1, 2)));
        assertRefused(": record 2: the id is empty", good, row("", Vectors.dense(1, 2)));
        assertRefused(
                ": record 2: the vector holds NaN; all its values must be finite",
                good,
                row("b", Vectors.dense(1, Double.NaN)),
                row("c", Vectors.dense(1, Double.POSITIVE_INFINITY)));
        assertRefused(
                ": record 2: the vector holds -Infinity; all its values must be finite",
                good,
                row("b", Vectors.sparse(2, new int[] {1}, new double[] {Double.NEGATIVE_INFINITY})));
        assertRefused(
                ": two records have the id 'a'; change one, or name no column of ids to number the records",
                good,
                row("a", Vectors.dense(1, 2)));
        assertRefused(": the vectors have no values", row("a", Vectors.dense(new double[0])));
        assertRefused(": no records");
    }

    @Test
    void columnsThatDoNotFitAreRefused() {
        written(row("a", Vectors.dense(1, 2)));
        assertRefused(NAMED.withVectors("name"), ": column 'name' is of type string, not of Spark ML vectors");
        assertRefused(NAMED.withVectors("x"), ": no column 'x'; there are 2: name, features");
        assertRefused(NAMED.withIds("x"), ": no column 'x'; there are 2: name, features");
        assertRefused(
                NAMED.withIds("features"),
                ": column 'features' is of type vector; ids must be whole numbers or strings");
        SharedSpark.session()
                .range(1)
                .coalesce(1)
                .write()
                .mode(SaveMode.Overwrite)
                .parquet(path());
        assertRefused(VectorColumns.defaults(), ": none of the columns id is of Spark ML vectors");
        StructType two = new StructType()
                .add("x", SQLDataTypes.VectorType())
                .add("y", SQLDataTypes.VectorType())
                .add("n", DataTypes.IntegerType);
        SharedSpark.session()
                .createDataFrame(List.of(RowFactory.create(Vectors.dense(1), Vectors.dense(2), 3)), two)
                .write()
                .mode(SaveMode.Overwrite)
                .parquet(path());
        assertRefused(VectorColumns.defaults(), ": 2 columns are of vectors: x, y; name one");
        assertThat(rows(read(VectorColumns.defaults().withVectors("y").withIds("n"))))
                .containsExactly("3 [2.0]");
    }

    private VectorRows written(Row... rows) {
        write(Arrays.asList(rows), 1);
        return read(VectorColumns.defaults());
    }

    private void write(List<Row> rows, int files) {
        StructType schema =
                new StructType().add("name", DataTypes.StringType).add("features", SQLDataTypes.VectorType());
        SharedSpark.session()
                .createDataFrame(rows, schema)
                .coalesce(1)
                .repartition(files)
                .write()
                .mode(SaveMode.Overwrite)
                .parquet(path());
    }

    private String path() {
        return directory.resolve("vectors").toString();
    }

    private static Row row(String name, Vector vector) {
        return RowFactory.create(name, vector);
    }

    private VectorRows read(VectorColumns columns) {
        return VectorRows.read(SharedSpark.session(), List.of(path()), columns);
    }

    private static List<String> rows(VectorRows vectors) {
        return vectors.rows().collect().stream()
                .map(row -> row.id() + " " + Arrays.toString(row.values()))
                .toList();
    }

    private static List<String> entries(VectorRows vectors) {
        return vectors.entries().collect().stream()
                .map(entry -> entry.row() + " " + entry.column() + " " + entry.value())
                .toList();
    }

    private void assertRefused(String message, Row... rows) {
        write(Arrays.asList(rows), 1);
        assertRefused(NAMED, message);
    }

    private void assertRefused(VectorColumns columns, String message) {
        assertThatThrownBy(() -> read(columns))
                .isInstanceOf(BadInputException.class)
                .hasMessageMatching(".*\\.parquet" + message);
    }
}
