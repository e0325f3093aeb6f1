package dev.escapement.run;

import dev.escapement.internal.hash.Sha256;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A converter between thread ids and file names. A file name consists of {@code thread-}, the encoded id and
 * {@code .jsonl}. Each id has a distinct name on every file system, including those that do not distinguish {@code A}
 * and {@code a}: all bytes of the id except lower-case ASCII letters, digits, underscores and hyphens are written as
 * {@code %} and two hexadecimal digits. The prefix ensures that a name is not interpreted as a device ({@code con}) or
 * as an option of a command ({@code -r}).
 *
 * <p>If the name would be too long, or the id contains an unpaired surrogate, the id is cut and followed by a dot and
 * the SHA-256 of its UTF-16 code units. Such a name does not contain the whole id.
 */
final class ThreadFileName {

    private static final String BEFORE = "thread-";
    private static final String AFTER = ".jsonl";
    private static final String LEASE = ".lease";

    /** The maximum length of the encoded id. File systems accept names of 255 bytes, some encrypted ones fewer. */
    private static final int MAX_LENGTH = 200;

    /** The length to which an encoded id is cut before its hash is appended. */
    private static final int SHOWN_LENGTH = 60;

    private static final HexFormat HEX = HexFormat.of();

    private ThreadFileName() {}

    /** Returns the file name for a thread id. */
    static String of(String id) {
        ByteBuffer utf8 = StandardCharsets.UTF_8.encode(id);
        StringBuilder name = new StringBuilder();
        while (utf8.hasRemaining() && name.length() <= MAX_LENGTH) {
            append(utf8.get(), name);
        }
        if (name.length() > MAX_LENGTH || !isUnicode(id)) {
            name.setLength(wholeUpTo(Math.min(SHOWN_LENGTH, name.length()), name));
            name.append('.').append(HEX.formatHex(sha256(id)));
        }
        return BEFORE + name + AFTER;
    }

    /** Returns the name of the side file of a thread, given the name of the thread's file. */
    static String ofLease(String name) {
        return name.substring(0, name.length() - AFTER.length()) + LEASE;
    }

    /** Returns whether a file name matches the pattern for thread file names. */
    static boolean isOne(String name) {
        return name.startsWith(BEFORE) && name.endsWith(AFTER);
    }

    /** Returns whether the name of a thread's file contains the complete thread id. */
    static boolean tellsId(String name) {
        return name.indexOf('.') == name.length() - AFTER.length();
    }

    /**
     * Returns the thread id that a file name contains, or empty if {@link #of} does not return this name for the id.
     */
    static Optional<String> idOf(String name) {
        String encoded = name.substring(BEFORE.length(), name.length() - AFTER.length());
        ByteBuffer utf8 = ByteBuffer.allocate(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c != '%') {
                utf8.put((byte) c);
            } else if (i + 2 < encoded.length() && isHex(encoded.charAt(i + 1)) && isHex(encoded.charAt(i + 2))) {
                utf8.put((byte) HexFormat.fromHexDigits(encoded, i + 1, i + 3));
                i += 2;
            } else {
                return Optional.empty();
            }
        }
        return decoded(utf8.flip()).filter(id -> of(id).equals(name));
    }

    /** Returns the SHA-256 hash of an id's UTF-16 code units. The id may contain unpaired surrogates. */
    static byte[] sha256(String id) {
        ByteBuffer utf16 = ByteBuffer.allocate(id.length() * Character.BYTES);
        utf16.asCharBuffer().put(id);
        return Sha256.of(utf16.array());
    }

    private static void append(byte b, StringBuilder name) {
        if ((b >= 'a' && b <= 'z') || (b >= '0' && b <= '9') || b == '_' || b == '-') {
            name.append((char) b);
        } else {
            name.append('%').append(HEX.toHexDigits(b));
        }
    }

    /**
     * Returns the greatest length, up to a given length, at which a name can be cut without splitting an encoded byte.
     */
    private static int wholeUpTo(int length, CharSequence name) {
        for (int i = length - 1; i >= Math.max(0, length - 2); i--) {
            if (name.charAt(i) == '%') {
                return i + 3 > length ? i : length;
            }
        }
        return length;
    }

    private static boolean isHex(char c) {
        return HexFormat.isHexDigit(c);
    }

    private static boolean isUnicode(String id) {
        try {
            StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(id));
            return true;
        } catch (CharacterCodingException halfAPair) {
            return false;
        }
    }

    private static Optional<String> decoded(ByteBuffer utf8) {
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(utf8).toString());
        } catch (CharacterCodingException noText) {
            return Optional.empty();
        }
    }
}
