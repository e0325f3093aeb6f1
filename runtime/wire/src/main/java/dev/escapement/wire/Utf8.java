package dev.escapement.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Bytes as text. */
final class Utf8 {

    private static final String BYTE_ORDER_MARK = "\ufeff";

    private Utf8() {}

    /**
     * Reads bytes of which none may be wrong: whatever stood in for a wrong one would end up in somebody's arguments. A
     * byte order mark is left off.
     *
     * @throws MalformedJsonException if they are not UTF-8
     */
    static String strict(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new MalformedJsonException("body", "UTF-8", "other bytes");
        }
    }
}
