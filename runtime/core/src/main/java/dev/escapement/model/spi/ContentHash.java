package dev.escapement.model.spi;

import dev.escapement.internal.hash.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * An incrementally computed SHA-256 hash of a request or response body. See
 * {@link dev.escapement.model.ReplyProvenance}. Not safe for concurrent use.
 */
public final class ContentHash {

    private final MessageDigest digest = Sha256.digest();

    /** Creates a hash of empty content. */
    public ContentHash() {}

    /**
     * Returns the SHA-256 hash of a byte array, in hexadecimal.
     *
     * @param content the bytes
     * @return 64 lower-case hexadecimal digits
     */
    public static String hex(byte[] content) {
        return Sha256.hex(content);
    }

    /**
     * Returns the SHA-256 hash of a string's UTF-8 encoding, in hexadecimal.
     *
     * @param content the string
     * @return 64 lower-case hexadecimal digits
     */
    public static String hex(String content) {
        return Sha256.hex(content);
    }

    /**
     * Returns the 32-byte SHA-256 hash of a string's UTF-8 encoding.
     *
     * @param content the string
     * @return 32 bytes
     */
    public static byte[] bytes(String content) {
        return Sha256.of(content.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Adds the bytes of a buffer to the hashed content.
     *
     * @param piece the next bytes; position and limit of the buffer do not change
     */
    public void add(ByteBuffer piece) {
        digest.update(piece.duplicate());
    }

    /**
     * Returns the SHA-256 hash of all added bytes, in hexadecimal. May be called once.
     *
     * @return 64 lower-case hexadecimal digits
     */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
