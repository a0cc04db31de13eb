package org.certifact.datasets;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** The entries of a partition; all that is parsed is tallied, and the tally is published when the partition has been read to its end. */
final class TalliedEntries implements Iterator<Entry> {
    private final Iterator<Parsed> parsed;
    private final PartitionTally tally;
    private final ReadTally published;
    private Entry next;
    private boolean ended;

    TalliedEntries(int partition, Iterator<Parsed> parsed, ReadTally published) {
        this.parsed = parsed;
        this.tally = new PartitionTally(partition);
        this.published = published;
    }

    @Override
    public boolean hasNext() {
        while (next == null && parsed.hasNext()) {
            Parsed record = parsed.next();
            tally.add(record);
            if (record instanceof Entry entry) {
                next = entry;
            }
        }
        if (next == null && !ended) {
            ended = true;
            published.add(tally);
        }
        return next != null;
    }

    @Override
    public Entry next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Entry entry = next;
        next = null;
        return entry;
    }
}
