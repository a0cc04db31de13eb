package org.certifact.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a comparison refuses, before any work. */
class BenchOptionsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--weighting 0.5 | --weighting 0.5: MLlib minimizes the objective of weighting 1 only; leave it at 1, or give --peer none",
                "--weighting 2 --peer none | --weighting 2.0: must be in [0,1]",
                "--center bias | --center bias: a comparison subtracts none or the mean, because fitting biases is no part of the peer's work",
                "--tolerance 1e-3,2 | --tolerance 2.0: must be below 1 and above --reference 1.0E-6, such as 1e-3",
                "--tolerance 1e-7 | --tolerance 1.0E-7: must be below 1 and above --reference 1.0E-6, such as 1e-3",
                "--reference 0 | --reference 0.0: must be above 0",
                "--runs 0 | --runs 0: must be at least 1",
                "--max-iterations 0 | --max-iterations 0: must be at least 1",
                "--generate 10x20 | --generate '10x20': must be ROWSxCOLUMNSxENTRIES, such as 100000x20000x10000000",
                "--generate 10x20x300 | --entries 300: 10 x 20 cells hold between 10 and 200, one a row at least",
                "--generate 10x20x100 --input a.csv | --generate and --input are both given; give one",
                "--rank 3 | options of generated ratings are given, but not --generate; give it, or no --rank, --noise, --row-exponent, --column-exponent, --columns-of-all and --half-stars",
            })
    void nonsenseIsRefused(String options, String message) {
        Invocation run = bench(("--lambda 1 " + options).split(" "));
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.message()).isEqualTo(message);
    }

    @Test
    void lambdaIsNeeded() {
        assertThat(bench().message())
                .isEqualTo("Missing required option: '--lambda=LAMBDA'; see certifact bench --help");
        assertThat(bench("--lambda", "0").message()).isEqualTo("--lambda 0.0: must be a number above 0");
    }

    @Test
    void anOptimumWithoutColumnsLeavesNothingToCompare() {
        assertThat(bench("--generate", "30x20x200", "--lambda", "1000").message())
                .isEqualTo("generated, rank 10, noise 0.5, seed 1: at --lambda 1000.0 the optimum has no columns,"
                        + " which leaves nothing to compare; give a smaller one");
    }

    @Test
    void anOutputThatExistsIsRefusedFirst(@TempDir Path directory) throws IOException {
        Path there = Files.writeString(directory.resolve("bench.json"), "mine");
        assertThat(bench("--lambda", "1", "--output", there.toString()).message())
                .isEqualTo(there + ": exists already; give another --output");
        Path nowhere = directory.resolve("no/bench.json");
        assertThat(bench("--lambda", "1", "--output", nowhere.toString()).message())
                .isEqualTo(nowhere + ": its directory does not exist or cannot be written to");
        assertThat(there).hasContent("mine");
    }

    private static Invocation bench(String... options) {
        List<String> all = new ArrayList<>(List.of("bench"));
        all.addAll(List.of(options));
        return Invocation.of(all);
    }
}
