package org.certifact.datasets;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The element types of .npy files that are read, by their codes in NumPy's type strings. Whole numbers beyond 2^53 are rounded. */
enum NpyType {
    B1(1),
    U1(1),
    I1(1),
    U2(2),
    I2(2),
    U4(4),
    I4(4),
    I8(8),
    F4(4),
    F8(8);

    private final int bytes;

    NpyType(int bytes) {
        this.bytes = bytes;
    }

    /** The type of a type string such as {@code <f8}; empty if it is none of them. */
    static Optional<NpyType> of(String descr) {
        return Arrays.stream(values())
                .filter(type -> descr.matches("[<>|=]?" + type.code()))
                .findFirst();
    }

    /** The byte order of a type string. */
    static ByteOrder order(String descr) {
        return descr.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    /** All codes, for a message. */
    static String codes() {
        return Arrays.stream(values()).map(NpyType::code).collect(Collectors.joining(", "));
    }

    private String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The bytes of an element. */
    int bytes() {
        return bytes;
    }

    /** The element that begins at that byte. */
    double read(ByteBuffer from, int at) {
        return switch (this) {
            case B1 -> from.get(at) == 0 ? 0 : 1;
            case U1 -> Byte.toUnsignedInt(from.get(at));
            case I1 -> from.get(at);
            case U2 -> Short.toUnsignedInt(from.getShort(at));
            case I2 -> from.getShort(at);
            case U4 -> Integer.toUnsignedLong(from.getInt(at));
            case I4 -> from.getInt(at);
            case I8 -> from.getLong(at);
            case F4 -> from.getFloat(at);
            case F8 -> from.getDouble(at);
        };
    }
}
