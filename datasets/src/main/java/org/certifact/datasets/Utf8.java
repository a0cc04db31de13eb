package org.certifact.datasets;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Decodes UTF-8 and says where it is none, instead of replacing what it does not understand. */
final class Utf8 {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Utf8() {}

    /**
     * The text, without a byte order mark.
     *
     * @throws Rejection naming the first line that is not UTF-8
     */
    static String decode(byte[] bytes) throws Rejection {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            String text = decoder.decode(in).toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            int at = in.position();
            throw new Rejection(String.format(
                    Locale.ROOT,
                    "line %d has byte 0x%02X, which is not UTF-8; convert it, for instance with iconv -t UTF-8",
                    line(bytes, at),
                    bytes[at]));
        }
    }

    private static int line(byte[] bytes, int end) {
        int line = 1;
        for (int i = 0; i < end; i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
        return line;
    }
}
