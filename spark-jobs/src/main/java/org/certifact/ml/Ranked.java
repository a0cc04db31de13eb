package org.certifact.ml;

import java.io.Serializable;
import org.certifact.matrix.FactorTable;

/** The best rows of one side for one row of the other: ids with their ratings, best first. */
final class Ranked implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String[] ids;
    private final double[] ratings;

    Ranked(String[] ids, double[] ratings) {
        this.ids = ids;
        this.ratings = ratings;
    }

    String[] ids() {
        return ids;
    }

    double[] ratings() {
        return ratings;
    }

    /** The best of both, at most so many. */
    Ranked merge(Ranked other, int most) {
        int count = Math.min(most, ids.length + other.ids.length);
        String[] best = new String[count];
        double[] of = new double[count];
        int a = 0;
        int b = 0;
        for (int k = 0; k < count; k++) {
            boolean mine = b == other.ids.length
                    || (a < ids.length && beats(ratings[a], ids[a], other.ratings[b], other.ids[b]));
            best[k] = mine ? ids[a] : other.ids[b];
            of[k] = mine ? ratings[a++] : other.ratings[b++];
        }
        return new Ranked(best, of);
    }

    /** Ties go to the smaller id. */
    private static boolean beats(double rating, String id, double otherRating, String otherId) {
        return rating > otherRating || (rating == otherRating && FactorTable.BY_ID.compare(id, otherId) < 0);
    }
}
