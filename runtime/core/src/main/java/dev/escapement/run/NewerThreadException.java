package dev.escapement.run;

import java.nio.file.Path;

/**
 * Thrown if a thread contains data that a later release of the library has written and this release does not know. The
 * thread is intact and was not changed. Run the later release to continue it.
 */
public final class NewerThreadException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A kind of data that this release does not know. */
    public enum Unknown {

        /** The file has a later format version. */
        FORMAT_VERSION,

        /** The line is an event of an unknown kind. */
        EVENT_KIND,

        /** The line is an event of a known kind with an unknown constant, such as an effect. */
        CONSTANT
    }

    private final String threadId;
    private final String file;
    private final int line;
    private final Unknown unknown;
    private final String found;

    private NewerThreadException(
            Path file, int line, String threadId, Unknown unknown, String found, String description) {
        super(RunMessages.newerThread(threadId, file, line, description));
        this.threadId = threadId;
        this.file = file.toString();
        this.line = line;
        this.unknown = unknown;
        this.found = found;
    }

    /** Returns an exception for a file with a later format version. */
    static NewerThreadException version(Path file, String threadId, int known, int found) {
        return new NewerThreadException(
                file,
                1,
                threadId,
                Unknown.FORMAT_VERSION,
                Integer.toString(found),
                RunMessages.newerVersion(found, known));
    }

    /** Returns an exception for an event of an unknown kind. */
    static NewerThreadException event(Path file, String threadId, int line, String kind) {
        return new NewerThreadException(file, line, threadId, Unknown.EVENT_KIND, kind, RunMessages.unknownEvent(kind));
    }

    /** Returns an exception for an event with an unknown constant. */
    static NewerThreadException constant(Path file, String threadId, int line, String constant) {
        return new NewerThreadException(
                file, line, threadId, Unknown.CONSTANT, constant, RunMessages.unknownConstant(constant));
    }

    /**
     * Returns the id of the thread.
     *
     * @return the id
     */
    public String threadId() {
        return threadId;
    }

    /**
     * Returns the file of the thread.
     *
     * @return the path of the file
     */
    public Path file() {
        return Path.of(file);
    }

    /**
     * Returns the number of the line that contains the unknown data.
     *
     * @return the number, counted from 1
     */
    public int line() {
        return line;
    }

    /**
     * Returns the kind of the unknown data.
     *
     * @return the kind
     */
    public Unknown unknown() {
        return unknown;
    }

    /**
     * Returns the unknown data.
     *
     * @return the format version as a decimal number, or the kind of the event or the constant as in JSON
     */
    public String found() {
        return found;
    }
}
