package org.certifact.datasets;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was read in one partition. Written by one task, then only read. */
final class PartitionTally implements Serializable {
    private static final int KEPT = 100;

    private final int partition;
    private final List<BadRecord> firstBad = new ArrayList<>();
    private final Map<Integer, Long> recordsByFile = new HashMap<>();
    private long entries;
    private long bad;
    private long lastSource = -1;

    PartitionTally(int partition) {
        this.partition = partition;
    }

    /** Counts what was parsed; two entries of one source are one record. */
    void add(Parsed parsed) {
        if (parsed.source() != lastSource) {
            lastSource = parsed.source();
            recordsByFile.merge(Source.file(lastSource), 1L, Long::sum);
        }
        if (parsed instanceof BadRecord record) {
            bad++;
            if (firstBad.size() < KEPT) {
                firstBad.add(record.withoutText());
            }
        } else {
            entries++;
        }
    }

    int partition() {
        return partition;
    }

    long entries() {
        return entries;
    }

    long bad() {
        return bad;
    }

    /** The first bad records in reading order, without their text. */
    List<BadRecord> firstBad() {
        return firstBad;
    }

    /** Good and bad records read from that file. */
    long records(int file) {
        return recordsByFile.getOrDefault(file, 0L);
    }
}
