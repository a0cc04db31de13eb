package org.certifact.linalg.kernel;

import java.util.concurrent.TimeUnit;
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

/** Every kernel on a block whose panel fits the second-level cache. Run {@code org.openjdk.jmh.Main}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "-Djdk.incubator.vector.VECTOR_ACCESS_OOB_CHECK=0"})
public class KernelBenchmark {
    /** Vectors that a sparse block is multiplied with. */
    private static final int COUNT = 8;

    @Param({"vector", "anyWidth", "scalar"})
    public String kernel;

    @Param({"16", "21", "32", "48", "64", "96"})
    public int rank;

    @Param({"false", "true"})
    public boolean weighted;

    private Kernel chosen;
    private SampleBlock sample;
    private double[] panel;
    private double[] gradient;
    private double[] panelGradient;
    private double[] residual;
    private double[] squares;
    private double[] p;
    private double[] image;
    private double[] few;
    private double[] fewImages;
    private double[] fewGram;

    @Setup(Level.Trial)
    public void draw() {
        chosen = switch (kernel) {
            case "vector" -> new VectorKernel();
            case "anyWidth" -> new VectorKernel(VectorAnyWidth::new);
            default -> new ScalarKernel();
        };
        sample = SampleBlock.of(5000, 2000, 300_000, rank, weighted);
        panel = sample.padded(chosen.stride(rank));
        gradient = new double[sample.u().length];
        panelGradient = new double[panel.length];
        residual = new double[sample.block().entries()];
        squares = new double[sample.block().rows()];
        p = new double[chosen.stride(rank)];
        System.arraycopy(sample.u(), 0, p, 0, rank);
        image = new double[p.length];
        few = new double[sample.block().panelRows() * COUNT];
        fewImages = new double[sample.block().rows() * COUNT];
        fewGram = new double[few.length];
    }

    @Benchmark
    public double residualGradient() {
        return chosen.residualGradient(sample.block(), sample.u(), panel, rank, gradient);
    }

    @Benchmark
    public double[] residual() {
        chosen.residual(sample.block(), sample.u(), panel, rank, residual);
        return residual;
    }

    @Benchmark
    public double panelGradient() {
        return chosen.addPanelGradient(sample.block(), sample.u(), panel, rank, panelGradient);
    }

    @Benchmark
    public double[] imageSquares() {
        chosen.imageSquares(sample.block(), sample.u(), panel, rank, squares);
        return squares;
    }

    @Benchmark
    public double[] rowNormal() {
        for (int i = 0; i < sample.block().rows(); i++) {
            chosen.rowNormal(sample.block(), i, p, panel, rank, image);
        }
        return image;
    }

    @Benchmark
    public double[] addTimes() {
        chosen.addTimes(sample.block(), few, COUNT, fewImages);
        return fewImages;
    }

    @Benchmark
    public double[] addTransposeTimes() {
        chosen.addTransposeTimes(sample.block(), fewImages, COUNT, few);
        return few;
    }

    @Benchmark
    public double[] addGramTimes() {
        chosen.addGramTimes(sample.block(), few, COUNT, fewGram);
        return fewGram;
    }
}
