package dev.escapement.run;

import dev.escapement.json.Violation;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if a thread's file contains an invalid line. The file is not changed. To continue the thread, replace the file
 * by an undamaged copy. Lines that a later release has written cause {@link NewerThreadException} instead.
 */
public final class CorruptThreadException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The maximum number of violations that the message lists. */
    private static final int MAX_LISTED = 5;

    /** A kind of fault in a thread's file. */
    public enum Fault {

        /** The line is not valid UTF-8. */
        ENCODING,

        /** The first line is not the header of a thread's file. */
        HEADER,

        /** The file has a format that this release does not support, and that is not a later format. */
        VERSION,

        /** The file belongs to another thread. */
        OTHER_THREAD,

        /** The checksum of the line is wrong: the line, or a line before it, was changed, removed, added or moved. */
        CHECKSUM,

        /** The line is not an event, or does not contain the state of the thread after the append. */
        EVENT,

        /** The event is encrypted, and the store has no cipher or the wrong one. */
        CIPHER,

        /** The first event is not {@code started}. */
        FIRST_EVENT
    }

    private final String threadId;
    private final String file;
    private final int line;
    private final Fault fault;
    private final transient List<Violation> violations;

    private CorruptThreadException(
            Path file,
            String threadId,
            int line,
            Fault fault,
            String expected,
            String found,
            List<Violation> violations) {
        super(RunMessages.corruptThread(file, line, expected, found));
        this.threadId = threadId;
        this.file = file.toString();
        this.line = line;
        this.fault = fault;
        this.violations = List.copyOf(violations);
    }

    /** Returns an exception for a line that is not valid UTF-8. */
    static CorruptThreadException encoding(Path file, String threadId, int line) {
        return new CorruptThreadException(
                file, threadId, line, Fault.ENCODING, RunMessages.TEXT, RunMessages.NOT_UTF_8, List.of());
    }

    /** Returns an exception for an invalid header. */
    static CorruptThreadException header(Path file, String threadId, List<Violation> violations) {
        return new CorruptThreadException(
                file, threadId, 1, Fault.HEADER, RunMessages.HEADER, faults(violations), violations);
    }

    /** Returns an exception for a file that does not begin with a complete or truncated header. */
    static CorruptThreadException noHeader(Path file, String threadId) {
        return new CorruptThreadException(
                file, threadId, 1, Fault.HEADER, RunMessages.HEADER, RunMessages.OTHER_CONTENT, List.of());
    }

    /** Returns an exception for a file with another format version. */
    static CorruptThreadException version(Path file, String threadId, int expected, int found) {
        return new CorruptThreadException(
                file, threadId, 1, Fault.VERSION, RunMessages.version(expected), RunMessages.version(found), List.of());
    }

    /** Returns an exception for a file that belongs to another thread. */
    static CorruptThreadException otherThread(Path file, String threadId, String found) {
        return new CorruptThreadException(
                file,
                threadId,
                1,
                Fault.OTHER_THREAD,
                RunMessages.thread(threadId),
                RunMessages.thread(found),
                List.of());
    }

    /** Returns an exception for a line that is not a valid event. */
    static CorruptThreadException event(Path file, String threadId, int line, List<Violation> violations) {
        return new CorruptThreadException(
                file, threadId, line, Fault.EVENT, RunMessages.EVENT, faults(violations), violations);
    }

    /** Returns an exception for a line whose standing is invalid. */
    static CorruptThreadException standing(Path file, String threadId, int line, List<Violation> violations) {
        return new CorruptThreadException(
                file, threadId, line, Fault.EVENT, FileStoreMessages.STANDING, faults(violations), violations);
    }

    /** Returns an exception for a line with a wrong number of events. */
    static CorruptThreadException size(Path file, String threadId, int line, int expected, int found) {
        return new CorruptThreadException(
                file,
                threadId,
                line,
                Fault.EVENT,
                FileStoreMessages.events(expected),
                FileStoreMessages.events(found),
                List.of());
    }

    /** Returns an exception for an event that cannot be decrypted. The cause is null if the store has no cipher. */
    static CorruptThreadException encrypted(
            Path file, String threadId, int line, @Nullable RuntimeException cause) {
        CorruptThreadException corrupt = new CorruptThreadException(
                file,
                threadId,
                line,
                Fault.CIPHER,
                cause == null ? FileStoreMessages.CLEAR_EVENT : FileStoreMessages.DECRYPTABLE_EVENT,
                FileStoreMessages.ENCRYPTED_EVENT,
                List.of());
        corrupt.initCause(cause);
        return corrupt;
    }

    /** Returns an exception for a thread whose first event is not {@code started}. */
    static CorruptThreadException firstEvent(Path file, String threadId) {
        return new CorruptThreadException(
                file, threadId, 2, Fault.FIRST_EVENT, RunMessages.FIRST_EVENT, RunMessages.OTHER_EVENT, List.of());
    }

    /** Returns an exception for a line whose checksum is wrong. */
    static CorruptThreadException checksum(Path file, String threadId, int line) {
        return new CorruptThreadException(
                file, threadId, line, Fault.CHECKSUM, RunMessages.CHAINED, RunMessages.NOT_CHAINED, List.of());
    }

    private static String faults(List<Violation> violations) {
        String listed =
                violations.stream().limit(MAX_LISTED).map(Violation::toString).collect(Collectors.joining("; "));
        return RunMessages.faultyLine(violations.size() <= MAX_LISTED ? listed : RunMessages.andMore(listed));
    }

    /**
     * Returns the id of the thread.
     *
     * @return the id; empty if it is only in the header of the file, and the header is invalid
     */
    public String threadId() {
        return threadId;
    }

    /**
     * Returns the file that contains the invalid line.
     *
     * @return the path of the file
     */
    public Path file() {
        return Path.of(file);
    }

    /**
     * Returns the number of the invalid line.
     *
     * @return the number, counted from 1
     */
    public int line() {
        return line;
    }

    /**
     * Returns the kind of fault.
     *
     * @return the fault
     */
    public Fault fault() {
        return fault;
    }

    /**
     * Returns the violations in the JSON of the invalid header or event.
     *
     * @return the violations, sorted by path; empty for other faults; null after deserialization
     */
    public List<Violation> violations() {
        return violations;
    }
}
