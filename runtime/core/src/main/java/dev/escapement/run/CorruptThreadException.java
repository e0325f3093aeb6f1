package dev.escapement.run;

import dev.escapement.json.Violation;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if the stored form of a thread contains an invalid line or event. The storage is not changed. To continue the
 * thread, restore it from an undamaged copy. Events that a later release has written cause {@link NewerThreadException}
 * instead.
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

    /**
     * Returns an exception for a stored event that this release cannot read. Intended for authors of stores.
     *
     * @param place the name of the place in the storage, for example of a table
     * @param threadId the id of the thread
     * @param number the number of the event, counted from 1
     * @param json the text of the event
     * @param violations the violations in the text
     * @return a {@link NewerThreadException} if a later release has written the event
     */
    public static RuntimeException unreadable(
            String place, String threadId, int number, String json, List<Violation> violations) {
        FormatProbe probe = FormatProbe.of(json);
        if (probe.hasUnknownEvent()) {
            return NewerThreadException.event(Path.of(place), threadId, number, probe.event());
        } else if (probe.hasUnknownConstant()) {
            return NewerThreadException.constant(Path.of(place), threadId, number, probe.unknownConstant());
        }
        return event(Path.of(place), threadId, number, violations);
    }

    /**
     * Returns an exception for a stored event whose checksum is wrong. Intended for authors of stores.
     *
     * @param place the name of the place in the storage, for example of a table
     * @param threadId the id of the thread
     * @param number the number of the event, counted from 1
     * @return the exception
     */
    public static CorruptThreadException wrongChecksum(String place, String threadId, int number) {
        return checksum(Path.of(place), threadId, number);
    }

    /**
     * Returns an exception for a stored event that is encrypted and cannot be decrypted. Intended for authors of stores.
     *
     * @param place the name of the place in the storage, for example of a table
     * @param threadId the id of the thread
     * @param number the number of the event, counted from 1
     * @param cause the exception of the cipher; null if the store has no cipher
     * @return the exception
     */
    public static CorruptThreadException undecryptable(
            String place, String threadId, int number, @Nullable RuntimeException cause) {
        return encrypted(Path.of(place), threadId, number, cause);
    }

    private CorruptThreadException(
            Path file,
            String threadId,
            int line,
            Fault fault,
            String expected,
            String found,
            List<Violation> violations) {
        super(
                fault == Fault.CIPHER
                        ? FileStoreMessages.encrypted(threadId, expected)
                        : RunMessages.corruptThread(file, line, expected, found));
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
    static CorruptThreadException encrypted(Path file, String threadId, int line, @Nullable RuntimeException cause) {
        CorruptThreadException corrupt = new CorruptThreadException(
                file,
                threadId,
                line,
                Fault.CIPHER,
                cause == null ? FileStoreMessages.NO_CIPHER : FileStoreMessages.WRONG_CIPHER,
                "",
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
     * @return the path of the file; in a store without files, the name of the place, such as a table
     */
    public Path file() {
        return Path.of(file);
    }

    /**
     * Returns the number of the invalid line.
     *
     * @return the number of the line, or of the event in a store without files; counted from 1
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

    /** Throws this exception unless the thread is damaged: another process may have the cipher that this one lacks. */
    void requireDamaged() {
        if (fault == Fault.CIPHER) {
            throw this;
        }
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
