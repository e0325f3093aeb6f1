package dev.escapement.restate.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The key of a thread's virtual object: the id of the thread if a path of a URL can contain it, otherwise {@code ~} and the
 * id in UTF-16, encoded in Base64. Different ids have different keys.
 */
public final class ObjectKey {

    private static final char ESCAPE = '~';

    /** The maximum length in UTF-8 of an id that is its own key. A URL has at most 65,534 bytes, three for each of them. */
    private static final int MAX_BYTES = 12_000;

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private ObjectKey() {}

    /**
     * Returns the key of a thread.
     *
     * @param threadId the id of the thread
     * @return the key, not empty
     */
    public static String of(String threadId) {
        if (isKey(threadId)) {
            return threadId;
        }
        ByteBuffer utf16 = ByteBuffer.allocate(threadId.length() * Character.BYTES);
        utf16.asCharBuffer().put(threadId);
        return ESCAPE + ENCODER.encodeToString(utf16.array());
    }

    /**
     * Returns the id of a thread.
     *
     * @param key the key of the thread's object
     * @return the id
     * @throws IllegalArgumentException if the text is not the key of a thread
     */
    public static String threadId(String key) {
        if (key.isEmpty() || key.charAt(0) != ESCAPE) {
            return key;
        }
        return ByteBuffer.wrap(Base64.getUrlDecoder().decode(key.substring(1)))
                .asCharBuffer()
                .toString();
    }

    private static boolean isKey(String id) {
        return !id.isEmpty()
                && id.charAt(0) != ESCAPE
                && !id.equals(".") // servers and proxies resolve these segments
                && !id.equals("..")
                && id.codePoints().noneMatch(ObjectKey::isForbidden)
                && id.length() <= MAX_BYTES
                && id.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES;
    }

    private static boolean isForbidden(int point) {
        return Character.isISOControl(point) || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
