package dev.escapement.samples.benchmarks.store;

import dev.escapement.run.Append;
import dev.escapement.run.FileThreadStore;
import dev.escapement.samples.benchmarks.loop.EscapementLoop;
import dev.escapement.thread.Event;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A thread of a given length in the file of a store. Only its first event is appended through the store; the other lines
 * are written at once, as one append with the checksums that the store defines, because the store would need a durable
 * write for each.
 */
final class StoredThread {

    /** The number of events that a thread of the benchmark has in addition to those of its steps. */
    private static final int OTHER_EVENTS = 4;

    private static final int EVENTS_PER_STEP = 3;

    /** The number of characters in a line that precede the checksum. */
    private static final int BEFORE_CHECKSUM = "{\"sum\":\"".length();

    /** The number of digits of a checksum. */
    private static final int CHECKSUM = 16;

    /** The beginning of the phase of a thread, and the time of an append, as long as those of the system clock. */
    private static final String SINCE = "2026-01-01T00:00:00.123456789Z";

    private static final String AT = "2026-01-01T00:00:01.123456789Z";

    private StoredThread() {}

    /** Returns the given number of events from the beginning of a sufficiently long thread. */
    static List<Event> events(int count) {
        List<Event> events =
                EscapementLoop.thread(count / EVENTS_PER_STEP + OTHER_EVENTS).events();
        return List.copyOf(events.subList(0, count));
    }

    /**
     * Returns a line as long as that of an append of one event in a file. The line has a placeholder for the checksum.
     *
     * @param size the number of events after the append
     */
    static byte[] line(Event event, int size) {
        return line("0".repeat(CHECKSUM), withStanding(Event.CODEC.encode(event), size));
    }

    /** Returns the JSON of the last line of an append, without the checksum. */
    private static String withStanding(String event, int size) {
        return "{\"standing\":{\"size\":" + size + ",\"at\":\"" + AT + "\",\"phase\":\"runnable\",\"since\":\"" + SINCE
                + "\"}," + event.substring(1);
    }

    private static byte[] line(String checksum, String event) {
        return ("{\"sum\":\"" + checksum + "\"," + event.substring(1) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Creates a thread in a directory and returns its file. */
    static Path create(Path directory, String id, List<Event> events) throws IOException {
        FileThreadStore.in(directory).append(Append.of(id, 0, events.get(0)));
        Path file = directory.resolve("thread-" + id + ".jsonl");
        String first = Files.readAllLines(file).get(1);
        String checksum = first.substring(BEFORE_CHECKSUM, BEFORE_CHECKSUM + CHECKSUM);
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (int i = 1; i < events.size(); i++) {
            String event = Event.CODEC.encode(events.get(i));
            String json = i == events.size() - 1 ? withStanding(event, events.size()) : event;
            checksum = checksum(checksum + json.substring(1));
            lines.writeBytes(line(checksum, json));
        }
        try (FileOutputStream out = new FileOutputStream(file.toFile(), true)) {
            lines.writeTo(out);
            out.getFD().sync();
        }
        return file;
    }

    private static String checksum(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, CHECKSUM);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
