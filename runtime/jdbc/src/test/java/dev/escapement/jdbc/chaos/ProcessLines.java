package dev.escapement.jdbc.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.escapement.thread.Event;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;

/** The lines that a worker process and the harness exchange. */
final class ProcessLines {

    /** The process has started. */
    static final String READY = "ready";

    /** The process is at the place where it waits to be killed or continued. */
    static final String WAITING = "waiting";

    /** An event was stored: id of the thread, position, checksum. */
    static final String EVENT = "event";

    /** The reply to {@link #STATUS}: the numbers of running, completed and failed executions. */
    static final String STATUS = "status";

    /** The command to continue. */
    static final String CONTINUE = "continue";

    private ProcessLines() {}

    /** Prints a line with one write, so that a kill does not tear it. */
    static void print(OutputStream out, String line) {
        try {
            out.write((line + "\n").getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static OutputStream standardOutput() {
        return new FileOutputStream(FileDescriptor.out);
    }

    /** Returns the line of an event. */
    static String event(String threadId, int position, Event event) {
        return EVENT + " " + threadId + " " + position + " " + checksum(event);
    }

    static String checksum(Event event) {
        CRC32 sum = new CRC32();
        sum.update(Event.CODEC.encode(event).getBytes(UTF_8));
        return Long.toHexString(sum.getValue());
    }
}
