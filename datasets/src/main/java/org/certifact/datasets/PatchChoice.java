package org.certifact.datasets;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;

/** Chooses patches by a hash of seed and id: the same however they are spread. */
final class PatchChoice implements Serializable {
    private final long seed;
    private final double below;
    private final long count;

    private PatchChoice(long seed, double below, long count) {
        this.seed = seed;
        this.below = below;
        this.count = count;
    }

    /** All of them. */
    static PatchChoice all(long count) {
        return new PatchChoice(0, 1, count);
    }

    /** Those with the least hashes, as many as the limit, of more than that. Evaluates the ids. */
    static PatchChoice least(JavaRDD<String> ids, int limit, long seed) {
        List<double[]> least = ids.mapPartitions(part -> least(part, limit, seed), true)
                .setName("choice of patches")
                .collect();
        double[] hashes =
                least.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
        double below = hashes[limit];
        // fewer than the limit if two hashes are equal there
        long count = Arrays.stream(hashes).filter(hash -> hash < below).count();
        return new PatchChoice(seed, below, count);
    }

    /** The least hashes of a partition, one more than the limit. */
    private static Iterator<double[]> least(Iterator<String> ids, int limit, long seed) {
        PriorityQueue<Double> largestFirst = new PriorityQueue<>((a, b) -> Double.compare(b, a));
        while (ids.hasNext()) {
            largestFirst.add(EntryHash.uniform(seed, ids.next(), ""));
            if (largestFirst.size() > limit + 1) {
                largestFirst.remove();
            }
        }
        return Stream.of(largestFirst.stream().mapToDouble(Double::doubleValue).toArray())
                .iterator();
    }

    boolean test(String id) {
        return below >= 1 || EntryHash.uniform(seed, id, "") < below;
    }

    /** How many are chosen. */
    long count() {
        return count;
    }
}
