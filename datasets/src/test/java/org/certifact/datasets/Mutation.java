package org.certifact.datasets;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/** Damages files: bits, bytes, numbers, missing, repeated and foreign pieces, and ends too early. */
final class Mutation {
    private static final int MOST_CHANGES = 4;
    private static final List<String> NUMBERS = List.of(
            "0",
            "-1",
            "2147483647",
            "2147483648",
            "-2147483649",
            "4294967296",
            "9223372036854775807",
            "99999999999999999999999",
            "1e309",
            "nan",
            "0x10",
            "1e-400");
    private static final byte[] BYTES = {0, -1, 127, -128, 1, '\n', '\r', '"', ',', ' ', '-', '9', '%', '\\'};

    private final SplittableRandom random;

    Mutation(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** A damaged copy. @param other another file to take pieces of */
    byte[] of(byte[] file, byte[] other) {
        byte[] out = file.clone();
        for (int change = random.nextInt(MOST_CHANGES); change >= 0; change--) {
            if (out.length > 0) {
                out = once(out, other.length > 0 ? other : file);
            }
        }
        return out;
    }

    private byte[] once(byte[] file, byte[] other) {
        int at = random.nextInt(file.length);
        int end = Math.min(file.length, at + 1 + random.nextInt(random.nextBoolean() ? 4 : file.length));
        return switch (random.nextInt(8)) {
            case 0 -> set(file, at, (byte) (file[at] ^ 1 << random.nextInt(8)));
            case 1 -> set(file, at, BYTES[random.nextInt(BYTES.length)]);
            case 2 -> joined(file, 0, at, new byte[0], end, file.length);
            case 3 -> joined(file, 0, end, new byte[0], at, file.length);
            case 4 -> joined(file, 0, at, new byte[0], file.length, file.length);
            case 5 -> number(file, at);
            case 6 -> {
                int from = random.nextInt(other.length);
                int length = 1 + random.nextInt(Math.min(64, other.length - from));
                byte[] piece = new byte[length];
                System.arraycopy(other, from, piece, 0, length);
                yield joined(file, 0, at, piece, end, file.length);
            }
            default -> {
                byte[] noise = new byte[1 + random.nextInt(16)];
                random.nextBytes(noise);
                yield joined(file, 0, at, noise, at, file.length);
            }
        };
    }

    /** Replaces the first run of digits at or after a place, and four bytes where there is none. */
    private byte[] number(byte[] file, int at) {
        int start = at;
        while (start < file.length && !Character.isDigit(file[start])) {
            start++;
        }
        int end = start;
        while (end < file.length && Character.isDigit(file[end])) {
            end++;
        }
        if (start < file.length) {
            byte[] other = NUMBERS.get(random.nextInt(NUMBERS.size())).getBytes(StandardCharsets.US_ASCII);
            return joined(file, 0, start, other, end, file.length);
        }
        byte high = (byte) (random.nextBoolean() ? 0x7f : 0xff);
        return joined(file, 0, at, new byte[] {high, -1, -1, -1}, Math.min(file.length, at + 4), file.length);
    }

    private static byte[] set(byte[] file, int at, byte value) {
        byte[] out = file.clone();
        out[at] = value;
        return out;
    }

    private static byte[] joined(byte[] file, int from, int to, byte[] between, int next, int end) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(file, from, to - from);
        out.writeBytes(between);
        out.write(file, next, end - next);
        return out.toByteArray();
    }
}
