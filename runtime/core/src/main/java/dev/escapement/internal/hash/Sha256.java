package dev.escapement.internal.hash;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 hashes of strings and bytes. */
public final class Sha256 {

    private Sha256() {}

    /**
     * Returns a SHA-256 digest for incremental input.
     *
     * @return a new digest
     */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform provides SHA-256.", e);
        }
    }

    /**
     * Returns the SHA-256 hash of a byte array.
     *
     * @param input the bytes
     * @return 32 bytes
     */
    public static byte[] of(byte[] input) {
        return digest().digest(input);
    }

    /**
     * Returns the hexadecimal SHA-256 hash of a string encoded in UTF-8.
     *
     * @param text the string
     * @return 64 lower-case hexadecimal digits
     */
    public static String hex(String text) {
        return hex(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Returns the hexadecimal SHA-256 hash of a byte array.
     *
     * @param input the bytes
     * @return 64 lower-case hexadecimal digits
     */
    public static String hex(byte[] input) {
        return HexFormat.of().formatHex(of(input));
    }
}
