package dev.escapement.run;

import dev.escapement.internal.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The checksum of a line of a thread's file, which depends on all lines before it. A line is a JSON object with the
 * checksum as its first property: {@code {"sum":"0123456789abcdef","event":…}}.
 *
 * <p>The checksum consists of the first 64 bits of a SHA-256 hash, as 16 hexadecimal digits. For the header, the text of
 * the header is hashed. For another line, the checksum of the previous line is hashed, followed by the text of the line
 * after the comma that follows its checksum. An erased line keeps the checksum of the text that was erased; the checksum
 * of the line after the erased ones depends on their remaining text. Checksums detect accidents, not forgeries.
 *
 * <p>Immutable, but not safe for concurrent use: all checksums of a chain share a digest.
 */
final class ChecksumChain {

    private static final byte[] BEFORE = ascii("{\"sum\":\"");
    private static final byte[] AFTER = ascii("\",");
    private static final int BYTES = 8;
    private static final int DIGITS = 2 * BYTES;

    /** The length of the text in a line that precedes the other properties. */
    static final int PREFIX = BEFORE.length + DIGITS + AFTER.length;

    private final MessageDigest digest;
    private final byte[] sum;

    private ChecksumChain(MessageDigest digest, byte[] sum) {
        this.digest = digest;
        this.sum = sum;
    }

    /** Returns the checksum of a header, given with its line feed. */
    static ChecksumChain ofHeader(byte[] line) {
        return new ChecksumChain(Sha256.digest(), new byte[0]).next(line, 0, line.length - 1);
    }

    /** Returns the checksum of the next line. The range contains the part of the line that follows its checksum. */
    private ChecksumChain next(byte[] text, int start, int end) {
        digest.update(sum);
        digest.update(text, start, end - start);
        return new ChecksumChain(digest, ascii(HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), BYTES))));
    }

    /**
     * Returns the checksum of the next line.
     *
     * @param line the line with its line feed, whose checksum is not examined
     */
    ChecksumChain next(byte[] line) {
        return next(line, PREFIX, line.length - 1);
    }

    /**
     * Returns the checksum of the next line, or null if the line does not begin with its correct checksum.
     *
     * @param text the text that contains the line
     * @param start the index of the line
     * @param end the index of the line feed
     */
    @Nullable
    ChecksumChain verifiedNext(byte[] text, int start, int end) {
        if (end - start < PREFIX) {
            return null;
        }
        ChecksumChain next = next(text, start + PREFIX, end);
        return Arrays.equals(text, start, start + PREFIX, next.prefix(), 0, PREFIX) ? next : null;
    }

    /**
     * Returns the checksum that an erased line contains, or null if the line does not begin with a checksum.
     *
     * @param text the text that contains the line
     * @param start the index of the line
     * @param end the index of the line feed
     */
    @Nullable
    ChecksumChain given(byte[] text, int start, int end) {
        if (end - start < PREFIX) {
            return null;
        }
        byte[] given = Arrays.copyOfRange(text, start + BEFORE.length, start + BEFORE.length + DIGITS);
        for (byte digit : given) {
            if (!HexFormat.isHexDigit(digit)) {
                return null;
            }
        }
        ChecksumChain chain = new ChecksumChain(digest, given);
        return Arrays.equals(text, start, start + PREFIX, chain.prefix(), 0, PREFIX) ? chain : null;
    }

    /** Returns the checksum that follows an erased line, which depends on its whole text. */
    ChecksumChain afterErased(byte[] text, int start, int end) {
        return next(text, start, end);
    }

    /** Writes this checksum to the beginning of its line. */
    void writeTo(byte[] line) {
        System.arraycopy(prefix(), 0, line, 0, PREFIX);
    }

    /** Returns whether a text consists of the beginning of the line with this checksum. */
    boolean isPrefixOf(byte[] text) {
        return Arrays.equals(text, prefix());
    }

    private byte[] prefix() {
        byte[] prefix = Arrays.copyOf(BEFORE, PREFIX);
        System.arraycopy(sum, 0, prefix, BEFORE.length, DIGITS);
        System.arraycopy(AFTER, 0, prefix, BEFORE.length + DIGITS, AFTER.length);
        return prefix;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
