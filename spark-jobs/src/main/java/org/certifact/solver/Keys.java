package org.certifact.solver;

import java.util.List;
import java.util.SplittableRandom;
import org.apache.spark.api.java.JavaRDD;
import org.certifact.matrix.Blocks;
import org.certifact.matrix.FactorTable;

/**
 * A number for every row of one side, made of its id: what is drawn with it does not depend on how the rows are spread.
 *
 * @param hashes in block order
 */
record Keys(long[] hashes) {

    static Keys of(JavaRDD<String[]> ids) {
        List<long[]> parts = Blocks.collect(Blocks.map(ids, FactorTable::hashes));
        return new Keys(parts.stream().flatMapToLong(java.util.Arrays::stream).toArray());
    }

    int count() {
        return hashes.length;
    }

    /** The number of row i. */
    long of(int i) {
        return hashes[i];
    }

    /** A random stream of row i. */
    SplittableRandom random(int i, long seed) {
        return new SplittableRandom(hashes[i] ^ seed * 0x9e3779b97f4a7c15L);
    }

    /** Gaussian numbers, rows × columns. */
    double[] gaussian(int columns, long seed) {
        double[] out = new double[Math.multiplyExact(count(), columns)];
        for (int i = 0; i < count(); i++) {
            SplittableRandom random = random(i, seed);
            for (int c = 0; c < columns; c++) {
                out[i * columns + c] = random.nextGaussian();
            }
        }
        return out;
    }

    /** Rows drawn without replacement with chances as given (Efraimidis and Spirakis 2006). @return their numbers */
    int[] draw(double[] chances, int most, long seed) {
        record Ticket(int row, double arrival) {}
        return java.util.stream.IntStream.range(0, count())
                .filter(i -> chances[i] > 0)
                .mapToObj(i -> new Ticket(i, -Math.log(1 - random(i, seed).nextDouble()) / chances[i]))
                .sorted(java.util.Comparator.comparingDouble(Ticket::arrival))
                .limit(most)
                .mapToInt(Ticket::row)
                .toArray();
    }
}
