package dev.escapement.jdbc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The checksums of the events of a thread. Each depends on all events before it: the first 16 hexadecimal digits of the
 * SHA-256 of the previous checksum, followed by the SHA-256 of the stored text. The checksum before the first event is
 * that of the id. A tombstone contains the hash of the erased text, so that the chain can still be verified.
 */
final class EventSums {

    private static final int BYTES = 8;

    private EventSums() {}

    /** Returns the checksum before the first event of a thread. */
    static String initial(String threadId) {
        return shortened(sha256(threadId));
    }

    /** Returns the checksum of an event, given the hash of its text. */
    static String next(String previous, String hash) {
        return shortened(sha256(previous + hash));
    }

    /** Returns the checksums of the events that follow a checksum. */
    static List<String> following(String previous, List<String> texts) {
        List<String> sums = new ArrayList<>();
        String sum = previous;
        for (String text : texts) {
            sum = next(sum, hash(text));
            sums.add(sum);
        }
        return sums;
    }

    /** Returns the hash of a stored text, as 64 hexadecimal digits. */
    static String hash(String text) {
        return HexFormat.of().formatHex(sha256(text));
    }

    /** Returns the SHA-256 hash of bytes, as 64 hexadecimal digits. */
    static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    private static byte[] sha256(String text) {
        return digest().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform provides SHA-256.", e);
        }
    }

    private static String shortened(byte[] hash) {
        return HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES));
    }
}
