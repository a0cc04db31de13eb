package org.certifact.datasets;

import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Which columns a row has entries in: a given number of different ones, drawn one after the other with chances by their popularity.
 *
 * <p>Few columns are drawn and drawn again where one comes twice. Many would take too many draws; they are those with the smallest
 * exponential times at their rates, which is the same distribution (Efraimidis and Spirakis 2006). Not for several threads.
 */
final class RatedColumns {
    private static final int MANY = 16;
    private static final int MOST_DRAWS = 20;

    private final int columns;
    private final int ofAll;
    private final PowerLaw popularity;
    private final BitSet taken;

    /** @param ofAll the most popular columns that every row has */
    RatedColumns(int columns, int ofAll, PowerLaw popularity) {
        this.columns = columns;
        this.ofAll = ofAll;
        this.popularity = popularity;
        this.taken = new BitSet(columns);
    }

    /** Places of columns, 0 the most popular. @param count at least those of all @param key random numbers of the row */
    int[] draw(int count, long key) {
        if (count > columns / MANY) {
            return earliest(count, key);
        }
        int[] places = new int[count];
        int size = 0;
        for (; size < ofAll; size++) {
            places[size] = size;
            taken.set(size);
        }
        for (long draw = 0; size < count && draw < (long) MOST_DRAWS * count; draw++) {
            int place = popularity.draw(CellHash.uniform(CellHash.of(key, draw)));
            if (!taken.get(place)) {
                taken.set(place);
                places[size++] = place;
            }
        }
        for (int k = 0; k < size; k++) {
            taken.clear(places[k]);
        }
        return size == count ? places : earliest(count, key);
    }

    private int[] earliest(int count, long key) {
        double[] time = new double[columns];
        for (int place = 0; place < columns; place++) {
            double wait = -Math.log1p(-CellHash.uniform(CellHash.of(key, place)));
            time[place] = place < ofAll ? -1 : wait / popularity.share(place);
        }
        return IntStream.range(0, columns)
                .boxed()
                .sorted(Comparator.comparingDouble(place -> time[place]))
                .limit(count)
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
