package dev.escapement.samples.benchmarks.store;

import dev.escapement.run.FileThreadStore;
import dev.escapement.samples.benchmarks.loop.EscapementLoop;
import dev.escapement.thread.Event;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A thread of a given length in the file of a store. Only its first event is appended through the store; the other lines
 * are written at once, because the store would need a durable write for each.
 */
final class StoredThread {

    /** The number of events that a thread of the benchmark has in addition to those of its steps. */
    private static final int OTHER_EVENTS = 4;

    private static final int EVENTS_PER_STEP = 3;

    private StoredThread() {}

    /** Returns the given number of events from the beginning of a sufficiently long thread. */
    static List<Event> events(int count) {
        List<Event> events =
                EscapementLoop.thread(count / EVENTS_PER_STEP + OTHER_EVENTS).events();
        return List.copyOf(events.subList(0, count));
    }

    /** Returns the line of an event in a file. */
    static byte[] line(Event event) {
        return (Event.CODEC.encode(event) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Creates a thread in a directory and returns its file. */
    static Path create(Path directory, String id, List<Event> events) throws IOException {
        FileThreadStore.in(directory).append(id, 0, events.get(0));
        Path file = directory.resolve("thread-" + id + ".jsonl");
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (Event event : events.subList(1, events.size())) {
            lines.writeBytes(line(event));
        }
        try (FileOutputStream out = new FileOutputStream(file.toFile(), true)) {
            lines.writeTo(out);
            out.getFD().sync();
        }
        return file;
    }
}
