package org.certifact.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged results are read or refused: no stack trace, no hang. {@code -Dcertifact.fuzz=N} damages more of them. */
class MutatedResultTest {
    private static final int FILES = Integer.getInteger("certifact.fuzz", 1200) / 4;
    private static final int PARQUET_FILES = 3;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"report.json", "model.json"})
    void damagedDescriptionsAreReadOrRefused(String name) throws IOException {
        StoredResult result = SenateResult.CERTIFIED.stored().copy(directory.resolve("damaged"));
        Path file = result.directory().resolve(name);
        byte[] whole = Files.readAllBytes(file);
        Files.delete(result.directory().resolve("." + name + ".crc"));
        SplittableRandom random = new SplittableRandom(name.hashCode());
        int refused = 0;
        for (int k = 0; k < FILES; k++) {
            byte[] damaged = damaged(whole, random);
            Files.write(file, damaged);
            Invocation run = Invocation.of("inspect", result.directory().toString());
            assertThat(run.exitCode())
                    .as(() -> run.err() + new String(damaged, StandardCharsets.UTF_8))
                    .isIn(0, 3);
            refused += run.exitCode() == 3 ? 1 : 0;
        }
        assertThat(refused).isPositive();
    }

    @Test
    void aDamagedFactorDoesNotVerify() throws IOException {
        for (int k = 0; k < PARQUET_FILES; k++) {
            StoredResult result = SenateResult.CERTIFIED.stored().copy(directory.resolve("damaged" + k));
            Path part = onlyPart(result.directory().resolve(k % 2 == 0 ? "rows.parquet" : "columns.parquet"));
            Files.deleteIfExists(part.resolveSibling("." + part.getFileName() + ".crc"));
            Files.write(part, damaged(Files.readAllBytes(part), new SplittableRandom(k)));
            Invocation run = Invocation.of("verify", result.directory().toString());

            // numbers that are no longer finite end the check itself
            assertThat(run.exitCode()).as(run.err()).isIn(1, 2, 3);
            assertThat(run.err()).doesNotContain("\tat ");
        }
    }

    private static Path onlyPart(Path factor) throws IOException {
        try (Stream<Path> files = Files.list(factor)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Some bytes changed, a piece left out, or an end too early. */
    private static byte[] damaged(byte[] whole, SplittableRandom random) {
        byte[] out = whole.clone();
        switch (random.nextInt(3)) {
            case 0 -> {
                for (int change = random.nextInt(8); change >= 0; change--) {
                    out[random.nextInt(out.length)] = (byte) random.nextInt(256);
                }
            }
            case 1 -> {
                int start = random.nextInt(out.length);
                int end = Math.min(out.length, start + 1 + random.nextInt(200));
                out = new byte[whole.length - (end - start)];
                System.arraycopy(whole, 0, out, 0, start);
                System.arraycopy(whole, end, out, start, whole.length - end);
            }
            default -> out = java.util.Arrays.copyOf(whole, random.nextInt(whole.length));
        }
        return out;
    }
}
