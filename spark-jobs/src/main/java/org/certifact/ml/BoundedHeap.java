package org.certifact.ml;

/** The largest scores offered so far with the places they belong to, on primitive arrays; ties go to the smaller place. */
final class BoundedHeap {
    private final double[] scores;
    private final int[] places;
    private int size;

    /** @param most how many are kept */
    BoundedHeap(int most) {
        scores = new double[most];
        places = new int[most];
    }

    /** What a score must be at least to be kept. */
    double threshold() {
        return size < scores.length ? Double.NEGATIVE_INFINITY : scores[0];
    }

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    /** Keeps a score if it is among the largest. */
    void offer(double score, int place) {
        if (size < scores.length) {
            up(size++, score, place);
        } else if (worse(scores[0], places[0], score, place)) {
            down(score, place, size);
        }
    }

    /** The places kept, best first; the heap is then empty. */
    int[] drain() {
        int[] best = new int[size];
        for (int last = size - 1; last >= 0; last--) {
            best[last] = places[0];
            down(scores[last], places[last], last);
        }
        size = 0;
        return best;
    }

    private static boolean worse(double score, int place, double thanScore, int thanPlace) {
        return score < thanScore || (score == thanScore && place > thanPlace);
    }

    private void up(int at, double score, int place) {
        int hole = at;
        while (hole > 0) {
            int parent = (hole - 1) / 2;
            if (!worse(score, place, scores[parent], places[parent])) {
                break;
            }
            move(parent, hole);
            hole = parent;
        }
        put(hole, score, place);
    }

    /** Replaces the root among the first so many. */
    private void down(double score, int place, int among) {
        int hole = 0;
        while (2 * hole + 1 < among) {
            int child = 2 * hole + 1;
            if (child + 1 < among && worse(scores[child + 1], places[child + 1], scores[child], places[child])) {
                child++;
            }
            if (!worse(scores[child], places[child], score, place)) {
                break;
            }
            move(child, hole);
            hole = child;
        }
        put(hole, score, place);
    }

    private void move(int from, int to) {
        put(to, scores[from], places[from]);
    }

    private void put(int at, double score, int place) {
        scores[at] = score;
        places[at] = place;
    }
}
