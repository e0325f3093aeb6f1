package dev.escapement.run;

import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A reader of the lines of a thread's file. */
final class ThreadFileLines {

    private final Path file;
    private final String id;
    private final byte[] text;

    /**
     * Creates a reader of a thread's file.
     *
     * @param file the file
     * @param id the expected id of the thread
     * @param text the content of the file
     */
    ThreadFileLines(Path file, String id, byte[] text) {
        this.file = file;
        this.id = id;
        this.text = text;
    }

    /**
     * Verifies that the file starts with the thread's header, or with the part of the header that was written before a
     * crash.
     */
    void requireHeader() {
        int end = JsonLine.end(text, 0);
        if (end < 0) {
            requireRestOfHeader();
            return;
        }
        ThreadFileHeader header = ThreadFileHeader.read(file, line(0, end));
        if (!header.thread().equals(id)) {
            throw CorruptThreadException.otherThread(file, id, header.thread());
        }
    }

    /**
     * Verifies an unfinished header, which may contain zeros. Some file systems leave zeros in blocks that were not
     * written.
     */
    private void requireRestOfHeader() {
        byte[] header = ThreadFileHeader.line(id);
        for (int i = 0; i < text.length; i++) {
            if (text[i] != 0 && (i >= header.length || text[i] != header[i])) {
                throw CorruptThreadException.noHeader(file);
            }
        }
    }

    /**
     * Returns the stored thread, or empty if the file does not contain an event. Ignores a line without a line feed,
     * which a crash interrupted.
     */
    Optional<AgentThread> thread() {
        List<Event> events = new ArrayList<>();
        int start = JsonLine.end(text, 0);
        for (int end = start < 0 ? -1 : JsonLine.end(text, start); end >= 0; end = JsonLine.end(text, start)) {
            events.add(event(line(start, end), events.size() + 2));
            if (!(events.get(0) instanceof Event.Started)) {
                throw CorruptThreadException.firstEvent(file);
            }
            start = end;
        }
        return events.isEmpty() ? Optional.empty() : Optional.of(new AgentThread(id, events));
    }

    /** Returns a line without its line feed. */
    private ByteBuffer line(int start, int end) {
        return ByteBuffer.wrap(text, start, end - start - 1);
    }

    private Event event(ByteBuffer line, int number) {
        return JsonLine.read(
                line,
                Event.CODEC,
                () -> CorruptThreadException.encoding(file, number),
                violations -> CorruptThreadException.event(file, number, violations));
    }
}
