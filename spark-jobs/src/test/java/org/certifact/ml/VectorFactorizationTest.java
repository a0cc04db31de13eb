package org.certifact.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.certifact.SharedSpark;
import org.certifact.datasets.BadInputException;
import org.certifact.linalg.certify.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorFactorizationTest {
    @TempDir
    private Path directory;

    @Test
    void nmfOfSeparatedTopicsIsCertified() throws IOException {
        Dataset<Row> vectors = vectors(true);
        CertifiedNMFModel model =
                new CertifiedNMF().setRegShare(0.3).setOutputCol("topics").fit(vectors);
        assertThat(model.summary().verdict()).isEqualTo(Verdict.CERTIFIED);
        assertThat(model.rank()).isEqualTo(2);
        assertThat(java.util.Arrays.stream(model.components().toArray()).filter(x -> x >= 0))
                .hasSize(12);
        List<Row> codes = model.transform(vectors).sort("id").collectAsList();
        assertThat(codes).hasSize(12);
        // sparse or dense, a record has the code that it was fitted with
        List<Row> dense = model.transform(vectors(false)).sort("id").collectAsList();
        List<Row> fitted = model.factors().rows().sort("id").collectAsList();
        for (int i = 0; i < 12; i++) {
            Vector code = codes.get(i).getAs("topics");
            double[] u = fitted.get(i).<Double>getList(2).stream()
                    .mapToDouble(x -> x)
                    .toArray();
            assertThat(code.toArray()).containsExactly(u, within(0.02));
            assertThat(dense.get(i).<Vector>getAs("topics").toArray()).containsExactly(code.toArray(), within(1e-9));
        }
        model.save(directory.resolve("nmf").toString());
        CertifiedNMFModel loaded =
                CertifiedNMFModel.load(directory.resolve("nmf").toString());
        assertThat(loaded.transform(vectors).sort("id").collectAsList()).isEqualTo(codes);
        assertThatThrownBy(() ->
                        CertifiedDictionaryModel.load(directory.resolve("nmf").toString()))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("is a model of nmf, not of dictionary");
    }

    @Test
    void codesOfADictionaryAreSparse() throws IOException {
        Dataset<Row> vectors = vectors(false);
        CertifiedDictionary dictionary = new CertifiedDictionary().setSparsity(0.2);
        dictionary.setRegShare(0.3).setTolerance(0.6).setCertifyTime(2);
        dictionary.save(directory.resolve("estimator").toString());
        CertifiedDictionaryModel model = CertifiedDictionary.load(
                        directory.resolve("estimator").toString())
                .fit(vectors);
        assertThat(model.summary().dual())
                .isPositive()
                .isLessThanOrEqualTo(model.summary().primal());
        model.save(directory.resolve("dictionary").toString());
        List<Row> codes = CertifiedDictionaryModel.load(
                        directory.resolve("dictionary").toString())
                .transform(vectors)
                .sort("id")
                .collectAsList();
        assertThat(codes).isEqualTo(model.transform(vectors).sort("id").collectAsList());
        assertThat(codes)
                .allSatisfy(row -> assertThat(row.<Object>getAs("codes")).isInstanceOf(SparseVector.class));
        assertThat(codes).anyMatch(row -> row.<SparseVector>getAs("codes").numActives() < model.rank());
    }

    @Test
    void whatCannotBeUsedIsSaid() {
        assertThatThrownBy(() -> new CertifiedNMF().fit(frame(Vectors.dense(1, 2), Vectors.dense(1, -2))))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith("column 'features', row 2: the vector holds -2.0; non-negative");
        assertThatThrownBy(() -> new CertifiedNMF().fit(frame(Vectors.dense(1, 2), Vectors.dense(1, 2, 3))))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("all must have as many");
        assertThatThrownBy(() -> new CertifiedDictionary().fit(frame(Vectors.dense(1, 2), null)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("row 2: the vector is null");
        assertThatThrownBy(() -> new CertifiedDictionary().fit(frame(Vectors.dense(1, Double.NaN))))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("holds NaN");
        assertThatThrownBy(() -> new CertifiedNMF().fit(frame()))
                .isInstanceOf(BadInputException.class)
                .hasMessage("the data frame has no vectors");
        assertThatThrownBy(() -> new CertifiedNMF().setInputCol("id").fit(frame()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("column 'id' is of type int, not of Spark ML vectors");
    }

    /** Records of two topics with no term in common. */
    private static Dataset<Row> vectors(boolean sparse) {
        SplittableRandom random = new SplittableRandom(2);
        List<Vector> vectors = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            double[] values = new double[6];
            int first = i % 2 == 0 ? 0 : 3;
            double size = 1 + 4 * random.nextDouble();
            for (int j = first; j < first + 3; j++) {
                values[j] = size * (1 + j % 3) + 0.1 * random.nextDouble();
            }
            vectors.add(sparse ? Vectors.dense(values).toSparse() : Vectors.dense(values));
        }
        return frame(vectors.toArray(Vector[]::new));
    }

    private static Dataset<Row> frame(Vector... vectors) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < vectors.length; i++) {
            rows.add(RowFactory.create(i, vectors[i]));
        }
        return SharedSpark.session()
                .createDataFrame(
                        rows,
                        new StructType().add("id", DataTypes.IntegerType).add("features", SQLDataTypes.VectorType()));
    }
}
