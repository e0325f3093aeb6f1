package dev.escapement.run;

import dev.escapement.thread.Event;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** The text of a thread's file, written by another implementation of the format that {@link FileThreadStore} defines. */
final class ThreadFileText {

    /** The number of characters of a line that precede the properties of the event. */
    static final int PREFIX = "{\"sum\":\"0123456789abcdef\",".length();

    private ThreadFileText() {}

    /** Returns the header line of a thread whose id does not require escapes. */
    static String header(String id) {
        return "{\"thread\":\"" + id + "\",\"version\":2}\n";
    }

    /** Returns a file with valid checksums. Each event is any JSON object with at least one property. */
    static String of(String id, List<String> events) {
        StringBuilder text = new StringBuilder(header(id));
        String sum = sum(header(id).trim());
        for (String event : events) {
            String rest = event.substring(1);
            sum = sum(sum + rest);
            text.append("{\"sum\":\"" + sum + "\",").append(rest).append('\n');
        }
        return text.toString();
    }

    /** Returns a file with valid checksums. */
    static String of(String id, Event... events) {
        return of(id, Arrays.stream(events).map(Event.CODEC::encode).toList());
    }

    /** Returns a line that follows another line, given the other line and an event. */
    static String next(String previous, Event event) {
        String sum = previous.substring("{\"sum\":\"".length(), PREFIX - 2);
        String rest = Event.CODEC.encode(event).substring(1);
        return "{\"sum\":\"" + sum(sum + rest) + "\"," + rest + "\n";
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
