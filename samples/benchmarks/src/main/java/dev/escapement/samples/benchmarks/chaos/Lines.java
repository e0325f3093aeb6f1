package dev.escapement.samples.benchmarks.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.escapement.thread.Event;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;

/** The lines that a child process prints for its parent. Each line is written by one system call, without a buffer. */
final class Lines {

    /** The child has started. */
    static final String READY = "ready";

    /** The child is inside a step, and waits to be killed. */
    static final String INSIDE = "inside";

    /** The child has stored an event. Followed by the thread's id, the position and the checksum of the event. */
    static final String EVENT = "event";

    /** An unexpected exception. */
    static final String FAILED = "failed";

    /** The two decisions of a race have been made. */
    static final String RACED = "raced";

    private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);

    private Lines() {}

    /** Prints a line. */
    static void print(String line) {
        try {
            OUT.write((line.replace('\n', ' ') + "\n").getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Prints an unexpected exception. */
    static void failed(String id, Throwable failure) {
        StringBuilder text = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            text.append(' ').append(cause);
        }
        print(FAILED + " " + id + text);
    }

    /** Returns a checksum of an event. */
    static String checksum(Event event) {
        CRC32 sum = new CRC32();
        sum.update(Event.CODEC.encode(event).getBytes(UTF_8));
        return Long.toHexString(sum.getValue());
    }
}
