package org.certifact.linalg.product;

import dev.ludovic.netlib.blas.JavaBLAS;
import java.util.concurrent.TimeUnit;
import org.certifact.linalg.KnownSpectrum;
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

/** Dense products as the solver has them: of rows of a factor with a small matrix, and of large squares. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "-Djdk.incubator.vector.VECTOR_ACCESS_OOB_CHECK=0"})
public class ProductBenchmark {
    private static final int ROWS = 20_000;
    private static final int SQUARE = 1024;

    @Param({"tiles", "blas"})
    public String product;

    @Param({"8", "21", "32", "44", "64"})
    public int rank;

    private MatrixProduct chosen;
    private MatrixView rows;
    private MatrixView small;
    private MatrixView image;
    private MatrixView gram;
    private MatrixView square;
    private MatrixView other;

    @Setup(Level.Trial)
    public void draw() {
        chosen = product.equals("tiles") ? new TiledProduct() : new BlasProduct(JavaBLAS.getInstance());
        rows = MatrixView.of(KnownSpectrum.gaussian(ROWS * rank, 1), ROWS, rank);
        small = MatrixView.of(KnownSpectrum.gaussian(rank * rank, 2), rank, rank);
        image = MatrixView.of(new double[ROWS * rank], ROWS, rank);
        gram = MatrixView.of(new double[rank * rank], rank, rank);
        square = MatrixView.of(KnownSpectrum.gaussian(SQUARE * SQUARE, 3), SQUARE, SQUARE);
        other = MatrixView.of(new double[SQUARE * SQUARE], SQUARE, SQUARE);
    }

    /** 2 · 20000 · rank² flops. */
    @Benchmark
    public MatrixView times() {
        chosen.add(1, rows, small, image);
        return image;
    }

    /** Half of 2 · 20000 · rank² flops. */
    @Benchmark
    public MatrixView gram() {
        chosen.addUpper(1, rows.transposed(), rows, gram);
        return gram;
    }

    /** Half of 2 · 1024³ flops, as a Cholesky factorization has them. */
    @Benchmark
    public MatrixView squares() {
        chosen.addUpper(-1, square.transposed(), square, other);
        return other;
    }
}
