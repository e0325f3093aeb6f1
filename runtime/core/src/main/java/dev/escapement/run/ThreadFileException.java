package dev.escapement.run;

import dev.escapement.internal.file.SymbolicLinkException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if {@link FileThreadStore} cannot read or write its files. The operation has no effect on the stored threads,
 * unless the removal of a partially written line also fails.
 */
public final class ThreadFileException extends UncheckedIOException {

    private static final long serialVersionUID = 1L;

    /** The reason of a failure. */
    public enum Reason {

        /** A symbolic link is in place of a file of the store. The store does not follow it. */
        SYMBOLIC_LINK,

        /** The process is not permitted to write to the directory or file. Stored threads can be read. */
        NOT_WRITABLE,

        /** The operating system reported another error, which is the {@linkplain #getCause() cause}. */
        IO
    }

    private final @Nullable String threadId;
    private final String file;
    private final Reason reason;

    private ThreadFileException(
            String message, @Nullable String threadId, Path file, Reason reason, IOException cause) {
        super(message, cause);
        this.threadId = threadId;
        this.file = file.toString();
        this.reason = reason;
    }

    /**
     * Returns an exception for a symbolic link or another error.
     *
     * @param operation the description of the failed operation
     * @param threadId the id of the thread, or null for operations on all threads
     * @param file the file or directory that the operation used
     */
    static ThreadFileException of(String operation, @Nullable String threadId, Path file, IOException cause) {
        if (cause instanceof SymbolicLinkException link) {
            Path path = Path.of(link.getFile());
            return new ThreadFileException(
                    RunMessages.linkFound(operation, path), threadId, path, Reason.SYMBOLIC_LINK, cause);
        }
        return new ThreadFileException(
                RunMessages.fileFailed(operation, cause.toString()), threadId, file, Reason.IO, cause);
    }

    /**
     * Returns an exception for an operation that writes. Distinguishes missing permissions from other errors.
     *
     * @param operation the description of the failed operation
     * @param threadId the id of the thread
     * @param file the file that the operation used
     */
    static ThreadFileException ofWrite(String operation, String threadId, Path file, IOException cause) {
        Path unwritable = unwritable(cause);
        return unwritable == null
                ? of(operation, threadId, file, cause)
                : new ThreadFileException(
                        RunMessages.notWritable(operation, unwritable),
                        threadId,
                        unwritable,
                        Reason.NOT_WRITABLE,
                        cause);
    }

    /**
     * Returns the file that could not be written, or its directory if the file does not exist; null if it is writable
     * or a symbolic link, or the error does not name a file.
     */
    private static @Nullable Path unwritable(IOException cause) {
        if (cause instanceof SymbolicLinkException
                || !(cause instanceof FileSystemException error)
                || error.getFile() == null) {
            return null;
        }
        Path file = Path.of(error.getFile());
        Path existing = Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                ? file
                : file.toAbsolutePath().getParent();
        return existing == null || Files.isWritable(existing) ? null : existing;
    }

    /**
     * Returns the id of the thread.
     *
     * @return the id; empty if the operation concerns the whole directory
     */
    public Optional<String> threadId() {
        return Optional.ofNullable(threadId);
    }

    /**
     * Returns the file or directory that caused the failure. For {@link Reason#SYMBOLIC_LINK}, this is the link.
     *
     * @return the path
     */
    public Path file() {
        return Path.of(file);
    }

    /**
     * Returns the reason of the failure.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }
}
