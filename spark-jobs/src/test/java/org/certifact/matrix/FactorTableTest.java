package org.certifact.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.certifact.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scala.Tuple2;

class FactorTableTest {
    private static final List<String> IDS = IntStream.range(0, 40)
            .mapToObj(i -> i % 3 == 0 ? "id" + i : Integer.toString(i * 7))
            .toList();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 60})
    void rowsFindTheirIdsAndMissingOnesAreZero(int blocks) {
        JavaPairRDD<String, double[]> table = SharedSpark.context()
                .parallelize(IDS.subList(5, 40), 3)
                .mapToPair(id -> new Tuple2<>(id, new double[] {id.hashCode(), id.length()}));
        JavaRDD<String[]> ids = ids(blocks);

        Map<String, List<Double>> placed = byId(ids, FactorTable.align(table, ids, 2));

        assertThat(placed).hasSize(40);
        for (String id : IDS) {
            List<Double> expected =
                    IDS.indexOf(id) < 5 ? List.of(0.0, 0.0) : List.of((double) id.hashCode(), (double) id.length());
            assertThat(placed.get(id)).isEqualTo(expected);
        }
        assertThat(FactorTable.missing(table, ids)).isEqualTo(5);
    }

    @Test
    void rowsOfATableThatTheMatrixDoesNotHaveAreLeftOut() {
        JavaPairRDD<String, double[]> table = SharedSpark.context()
                .parallelize(List.of("x", "y", "z"), 2)
                .mapToPair(id -> new Tuple2<>(id, new double[] {id.charAt(0)}));
        JavaRDD<String[]> ids =
                SharedSpark.context().parallelize(List.of("y"), 1).map(id -> new String[] {id});
        assertThat(FactorTable.align(table, ids, 1).collect()).containsExactly('y');
        assertThat(FactorTable.missing(table, ids)).isZero();
    }

    @Test
    void rowsLeaveWithTheirIdsAndBiases() {
        JavaRDD<String[]> ids = ids(3);
        FactorMatrix biases = FactorTable.random(ids, 1, 1, 5);
        FactorMatrix factor = FactorTable.random(ids, 2, 1, 6);
        Map<String, List<Double>> expectedBiases = byId(ids, biases);
        Map<String, List<Double>> expectedFactors = byId(ids, factor);

        // Kryo cannot write records: what leaves an executor must be something else
        List<Tuple2<String, double[]>> rows = FactorTable.rows(ids, biases, factor)
                .map(row -> new Tuple2<>(
                        row.id(), new double[] {row.bias(), row.factors()[0], row.factors()[1], row.factors().length}))
                .collect();

        assertThat(rows).hasSize(40);
        for (Tuple2<String, double[]> row : rows) {
            List<Double> factors = expectedFactors.get(row._1());
            assertThat(row._2())
                    .containsExactly(expectedBiases.get(row._1()).get(0), factors.get(0), factors.get(1), 2.0);
        }
    }

    @Test
    void randomRowsAreTheSameForAnIdWhateverTheBlocks() {
        Map<String, List<Double>> one = byId(ids(1), FactorTable.random(ids(1), 3, 0.1, 4));
        assertThat(byId(ids(7), FactorTable.random(ids(7), 3, 0.1, 4))).isEqualTo(one);
        assertThat(byId(ids(7), FactorTable.random(ids(7), 3, 0.1, 5))).isNotEqualTo(one);
    }

    @Test
    void randomRowsAreGaussianOfTheScale() {
        List<String> many = IntStream.range(0, 5000).mapToObj(Integer::toString).toList();
        JavaRDD<String[]> ids =
                SharedSpark.context().parallelize(many, 2).glom().map(names -> names.toArray(String[]::new));
        double[] values = FactorTable.random(ids, 4, 0.1, 6).collect();
        assertThat(Arrays.stream(values).average().orElseThrow()).isCloseTo(0, within(0.003));
        assertThat(Arrays.stream(values).map(x -> x * x).average().orElseThrow())
                .isCloseTo(0.01, within(0.0005));
        assertThat(Arrays.stream(values).distinct().count()).isEqualTo(values.length);
    }

    @Test
    void idsAreWholeOnlyIfAllOfThemAre() {
        JavaRDD<String[]> whole = SharedSpark.context()
                .parallelize(List.of(1, 2, 3), 3)
                .map(i -> i == 2 ? new String[0] : new String[] {Integer.toString(i)});
        assertThat(FactorTable.allWhole(whole)).isTrue();
        assertThat(FactorTable.allWhole(ids(3))).isFalse();
    }

    @Test
    void idsAreWholeInPartitionsOfAnyNumberOfArrays() {
        JavaRDD<String> names = SharedSpark.context().parallelize(List.of("1", "2", "3", "x"), 2);
        JavaRDD<String[]> arrays = names.map(name -> new String[] {name});
        assertThat(FactorTable.allWhole(arrays)).isFalse();
        assertThat(FactorTable.allWhole(
                        arrays.filter(ids -> !ids[0].equals("x")).repartition(9)))
                .isTrue();
    }

    /** The ids in their blocks, as a matrix has them. */
    private static JavaRDD<String[]> ids(int blocks) {
        return SharedSpark.context()
                .parallelize(IntStream.range(0, blocks).boxed().toList(), blocks)
                .map(p -> inBlock(p, blocks));
    }

    private static String[] inBlock(int block, int blocks) {
        return IDS.stream()
                .filter(id -> IdOrder.block(id, blocks) == block)
                .sorted(IdOrder.BY_VALUE)
                .toArray(String[]::new);
    }

    private static Map<String, List<Double>> byId(JavaRDD<String[]> ids, FactorMatrix factor) {
        List<String> names = ids.collect().stream().flatMap(Arrays::stream).toList();
        double[] values = factor.collect();
        Map<String, List<Double>> out = new TreeMap<>();
        for (int i = 0; i < names.size(); i++) {
            List<Double> row = new ArrayList<>();
            for (int l = 0; l < factor.rank(); l++) {
                row.add(values[i * factor.rank() + l]);
            }
            out.put(names.get(i), row);
        }
        return out;
    }
}
