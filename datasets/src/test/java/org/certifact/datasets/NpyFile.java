package org.certifact.datasets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes .npy files as NumPy does. */
final class NpyFile {
    private NpyFile() {}

    /** A version 1.0 file with that header and those elements. */
    static String write(Path file, String header, byte[] elements) throws IOException {
        return write(file, 1, header, elements);
    }

    static String write(Path file, int version, String header, byte[] elements) throws IOException {
        int lengthBytes = version == 1 ? 2 : 4;
        int unpadded = 6 + 2 + lengthBytes + header.length() + 1;
        int length = header.length() + 1 + (64 - unpadded % 64) % 64;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
        ByteBuffer size = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(length);
        out.write(size.array(), 0, lengthBytes);
        String padding = " ".repeat(length - header.length() - 1);
        out.writeBytes((header + padding + "\n").getBytes(StandardCharsets.UTF_8));
        out.writeBytes(elements);
        Files.write(file, out.toByteArray());
        return file.toString();
    }

    static String header(String descr, String fortran, String shape) {
        return "{'descr': '" + descr + "', 'fortran_order': " + fortran + ", 'shape': " + shape + ", }";
    }

    /** A C-ordered little-endian file of doubles. */
    static String write(Path file, double[][] values) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * values[0].length * Double.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        for (double[] row : values) {
            for (double value : row) {
                bytes.putDouble(value);
            }
        }
        String shape = "(" + values.length + ", " + values[0].length + ")";
        return write(file, header("<f8", "False", shape), bytes.array());
    }

    /** The elements of a matrix as they stand in a file. */
    static byte[] elements(double[][] values, String descr, boolean fortran) {
        int rows = values.length;
        int columns = values[0].length;
        int width = descr.charAt(2) - '0';
        ByteBuffer bytes = ByteBuffer.allocate(rows * columns * width)
                .order(descr.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        for (int k = 0; k < rows * columns; k++) {
            double value = fortran ? values[k % rows][k / rows] : values[k / columns][k % columns];
            put(bytes, descr.substring(1), value);
        }
        return bytes.array();
    }

    private static void put(ByteBuffer bytes, String type, double value) {
        switch (type) {
            case "b1", "u1", "i1" -> bytes.put((byte) (long) value);
            case "u2", "i2" -> bytes.putShort((short) (long) value);
            case "u4", "i4" -> bytes.putInt((int) (long) value);
            case "i8" -> bytes.putLong((long) value);
            case "f4" -> bytes.putFloat((float) value);
            case "f8" -> bytes.putDouble(value);
            default -> throw new IllegalArgumentException("type " + type);
        }
    }
}
