package dev.escapement.run;

import dev.escapement.internal.hash.Sha256;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The names of the files of threads: {@code thread-}, the id, {@code .jsonl}. Each id has its own name on every file
 * system, also where {@code A} and {@code a} are one name: all bytes of the id but {@code a-z 0-9 _ -} are written as
 * {@code %} and two digits. What stands before the id keeps it from being a device ({@code con}) or an option of a
 * command ({@code -r}).
 *
 * <p>An id whose name would be too long, and one that is no Unicode text because it has half a surrogate pair, is cut and
 * followed by a dot and the SHA-256 of its UTF-16 code units. The id cannot be told from such a name.
 */
final class ThreadFileName {

    private static final String BEFORE = "thread-";
    private static final String AFTER = ".jsonl";

    /** File systems take names of 255 bytes, some that encrypt them fewer. */
    private static final int MAX_LENGTH = 200;

    /** How much of a longer id is kept for people to read. */
    private static final int SHOWN_LENGTH = 60;

    private static final HexFormat HEX = HexFormat.of();

    private ThreadFileName() {}

    /** The name of a thread's file. */
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

    /** Whether a file of this name may be one of a thread's. */
    static boolean isOne(String name) {
        return name.startsWith(BEFORE) && name.endsWith(AFTER);
    }

    /** Whether a name that may be one of a thread's file has the whole id in it. */
    static boolean tellsId(String name) {
        return name.indexOf('.') == name.length() - AFTER.length();
    }

    /** The id in a name that may be one of a thread's file; empty if it is none that {@link #of} gives. */
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

    /** The SHA-256 of an id, whatever characters it has. */
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

    /** The longest start of a name, not longer than this, that does not end within a byte. */
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
