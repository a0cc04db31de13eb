package org.certifact.datasets;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.util.AccumulatorV2;

/**
 * What was read, by partition. Reading a partition again replaces its tally, so that neither retried tasks nor a second evaluation count
 * twice.
 */
final class ReadTally extends AccumulatorV2<PartitionTally, Collection<PartitionTally>> {
    private final Map<Integer, PartitionTally> byPartition = new ConcurrentHashMap<>();

    @Override
    public boolean isZero() {
        return byPartition.isEmpty();
    }

    @Override
    public ReadTally copy() {
        ReadTally copy = new ReadTally();
        copy.byPartition.putAll(byPartition);
        return copy;
    }

    @Override
    public void reset() {
        byPartition.clear();
    }

    @Override
    public void add(PartitionTally tally) {
        byPartition.put(tally.partition(), tally);
    }

    @Override
    public void merge(AccumulatorV2<PartitionTally, Collection<PartitionTally>> other) {
        other.value().forEach(this::add);
    }

    @Override
    public Collection<PartitionTally> value() {
        return byPartition.values();
    }
}
