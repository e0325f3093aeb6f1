package dev.escapement.http.client;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * A strict decoder of UTF-8. It does not replace invalid bytes, because the replacements would become part of a call's
 * arguments.
 */
final class Utf8Decoder {

    private static final String BYTE_ORDER_MARK = "\ufeff";

    private Utf8Decoder() {}

    /**
     * Decodes bytes to a string and omits the byte order mark.
     *
     * @throws MalformedReplyException if they are not UTF-8
     */
    static String decode(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new MalformedReplyException("body", "UTF-8", "other bytes");
        }
    }
}
