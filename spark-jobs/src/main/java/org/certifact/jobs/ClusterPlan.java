package org.certifact.jobs;

import java.util.Locale;
import org.certifact.linalg.certify.SpectralPolar;
import org.certifact.solver.HeldHalves;

/**
 * What a matrix completion of a given size needs of a cluster. The rules are sums over what is kept, with the factors by
 * which measured heaps exceed them.
 *
 * @param rows m
 * @param columns n
 * @param entries N
 * @param rank r, the largest one on the way
 */
record ClusterPlan(long rows, long columns, long entries, int rank) {
    /** A double and a position, in each order that is kept. */
    private static final long STORED_ENTRY = Double.BYTES + Integer.BYTES;

    /** While blocks are built there are also the entries as they were gathered, and the raw blocks of both orders. */
    private static final long GATHERED_ENTRY = 72;

    /** Generations of a factor that exist at a time: the last one, its step, and the one in the making. */
    private static final int GENERATIONS = 3;

    /** Vectors of the shorter side that a certificate keeps on the driver: four chains of Lanczos and what they are checked by. */
    private static final int DRIVER_VECTORS = 400;

    /** Numbers of a sweep's sums that the driver takes block by block; more are added up on the executors first. */
    private static final long GATHERED_NUMBERS = 1 << 24;

    /** Entries that keep one core busy for a tenth of a second a sweep at rank 20. */
    private static final long ENTRIES_A_CORE = 2_000_000;

    private static final int CORES_AN_EXECUTOR = 4;
    private static final long LEAST_EXECUTOR = 1L << 30;

    /** Heap that Spark and the JVM take for themselves. */
    private static final long RESERVED = 400L << 20;

    /** Of a heap, what may be in use after a collection where collections shall stay rare. */
    private static final double FILL = 0.6;

    /** Bytes of the data as they are kept during the sweeps, in all. */
    long dataBytes() {
        return STORED_ENTRY * entries * (once() ? 1 : 2);
    }

    /** Whether nobody asks for the columns: entries are read by rows. */
    private boolean once() {
        return held() && rows >= columns;
    }

    /** Whether the shorter factor travels with the tasks: a task sends back its rows' sums, so that nothing is shuffled. */
    boolean held() {
        return HeldHalves.suit(rows, columns);
    }

    /** Bytes while the data are being built, in all: more than later. */
    long buildBytes() {
        return GATHERED_ENTRY * entries;
    }

    /** Bytes of both factors, in all their generations. */
    long factorBytes() {
        return (long) Double.BYTES * GENERATIONS * (rows + columns) * rank;
    }

    /** Bytes that a sweep shuffles at most: a row of rank numbers for each block that needs it, in both directions. */
    long shuffleBytes() {
        if (held()) {
            return 0;
        }
        return (long) Double.BYTES
                * rank
                * (Math.min(columns * blocks(), entries) + Math.min(rows * blocks(), entries));
    }

    /** Bytes of the panels, the other factor's rows that a task needs, of all tasks that run at a time. */
    long panelBytes() {
        long entriesABlock = entries / blocks() + 1;
        return (long) Double.BYTES * rank * Math.min(Math.max(rows, columns), entriesABlock) * cores();
    }

    /** Bytes that the driver keeps during a certificate, while new columns go through it, and of a sweep's sums. */
    long driverBytes() {
        long shorter = Math.min(rows, columns);
        // the shorter side's Gram matrix is kept twice where it is formed
        long gram = shorter <= SpectralPolar.MOST_FORMED ? 2 * shorter * shorter : 0;
        long sums = held() ? Math.min(GATHERED_NUMBERS, blocks() * shorter * (rank + 1)) : 0;
        return Double.BYTES * (DRIVER_VECTORS * shorter + gram + sums + 2 * (rows + columns) * rank);
    }

    int cores() {
        return (int) Math.min(100_000, Math.max(2, divided(entries, ENTRIES_A_CORE)));
    }

    int executors() {
        return (int) divided(cores(), CORES_AN_EXECUTOR);
    }

    int coresAnExecutor() {
        return (int) divided(cores(), executors());
    }

    /** Blocks a side: some a core, so that the last task of a stage is a short one. */
    int blocks() {
        return 2 * cores();
    }

    /** Heap of an executor. */
    long executorMemory() {
        long kept = Math.max(buildBytes(), dataBytes() + factorBytes() + panelBytes());
        return Math.max(LEAST_EXECUTOR, RESERVED + (long) (kept / FILL) / executors());
    }

    /** Heap of the driver. */
    long driverMemory() {
        return Math.max(LEAST_EXECUTOR, RESERVED + (long) (driverBytes() / FILL));
    }

    /** Heap of one process that does all, in local mode. */
    long localMemory() {
        return executorMemory() * executors() + driverMemory() - RESERVED;
    }

    /** The plan for people, with the options that follow from it. */
    String text() {
        return String.format(
                Locale.ROOT,
                """
                matrix       %d x %d, %d entries; planned for rank %d
                data         %s, %s; %s while they are built
                factors      %s, with steps and the next generation
                panels       %s, of all tasks at a time
                shuffle      %s
                driver       %s during a certificate
                cluster      --num-executors %d --executor-cores %d --executor-memory %s --driver-memory %s
                blocks       --row-blocks %d --column-blocks %d
                one machine  --master 'local[%d]' --driver-memory %s
                """,
                rows,
                columns,
                entries,
                rank,
                shown(dataBytes()),
                once() ? "by rows only" : "by rows and by columns",
                shown(buildBytes()),
                shown(factorBytes()),
                shown(panelBytes()),
                held()
                        ? "nothing: the shorter factor travels with the tasks"
                        : "at most " + shown(shuffleBytes()) + " a sweep",
                shown(driverBytes()),
                executors(),
                coresAnExecutor(),
                option(executorMemory()),
                option(driverMemory()),
                blocks(),
                blocks(),
                cores(),
                option(localMemory()));
    }

    private static long divided(long total, long share) {
        return (total + share - 1) / share;
    }

    private static String shown(long bytes) {
        double megabytes = bytes / 1e6;
        return megabytes < 1000
                ? String.format(Locale.ROOT, "%.1f MB", megabytes)
                : String.format(Locale.ROOT, "%.1f GB", megabytes / 1000);
    }

    /** Whole gigabytes, as Spark and the JVM read them. */
    private static String option(long bytes) {
        return divided(bytes, 1L << 30) + "g";
    }
}
