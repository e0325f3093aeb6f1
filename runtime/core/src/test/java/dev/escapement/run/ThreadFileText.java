package dev.escapement.run;

import dev.escapement.thread.Event;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a thread's file, written by another implementation of the format that {@link FileThreadStore} defines. Each
 * event is an append of its own at the time of {@link #CLOCK}, after which the thread is runnable.
 */
final class ThreadFileText {

    /** The clock of a store that writes the same text. */
    static final InstantSource CLOCK = () -> Instant.EPOCH;

    private static final Pattern SIZE = Pattern.compile("^\\{\"sum\":\"[0-9a-f]{16}\",\"standing\":\\{\"size\":(\\d+)");

    private ThreadFileText() {}

    /** Returns the header line of a thread whose id does not require escapes. */
    static String header(String id) {
        return "{\"thread\":\"" + id + "\",\"version\":3,\"agent\":\"Desk\"}\n";
    }

    /** Returns a file with valid checksums. Each event is any JSON object with at least one property. */
    static String of(String id, List<String> events) {
        StringBuilder text = new StringBuilder(header(id));
        String sum = sum(header(id).trim());
        for (int i = 0; i < events.size(); i++) {
            String rest = standing(i + 1) + "," + events.get(i).substring(1);
            sum = sum(sum + rest);
            text.append(line(sum, rest));
        }
        return text.toString();
    }

    /** Returns a file with valid checksums. */
    static String of(String id, Event... events) {
        return of(id, Arrays.stream(events).map(Event.CODEC::encode).toList());
    }

    /** Returns a line that follows another line, given the other line and an event. */
    static String next(String previous, Event event) {
        Matcher size = SIZE.matcher(previous);
        if (!size.find()) {
            throw new IllegalArgumentException(previous);
        }
        String rest = standing(Integer.parseInt(size.group(1)) + 1) + ","
                + Event.CODEC.encode(event).substring(1);
        return line(sum(previous.substring("{\"sum\":\"".length(), 24) + rest), rest);
    }

    private static String standing(int size) {
        return "\"standing\":{\"size\":" + size + ",\"at\":\"1970-01-01T00:00:00Z\",\"phase\":\"runnable\"}";
    }

    private static String line(String sum, String rest) {
        return "{\"sum\":\"" + sum + "\"," + rest + "\n";
    }

    private static String sum(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
