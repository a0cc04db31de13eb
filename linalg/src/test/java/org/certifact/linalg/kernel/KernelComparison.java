package org.certifact.linalg.kernel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.IntStream;
import org.certifact.linalg.block.SparseBlock;

/**
 * The Java side of bench-kernels: writes a block for the C reference, warms both kernels up, then measures the one that
 * each line of its input names, {@code vector} or {@code scalar}, and answers nanoseconds a pass and the sum of squares.
 */
final class KernelComparison {
    private final SampleBlock sample;
    private final double[] gradient;
    private double sum;

    private KernelComparison(SampleBlock sample) {
        this.sample = sample;
        this.gradient = new double[sample.u().length];
    }

    /** @param args file, rows, panel rows, entries, rank, seconds a measurement, width of a row in the file */
    public static void main(String[] args) throws IOException {
        int rank = Integer.parseInt(args[4]);
        double seconds = Double.parseDouble(args[5]);
        SampleBlock sample = SampleBlock.of(
                Integer.parseInt(args[1]), Integer.parseInt(args[2]), Integer.parseInt(args[3]), rank, false);
        write(sample, Path.of(args[0]), Integer.parseInt(args[6]));
        KernelComparison comparison = new KernelComparison(sample);
        Kernel vector = new VectorKernel();
        Kernel scalar = new ScalarKernel();
        comparison.nanoseconds(vector, 2 + seconds);
        comparison.nanoseconds(scalar, 1 + seconds);
        System.out.println(sample.block().entries());
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            double time = comparison.nanoseconds(line.equals("vector") ? vector : scalar, seconds);
            System.out.println(time + " " + comparison.sum);
        }
    }

    private double nanoseconds(Kernel kernel, double seconds) {
        double[] panel = sample.padded(kernel.stride(sample.rank()));
        long begin = cpuTime();
        long end;
        int passes = 0;
        do {
            sum = kernel.residualGradient(sample.block(), sample.u(), panel, sample.rank(), gradient);
            passes++;
            end = cpuTime();
        } while (end - begin < 1e9 * seconds);
        return (double) (end - begin) / passes;
    }

    /** Of this thread alone: neither the compiler's time counts nor that of other processes. */
    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void write(SampleBlock sample, Path file, int width) throws IOException {
        SparseBlock block = sample.block();
        try (FileChannel out = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            write(out, block.rows(), block.panelRows(), block.entries());
            write(out, IntStream.rangeClosed(0, block.rows()).map(block::start).toArray());
            write(out, block.columns());
            write(out, block.values());
            write(out, sample.padded(sample.u(), width));
            write(out, sample.padded(width));
        }
    }

    private static void write(FileChannel out, int... numbers) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(4 * numbers.length).order(ByteOrder.nativeOrder());
        buffer.asIntBuffer().put(numbers);
        out.write(buffer);
    }

    private static void write(FileChannel out, double[] numbers) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(8 * numbers.length).order(ByteOrder.nativeOrder());
        buffer.asDoubleBuffer().put(numbers);
        out.write(buffer);
    }
}
