package org.certifact.matrix;

import java.io.InvalidObjectException;
import java.io.ObjectStreamException;
import java.io.Serializable;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * What the driver has for every task. Not captured by a closure: a task carries the closures of its whole lineage, and
 * would carry every array of every generation with them. It is broadcast; only where tasks run in the driver's own process
 * they look at the driver's own, of which Spark would write a copy all the same.
 */
public abstract class Shared<T> implements Serializable {
    private static final long serialVersionUID = 1L;

    private Shared() {}

    /** Has a value for wherever an RDD is computed. */
    public static <T> Shared<T> of(JavaRDD<?> where, T value) {
        return inDriver(where.context())
                ? new Present<>(value)
                : new Sent<>(JavaSparkContext.fromSparkContext(where.context()).broadcast(value));
    }

    /** Has a value for this process alone. */
    static <T> Shared<T> here(T value) {
        return new Present<>(value);
    }

    /** Whether tasks run in the driver's process, and with its classes. */
    static boolean inDriver(SparkContext spark) {
        return spark.isLocal() && !spark.getConf().getBoolean("spark.executor.userClassPathFirst", false);
    }

    /** The value. Not to be modified. */
    public abstract T value();

    /** Lets go of it. Nothing that is still to be computed may need it. */
    public abstract void discard();

    /** On its way to the executors. */
    private static final class Sent<T> extends Shared<T> {
        private static final long serialVersionUID = 1L;

        private final Broadcast<T> broadcast;

        Sent(Broadcast<T> broadcast) {
            this.broadcast = broadcast;
        }

        @Override
        public T value() {
            return broadcast.value();
        }

        @Override
        public void discard() {
            broadcast.destroy();
        }
    }

    /** Written as a number, by which whoever reads it in this process finds the one that was written. */
    private static final class Present<T> extends Shared<T> {
        private static final long serialVersionUID = 1L;
        private static final Map<Long, Reference<Present<?>>> ALL = new ConcurrentHashMap<>();
        private static final ReferenceQueue<Present<?>> GONE = new ReferenceQueue<>();
        private static final AtomicLong NEXT = new AtomicLong();

        private final long number = NEXT.getAndIncrement();
        private transient volatile T value;

        Present(T value) {
            this.value = value;
            for (Reference<?> gone = GONE.poll(); gone != null; gone = GONE.poll()) {
                ALL.remove(((Entry) gone).number);
            }
            ALL.put(number, new Entry(this));
        }

        @Override
        public T value() {
            T present = value;
            if (present == null) {
                throw new IllegalStateException("shared value " + number + " was discarded, and a task needs it");
            }
            return present;
        }

        @Override
        public void discard() {
            value = null;
        }

        private Object readResolve() throws ObjectStreamException {
            Reference<Present<?>> entry = ALL.get(number);
            Present<?> written = entry == null ? null : entry.get();
            if (written == null) {
                throw new InvalidObjectException("shared value " + number + " is not in this process");
            }
            return written;
        }

        /** Lets the value go when no RDD of the driver's needs it. */
        private static final class Entry extends WeakReference<Present<?>> {
            private final long number;

            Entry(Present<?> present) {
                super(present, GONE);
                this.number = present.number;
            }
        }
    }
}
