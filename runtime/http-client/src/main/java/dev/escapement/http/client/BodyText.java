package dev.escapement.http.client;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * A decoder of bodies. The JSON of providers is UTF-8, also if the header declares another character set, as some
 * frameworks do by default. Bytes that are not UTF-8 are decoded with the declared character set. Bytes that it cannot
 * decode become U+FFFD.
 */
final class BodyText {

    private static final String BYTE_ORDER_MARK = "\ufeff";

    private BodyText() {}

    /**
     * Decodes bytes to a string and omits the byte order mark.
     *
     * @param declared the character set in the header
     */
    static String decode(byte[] bytes, Charset declared) {
        return decode(bytes, declared, true);
    }

    /**
     * Decodes bytes to a string.
     *
     * @param declared the character set in the header
     * @param isBeginning whether a byte order mark is omitted
     */
    static String decode(byte[] bytes, Charset declared, boolean isBeginning) {
        String text = isWide(declared) ? new String(bytes, declared) : unmarked(bytes, declared);
        return isBeginning && text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private static String unmarked(byte[] bytes, Charset declared) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, declared);
        }
    }

    /** Returns whether the characters have several bytes each, so that their bytes may also be UTF-8. */
    private static boolean isWide(Charset declared) {
        return declared.name().startsWith("UTF-16") || declared.name().startsWith("UTF-32");
    }
}
