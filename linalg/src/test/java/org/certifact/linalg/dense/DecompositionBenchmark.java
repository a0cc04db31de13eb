package org.certifact.linalg.dense;

import java.util.concurrent.TimeUnit;
import org.certifact.linalg.KnownSpectrum;
import org.certifact.linalg.block.DenseRows;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a sweep decomposes on the driver: matrices as wide as the factors, beside LAPACK's routines for the same. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "-Djdk.incubator.vector.VECTOR_ACCESS_OOB_CHECK=0"})
public class DecompositionBenchmark {

    @Param({"20", "74", "128"})
    public int size;

    private double[] matrix;
    private double[] gram;

    @Setup(Level.Trial)
    public void draw() {
        matrix = KnownSpectrum.gaussian(size * size, 1);
        gram = DenseRows.gram(matrix, size, size, null);
    }

    @Benchmark
    public SymmetricEigen eigen() {
        return SymmetricEigen.of(gram, size);
    }

    @Benchmark
    public SymmetricEigen eigenLapack() {
        return SymmetricEigen.large(gram, size);
    }

    @Benchmark
    public double[] values() {
        return SymmetricEigen.values(gram, size);
    }

    @Benchmark
    public double[] valuesLapack() {
        return SymmetricEigen.largeValues(gram, size);
    }

    @Benchmark
    public SmallSvd svd() {
        return SmallSvd.of(matrix, size);
    }

    @Benchmark
    public SmallSvd svdLapack() {
        return SmallSvd.large(matrix, size);
    }
}
