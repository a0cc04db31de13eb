package org.certifact.jobs;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/**
 * The heap of this process during one run. On a cluster that is the driver's; in local mode, all there is.
 */
final class PeakHeap implements NotificationListener, AutoCloseable {
    private static final List<MemoryPoolMXBean> POOLS = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();

    private final long before;
    private final AtomicLong afterCollection = new AtomicLong();

    private PeakHeap(long before) {
        this.before = before;
    }

    /**
     * Bytes.
     *
     * @param before in use when the run began, after a full collection
     * @param peak sum of the pools' peaks, garbage included
     * @param peakAfterCollection most in use after a collection during the run, an upper bound of what was needed then; 0 if
     *     there was none
     */
    record Figures(long before, long peak, long peakAfterCollection) {}

    /** Collects garbage, then begins to watch. */
    static PeakHeap start() {
        System.gc();
        PeakHeap heap = new PeakHeap(
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        POOLS.forEach(MemoryPoolMXBean::resetPeakUsage);
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector).addNotificationListener(heap, null, null);
        }
        return heap;
    }

    @Override
    public void handleNotification(Notification notification, Object handback) {
        if (!notification.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
            return;
        }
        Map<String, MemoryUsage> after = GarbageCollectionNotificationInfo.from(
                        (CompositeData) notification.getUserData())
                .getGcInfo()
                .getMemoryUsageAfterGc();
        long used = POOLS.stream()
                .map(pool -> after.get(pool.getName()))
                .filter(usage -> usage != null)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
        afterCollection.accumulateAndGet(used, Math::max);
    }

    Figures figures() {
        long peak =
                POOLS.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        return new Figures(before, peak, afterCollection.get());
    }

    @Override
    public void close() {
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            try {
                ((NotificationEmitter) collector).removeNotificationListener(this);
            } catch (ListenerNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
