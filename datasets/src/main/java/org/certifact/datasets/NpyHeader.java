package org.certifact.datasets;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.Serializable;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The header of a .npy file (NumPy Enhancement Proposal 1 and numpy.lib.format, versions 1.0 to 3.0).
 *
 * @param descr the type string of the elements
 * @param fortran whether columns, not rows, are contiguous
 * @param start the first byte of the elements
 */
record NpyHeader(String descr, boolean fortran, long rows, int columns, long start) implements Serializable {
    static final String MAGIC = "\u0093NUMPY";

    private static final int MAX_LENGTH = 1 << 20;
    private static final Pattern DESCR = Pattern.compile("'descr'\\s*:\\s*('[^']*'|\\[.*\\])");
    private static final Pattern FORTRAN = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([0-9L,\\s]*)\\)");

    /**
     * @param name the file's name in messages
     * @throws BadInputException if it is not the header of a two-dimensional array of a known type
     */
    static NpyHeader read(DataInputStream in, String name) throws IOException {
        try {
            byte[] magic = new byte[MAGIC.length()];
            in.readFully(magic);
            if (!new String(magic, StandardCharsets.ISO_8859_1).equals(MAGIC)) {
                throw new BadInputException(name + ": is not a .npy file; name its format if it is another");
            }
            int version = in.readUnsignedByte();
            in.readUnsignedByte();
            int lengthBytes = version == 1 ? Short.BYTES : Integer.BYTES;
            int length = Integer.reverseBytes(version == 1 ? in.readUnsignedShort() << Short.SIZE : in.readInt());
            if (version < 1 || version > 3 || length < 0 || length > MAX_LENGTH) {
                throw new BadInputException(name + ": .npy version " + version + " with a header of " + length
                        + " bytes cannot be read, only versions 1 to 3; save it anew with numpy.save");
            }
            byte[] text = new byte[length];
            in.readFully(text);
            long start = MAGIC.length() + 2L + lengthBytes + length;
            return parse(new String(text, StandardCharsets.UTF_8), start, name);
        } catch (EOFException e) {
            throw new BadInputException(name + ": ends within the header: the file is cut short", e);
        }
    }

    private static NpyHeader parse(String text, long start, String name) {
        String descr = match(DESCR, text, name).replace("'", "");
        boolean fortran = match(FORTRAN, text, name).equals("True");
        String shape = match(SHAPE, text, name);
        if (NpyType.of(descr).isEmpty()) {
            throw new BadInputException(name + ": elements of type '" + Fields.shown(descr) + "' cannot be read, only "
                    + NpyType.codes() + "; convert them with astype('float64')");
        }
        List<String> sizes = Stream.of(shape.split("[,L\\s]+"))
                .filter(size -> !size.isEmpty())
                .toList();
        if (sizes.size() != 2) {
            throw new BadInputException(name + ": the array has shape (" + shape + "), must have two dimensions;"
                    + " reshape it to rows and columns");
        }
        long columns = size(sizes.get(1));
        NpyHeader header = new NpyHeader(descr, fortran, size(sizes.get(0)), (int) columns, start);
        if (header.rows == 0 || columns == 0) {
            throw new BadInputException(name + ": the array has shape (" + shape + "), so it holds nothing");
        }
        if (header.rows > Long.MAX_VALUE >>> Integer.SIZE || columns > Integer.MAX_VALUE / Double.BYTES - 1) {
            throw new BadInputException(name + ": the array has shape (" + shape + "), at most "
                    + (Integer.MAX_VALUE / Double.BYTES - 1) + " columns can be read; transpose it");
        }
        return header;
    }

    private static String match(Pattern key, String text, String name) {
        Matcher matcher = key.matcher(text);
        if (!matcher.find()) {
            throw new BadInputException(name + ": the .npy header '" + Fields.shown(text.strip())
                    + "' lacks descr, fortran_order or shape; save the array anew with numpy.save");
        }
        return matcher.group(1);
    }

    private static long size(String digits) {
        return digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits);
    }

    NpyType type() {
        return NpyType.of(descr).orElseThrow();
    }

    ByteOrder order() {
        return NpyType.order(descr);
    }

    /** The bytes of one row. */
    int rowBytes() {
        return columns * type().bytes();
    }

    /** The bytes of the whole file. */
    long fileBytes() {
        return Math.addExact(start, Math.multiplyExact(rows, (long) rowBytes()));
    }

    /** The byte at which an element begins. */
    long position(long row, int column) {
        long element = fortran ? column * rows + row : row * columns + column;
        return start + element * type().bytes();
    }
}
