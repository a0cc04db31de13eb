package org.certifact.matrix;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.rdd.RDD;
import org.apache.spark.rdd.ShuffledRDD;
import org.apache.spark.serializer.Serializer;
import org.apache.spark.serializer.SerializerInstance;
import scala.Tuple2;

/** Brings messages to the blocks that they are for: a shuffle whose key is the partition. */
final class Delivery {
    private Delivery() {}

    /** @param messages each with the number of its block @return one partition a block */
    static <M> RDD<Tuple2<Integer, M>> of(JavaRDD<Tuple2<Integer, M>> messages, int blocks) {
        ShuffledRDD<Integer, M, M> shuffled = new ShuffledRDD<>(
                messages.rdd(), new BlockPartitioner(blocks), Blocks.any(), Blocks.any(), Blocks.any());
        @SuppressWarnings("unchecked")
        RDD<Tuple2<Integer, M>> delivered = (RDD<Tuple2<Integer, M>>) (RDD<?>) shuffled.setSerializer(new Present());
        return delivered;
    }

    /** What an element has for a block of the other side; null for nothing. */
    @FunctionalInterface
    interface Parcel<A, M> extends Serializable {
        M of(A from, int block);
    }

    /**
     * Brings to every block what each element has for it. Within one process nothing is copied for that: every block looks
     * at all elements, which are kept, itself.
     *
     * @param kept persisted, one element a partition
     * @param blocks number of blocks of the other side
     * @return one partition a block
     */
    static <A, M> JavaRDD<M> exchange(JavaRDD<A> kept, Parcel<A, M> parcel, int blocks) {
        if (EveryPart.pays(kept, blocks)) {
            return Blocks.of(List.of(EveryPart.ownFirst(kept, blocks).rdd()), (q, parts) -> {
                List<M> mine = new ArrayList<>();
                Delivery.<A>all(parts.get(0)).forEachRemaining(from -> {
                    M message = parcel.of(from, q);
                    if (message != null) {
                        mine.add(message);
                    }
                });
                return mine.iterator();
            });
        }
        JavaRDD<Tuple2<Integer, M>> messages = Blocks.of(List.of(kept.rdd()), (p, parts) -> {
            A from = Delivery.<A>all(parts.get(0)).next();
            return IntStream.range(0, blocks)
                    .mapToObj(q -> new Tuple2<>(q, parcel.of(from, q)))
                    .filter(message -> message._2() != null)
                    .iterator();
        });
        return Blocks.of(List.of(of(messages, blocks)), (q, parts) -> read(parts.get(0)));
    }

    /** What a block received, where there are no keys. */
    @SuppressWarnings("unchecked")
    static <M> Iterator<M> all(Iterator<?> received) {
        return (Iterator<M>) received;
    }

    /** What a block received, without the keys. */
    @SuppressWarnings("unchecked")
    static <M> Iterator<M> read(Iterator<?> received) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return received.hasNext();
            }

            @Override
            public M next() {
                return (M) ((Tuple2<?, ?>) received.next())._2();
            }
        };
    }

    /**
     * The executor's own serializer. A shuffle's serializer travels with every task, and a Kryo one that has just arrived
     * makes all its instances anew, each with hundreds of classes to register: longer than a small sweep.
     */
    private static final class Present extends Serializer implements Serializable {
        private static final long serialVersionUID = 1L;

        @Override
        public SerializerInstance newInstance() {
            return SparkEnv.get().serializer().newInstance();
        }

        /** Says no, for the writer that Spark takes otherwise never closes its stream, and so loses a Kryo a task. */
        @Override
        public boolean supportsRelocationOfSerializedObjects() {
            return false;
        }
    }
}
