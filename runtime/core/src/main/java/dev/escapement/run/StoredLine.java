package dev.escapement.run;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A complete line of a thread's file after the header. Its forms are the following, where the standing is only in the last
 * line of an append:
 *
 * <ul>
 *   <li>{@code {"sum":"…","event":…}}
 *   <li>{@code {"sum":"…","standing":{…},"event":…}}
 *   <li>{@code {"sum":"…","standing":{…},"cipher":"…"}}
 *   <li>{@code {"sum":"…","standing":{…}}}
 *   <li>{@code {"sum":"…","erased":{…}}}
 * </ul>
 */
final class StoredLine {

    private static final byte[] SUM = ascii("{\"sum\":\"");
    private static final byte[] STANDING = ascii("\"standing\":");
    private static final byte[] CIPHER = ascii("\"cipher\":");
    private static final byte[] ERASED = ascii("\"erased\":");

    private final byte[] text;
    private final int start;
    private final int end;

    /**
     * Creates a line.
     *
     * @param text the text that contains the line
     * @param start the index of the line
     * @param end the index of the line feed
     */
    StoredLine(byte[] text, int start, int end) {
        this.text = text;
        this.start = start;
        this.end = end;
    }

    /** Returns the length of the line with its line feed. */
    int length() {
        return end + 1 - start;
    }

    /** Returns the checksum of the line, or null if the line does not begin with the checksum that follows another. */
    @Nullable
    ChecksumChain verified(ChecksumChain before) {
        return before.verifiedNext(text, start, end);
    }

    /** Returns the checksum in the line, or null if the line does not begin with a checksum. */
    @Nullable
    ChecksumChain given(ChecksumChain before) {
        return before.given(text, start, end);
    }

    /** Returns the checksum that the line after this erased line follows. */
    ChecksumChain afterErased(ChecksumChain before) {
        return before.afterErased(text, start, end);
    }

    /**
     * Returns a line with its line feed and with zeros in place of the checksum.
     *
     * @param standing the standing, or an empty string for a line that is not the last of its append
     * @param event the JSON object of the event, or an empty string
     */
    static byte[] withoutChecksum(String standing, String event) {
        byte[] state = standing.getBytes(StandardCharsets.UTF_8);
        byte[] object = event.getBytes(StandardCharsets.UTF_8);
        int lengthOfState = state.length == 0 ? 0 : STANDING.length + state.length + 1;
        int lengthOfEvent = Math.max(0, object.length - 1);
        ByteBuffer line = ByteBuffer.allocate(ChecksumChain.PREFIX + lengthOfState + lengthOfEvent + 1);
        line.position(ChecksumChain.PREFIX);
        if (state.length > 0) {
            line.put(STANDING).put(state).put((byte) (object.length == 0 ? '}' : ','));
        }
        if (object.length > 0) {
            line.put(object, 1, lengthOfEvent);
        }
        return line.put((byte) '\n').array();
    }

    /** Returns whether the line begins like one with a checksum. */
    boolean hasChecksum() {
        return hasAt(SUM, start);
    }

    /** Returns whether the line is the last line of an append. */
    boolean isLast() {
        return hasAt(STANDING, start + ChecksumChain.PREFIX);
    }

    /** Returns whether the line holds the place of an event that was erased. */
    boolean isErased() {
        return hasAt(ERASED, start + ChecksumChain.PREFIX);
    }

    /** Returns whether the event in the line is encrypted. */
    boolean isEncrypted() {
        return hasAt(CIPHER, comma() + 1);
    }

    /** Returns whether the line contains an event, or did so before it was erased. */
    boolean hasEvent() {
        return !isLast() || (comma() < end && text[comma()] == ',');
    }

    /** Returns the JSON of the standing. */
    ByteBuffer standing() {
        int from = start + ChecksumChain.PREFIX + STANDING.length;
        return ByteBuffer.wrap(text, from, comma() - from);
    }

    /** Returns the JSON object of the event. Changes the text. */
    ByteBuffer event() {
        int from = comma();
        text[from] = '{'; // in place of the comma, which avoids a copy of the event
        return ByteBuffer.wrap(text, from, end - from);
    }

    /** Returns the index of the comma before the event, or of the brace that ends the line. */
    private int comma() {
        return isLast()
                ? endOfObject(start + ChecksumChain.PREFIX + STANDING.length)
                : start + ChecksumChain.PREFIX - 1;
    }

    /** Returns the index after the JSON object that starts at a given index, or the end of the line. */
    private int endOfObject(int from) {
        int depth = 0;
        boolean isString = false;
        for (int i = from; i < end; i++) {
            byte c = text[i];
            if (isString) {
                i += c == '\\' ? 1 : 0;
                isString = c != '"';
            } else if (c == '"') {
                isString = true;
            } else if (c == '{' || c == '[') {
                depth++;
            } else if ((c == '}' || c == ']') && --depth == 0) {
                return i + 1;
            }
        }
        return end;
    }

    private boolean hasAt(byte[] property, int from) {
        return from + property.length <= end
                && Arrays.equals(text, from, from + property.length, property, 0, property.length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
