package dev.escapement.run;

import dev.escapement.json.Violation;
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
     * @param text the content of the file, which the reader may change
     */
    ThreadFileLines(Path file, String id, byte[] text) {
        this.file = file;
        this.id = id;
        this.text = text;
    }

    /**
     * Verifies the header and the checksums of all complete lines.
     *
     * @return the complete lines; none if the file contains only a part of the header, as after a crash
     * @throws CorruptThreadException if the header or the checksum of a line is wrong
     * @throws NewerThreadException if the file has the format of a later release
     */
    VerifiedLines verified() {
        VerifiedLines verified = VerifiedLines.none(id);
        int from = JsonLine.end(text, 0);
        if (from < 0) {
            requireRestOfHeader();
            return verified;
        }
        ThreadFileHeader.require(file, id, ByteBuffer.wrap(text, 0, from - 1));
        verified = verified.withHeader(from);
        for (int next = JsonLine.end(text, from); next >= 0; next = JsonLine.end(text, from)) {
            VerifiedLines more = verified.withNext(text, from, next);
            if (more == null) {
                throw CorruptThreadException.checksum(file, id, verified.count() + 1);
            }
            verified = more;
            from = next;
        }
        return verified;
    }

    /**
     * Verifies an unfinished header, which may contain zeros. Some file systems leave zeros in blocks that were not
     * written.
     */
    private void requireRestOfHeader() {
        byte[] header = ThreadFileHeader.line(id);
        for (int i = 0; i < text.length; i++) {
            if (text[i] != 0 && (i >= header.length || text[i] != header[i])) {
                throw CorruptThreadException.noHeader(file, id);
            }
        }
    }

    /**
     * Returns the stored thread, or empty if the file does not contain an event. The checksums were {@linkplain
     * #verified verified}. Ignores a line without a line feed, which a crash interrupted.
     *
     * @throws CorruptThreadException if a line is not an event
     * @throws NewerThreadException if a line is an event of an unknown kind
     */
    Optional<AgentThread> thread() {
        List<Event> events = new ArrayList<>();
        int start = JsonLine.end(text, 0);
        for (int end = start < 0 ? -1 : JsonLine.end(text, start); end >= 0; end = JsonLine.end(text, start)) {
            events.add(event(json(start, end), events.size() + 2));
            if (!(events.get(0) instanceof Event.Started)) {
                throw CorruptThreadException.firstEvent(file, id);
            }
            start = end;
        }
        return events.isEmpty() ? Optional.empty() : Optional.of(new AgentThread(id, events));
    }

    /** Returns the JSON of the event in a line, without the checksum and the line feed. */
    private ByteBuffer json(int start, int end) {
        int from = start + ChecksumChain.PREFIX - 1;
        text[from] = '{'; // in place of the comma after the checksum, which avoids a copy of the event
        return ByteBuffer.wrap(text, from, end - from - 1);
    }

    private Event event(ByteBuffer json, int number) {
        return JsonLine.read(
                json,
                Event.CODEC,
                () -> CorruptThreadException.encoding(file, id, number),
                (line, violations) -> invalid(line, number, violations));
    }

    private RuntimeException invalid(String line, int number, List<Violation> violations) {
        FormatProbe probe = FormatProbe.of(line);
        if (probe.hasUnknownEvent()) {
            return NewerThreadException.event(file, id, number, probe.event());
        } else if (probe.hasUnknownConstant()) {
            return NewerThreadException.constant(file, id, number, probe.unknownConstant());
        }
        return CorruptThreadException.event(file, id, number, violations);
    }
}
