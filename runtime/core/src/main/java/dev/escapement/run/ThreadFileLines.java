package dev.escapement.run;

import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the lines of a thread's file. */
final class ThreadFileLines {

    private final Path file;
    private final String id;
    private final byte[] text;

    /**
     * A reader of what is in a file.
     *
     * @param file the file
     * @param id the id of the thread that is to be in it
     * @param text all that is in it
     */
    ThreadFileLines(Path file, String id, byte[] text) {
        this.file = file;
        this.id = id;
        this.text = text;
    }

    /** Makes sure that the file is the thread's: begins with its header, or with as much as a crash left of that. */
    void requireHeader() {
        int end = JsonLine.end(text, 0);
        if (end < 0) {
            requireRestOfHeader();
            return;
        }
        ThreadFileHeader header = ThreadFileHeader.read(file, line(0, end));
        if (!header.thread().equals(id)) {
            throw corrupt(1, "the thread " + id, "the thread " + header.thread());
        }
    }

    /** A file system may leave zeros where it did not get round to writing. */
    private void requireRestOfHeader() {
        byte[] header = ThreadFileHeader.line(id);
        for (int i = 0; i < text.length; i++) {
            if (text[i] != 0 && (i >= header.length || text[i] != header[i])) {
                throw corrupt(1, ThreadFileHeader.EXPECTED, "something else, without a line feed");
            }
        }
    }

    /** The thread; empty if no event was stored. A line without a line feed, which a crash cut short, does not count. */
    Optional<AgentThread> thread() {
        List<Event> events = new ArrayList<>();
        int start = JsonLine.end(text, 0);
        for (int end = start < 0 ? -1 : JsonLine.end(text, start); end >= 0; end = JsonLine.end(text, start)) {
            events.add(JsonLine.read(file, events.size() + 2, line(start, end), Event.CODEC, "an event"));
            if (!(events.get(0) instanceof Event.Started)) {
                throw corrupt(2, "the event started, with which a thread begins", "another event");
            }
            start = end;
        }
        return events.isEmpty() ? Optional.empty() : Optional.of(new AgentThread(id, events));
    }

    /** A line without its line feed. */
    private ByteBuffer line(int start, int end) {
        return ByteBuffer.wrap(text, start, end - start - 1);
    }

    private CorruptThreadException corrupt(int line, String expected, String found) {
        return new CorruptThreadException(file, line, expected, found);
    }
}
