package dev.escapement.run;

import dev.escapement.thread.Event;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** The text of an append. */
final class AppendText {

    /** The initial capacity in bytes, enough for most appends. */
    private static final int CAPACITY = 1 << 10;

    private final byte[] bytes;
    private final VerifiedLines lines;

    private AppendText(byte[] bytes, VerifiedLines lines) {
        this.bytes = bytes;
        this.lines = lines;
    }

    /** Returns the lines, with the header for a new thread. */
    byte[] bytes() {
        return bytes;
    }

    /** Returns the lines of the file after the append. */
    VerifiedLines lines() {
        return lines;
    }

    /**
     * Returns the text of an append.
     *
     * @param before the lines of the file
     * @param now the time of the append
     * @param texts converts the events
     */
    static AppendText of(Append append, VerifiedLines before, Instant now, EventText texts) {
        List<Event> events = append.events();
        int size = before.events() + events.size();
        StoredStanding standing = StoredStanding.after(before.standing(), size, now, append.standing());
        String last = StoredStanding.CODEC.encode(standing);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(CAPACITY);
        ThreadFileHeader header = before.header();
        ChecksumChain sum = before.last();
        if (header == null) {
            Event.Started started = (Event.Started) events.get(0);
            header = ThreadFileHeader.of(append.threadId(), started.agent(), append.labels());
            bytes.writeBytes(header.line());
            sum = ChecksumChain.ofHeader(header.line());
        }
        int lastStart = 0;
        for (int i = 0; i < Math.max(1, events.size()); i++) {
            String event = events.isEmpty() ? "" : texts.stored(events.get(i));
            byte[] line = StoredLine.withoutChecksum(i >= events.size() - 1 ? last : "", event);
            sum = Objects.requireNonNull(sum).next(line);
            sum.writeTo(line);
            lastStart = bytes.size();
            bytes.writeBytes(line);
        }
        int count = Math.max(1, before.lines()) + Math.max(1, events.size());
        return new AppendText(
                bytes.toByteArray(),
                new VerifiedLines(
                        header, count, size, before.end() + bytes.size(), before.end() + lastStart, sum, standing));
    }
}
