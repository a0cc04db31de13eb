package org.certifact.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.rdd.RDD;
import org.apache.spark.storage.StorageLevel;
import org.certifact.SharedSpark;
import org.junit.jupiter.api.Test;
import scala.Tuple2;

class BlocksTest {

    @Test
    void blocksMeetByTheirNumberAndComeBackInOrder() {
        JavaRDD<String> named = Blocks.zipNumbered(
                blocks("a", "b", "c"), Blocks.map(blocks("x", "y", "z"), s -> s + s), (p, a, b) -> p + a + b);
        assertThat(Blocks.collect(named)).containsExactly("0axx", "1byy", "2czz");
        assertThat(Blocks.collect(Blocks.numbered(named, (p, s) -> s.length() + p)))
                .containsExactly(4, 5, 6);
    }

    @Test
    void aPartitionOfAnyNumberOfElementsMakesOneResult() {
        JavaRDD<Integer> numbers =
                SharedSpark.context().parallelize(List.of(1, 2, 3, 4, 5), 7).filter(k -> k != 3);
        assertThat(Blocks.collect(Blocks.whole(numbers, elements -> {
                    int sum = 0;
                    while (elements.hasNext()) {
                        sum += elements.next();
                    }
                    return sum;
                })))
                .hasSize(7)
                .contains(0, 1, 2, 4, 5)
                .doesNotContain(3);
    }

    @Test
    void rddsOfDifferentNumbersOfBlocksDoNotMeet() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Blocks.zip(blocks("a", "b"), blocks("x"), (a, b) -> a + b))
                .withMessageContaining("1 partitions")
                .withMessageContaining("has 2");
    }

    @Test
    void aParentMayBeCheckpointedBetweenTwoComputations() {
        JavaRDD<String> parent = Blocks.map(blocks("a", "b"), s -> s + "!").persist(StorageLevel.MEMORY_AND_DISK());
        JavaRDD<String> child = Blocks.map(parent, s -> s + "?");
        parent.checkpoint();
        assertThat(Blocks.collect(child)).containsExactly("a!?", "b!?");
        assertThat(parent.isCheckpointed()).isTrue();
        assertThat(Blocks.collect(child)).containsExactly("a!?", "b!?");
        assertThat(Blocks.collect(Blocks.map(parent, s -> s + "?"))).containsExactly("a!?", "b!?");
        parent.unpersist();
    }

    @Test
    void everyMessageReachesItsBlock() {
        JavaRDD<Tuple2<Integer, double[]>> messages = SharedSpark.context()
                .parallelize(List.of(0, 1, 2, 3, 4, 5), 3)
                .map(k -> new Tuple2<>(k % 4, new double[] {k, Double.NaN, -0.0}));
        RDD<Tuple2<Integer, double[]>> delivered = Delivery.of(messages, 4);
        List<List<Double>> received = Blocks.collect(Blocks.of(List.of(delivered), (p, parts) -> {
            List<Double> first = new ArrayList<>();
            Delivery.<double[]>read(parts.get(0)).forEachRemaining(m -> first.add(m[0]));
            return Blocks.one(first);
        }));
        assertThat(received).hasSize(4);
        for (int p = 0; p < 4; p++) {
            int block = p;
            assertThat(received.get(p))
                    .hasSize(p < 2 ? 2 : 1)
                    .allSatisfy(k -> assertThat(k.intValue() % 4).isEqualTo(block));
        }
    }

    private static JavaRDD<String> blocks(String... elements) {
        return SharedSpark.context().parallelize(List.of(elements), elements.length);
    }
}
