package org.certifact.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.certifact.SharedSpark;
import org.certifact.datasets.BadInputException;
import org.certifact.matrix.BlockMatrix;
import org.certifact.matrix.DenseData;
import org.certifact.matrix.FactorTable;
import org.certifact.matrix.PlacedData;
import org.certifact.solver.Bounds;
import org.certifact.solver.Goal;
import org.certifact.solver.Momentum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checkpoints damaged at random are never gone on from. {@code -Dcertifact.fuzz=N} damages more of them. */
class MutatedCheckpointTest {
    private static final int FILES = Integer.getInteger("certifact.fuzz", 1200) / 16;

    @TempDir
    private Path directory;

    @Test
    void aDamagedCheckpointIsRefusedWhereverTheDamageIs() throws IOException {
        CheckpointSpec spec = new CheckpointSpec(directory.toString(), 0, 1, true);
        CheckpointFiles files = CheckpointFiles.open(SharedSpark.context(), spec);
        Path checkpoint = directory.resolve(written(files));
        List<Path> parts = parts(checkpoint);
        assertThat(parts).hasSizeGreaterThanOrEqualTo(3);
        assertThat(files.newest()).isPresent();
        SplittableRandom random = new SplittableRandom(1);
        for (int k = 0; k < FILES; k++) {
            Path part = parts.get(random.nextInt(parts.size()));
            byte[] whole = Files.readAllBytes(part);
            byte[] damaged = damaged(whole, random);
            Files.write(part, damaged);
            assertThat(refused(files)).as("%s, attempt %d", part, k).isEqualTo(!Arrays.equals(damaged, whole));
            Files.write(part, whole);
        }
        assertThat(files.newest()).isPresent();
    }

    @Test
    void checksumsThatNameNothingAreRefused() throws IOException {
        CheckpointSpec spec = new CheckpointSpec(directory.toString(), 0, 1, true);
        CheckpointFiles files = CheckpointFiles.open(SharedSpark.context(), spec);
        Path checkpoint = directory.resolve(written(files));
        parts(checkpoint);
        Path sums = checkpoint.resolve("checksums.json");
        String whole = Files.readString(sums);
        for (String other : List.of("null", "{}", "[]", "", "7", whole.replaceAll("\"[0-9a-f]{64}\"", "null"))) {
            Files.writeString(sums, other);
            assertThat(refused(files)).as(other).isTrue();
        }
    }

    private static boolean refused(CheckpointFiles files) {
        try {
            return files.newest().isEmpty();
        } catch (BadInputException e) {
            assertThat(e).hasMessageContaining("no checkpoint is whole");
            return true;
        }
    }

    private static String written(CheckpointFiles files) {
        BlockMatrix data = PlacedData.of(DenseData.random(12, 9, 0.8, 1), 2, 0).matrix();
        Checkpoint state = new Checkpoint(
                Checkpoint.FORMAT,
                null,
                null,
                Checkpoint.Phase.FITTING,
                2,
                List.of(),
                3,
                Bounds.NONE,
                Goal.NONE,
                Momentum.NONE,
                2,
                null,
                null,
                7,
                1.5,
                List.of());
        return files.write(
                state,
                List.of(new CheckpointFiles.NamedFactor(
                        "rows.parquet", data.rowIds(), FactorTable.random(data.rowIds(), 2, 1, 5))));
    }

    /** All files but those that a local Hadoop file system keeps beside, which it would find the damage by; these go. */
    private static List<Path> parts(Path checkpoint) throws IOException {
        try (Stream<Path> all = Files.walk(checkpoint)) {
            List<Path> found = all.filter(Files::isRegularFile).sorted().toList();
            for (Path beside : found) {
                if (beside.toString().endsWith(".crc")) {
                    Files.delete(beside);
                }
            }
            return found.stream()
                    .filter(file -> !file.toString().endsWith(".crc"))
                    .filter(file -> file.toFile().length() > 0)
                    .toList();
        }
    }

    /** A byte changed, a piece left out, or an end too early. */
    private static byte[] damaged(byte[] whole, SplittableRandom random) {
        int at = random.nextInt(whole.length);
        int end = Math.min(whole.length, at + 1 + random.nextInt(50));
        byte[] out = whole.clone();
        out[at] = (byte) random.nextInt(256);
        return switch (random.nextInt(3)) {
            case 0 -> out;
            case 1 -> joined(Arrays.copyOf(whole, at), Arrays.copyOfRange(whole, end, whole.length));
            default -> Arrays.copyOf(whole, at);
        };
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] out = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, out, first.length, second.length);
        return out;
    }
}
