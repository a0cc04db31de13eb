package org.certifact.datasets;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The number of the first line of each split of the files that are read in several. */
final class LineNumbers implements Serializable {
    /** By file, then by the split's first byte. */
    private final Map<Integer, Map<Long, Long>> firstLines = new HashMap<>();

    /** @param counts the lines of every split of the files that have more than one */
    LineNumbers(List<Count> counts) {
        Map<Integer, TreeMap<Long, Long>> sorted = new TreeMap<>();
        counts.forEach(count ->
                sorted.computeIfAbsent(count.file, file -> new TreeMap<>()).put(count.start, count.lines));
        sorted.forEach((file, splits) -> {
            Map<Long, Long> first = new HashMap<>();
            long next = 1;
            for (Map.Entry<Long, Long> split : splits.entrySet()) {
                first.put(split.getKey(), next);
                next += split.getValue();
            }
            firstLines.put(file, first);
        });
    }

    /** The 1-based number of the first line of the split that begins at that byte. */
    long first(int file, long start) {
        Map<Long, Long> splits = firstLines.get(file);
        if (splits == null) {
            return 1;
        }
        Long first = splits.get(start);
        if (first == null) {
            throw new IllegalStateException(
                    "the file changed while it was read: no split began at byte " + start + " before");
        }
        return first;
    }

    /** How many lines one split holds. A plain class because Spark's Kryo cannot write records. */
    static final class Count implements Serializable {

        private final int file;
        private final long start;
        private final long lines;

        /** @param start the split's first byte */
        Count(int file, long start, long lines) {
            this.file = file;
            this.start = start;
            this.lines = lines;
        }
    }
}
