package dev.escapement.run;

import dev.escapement.internal.file.SymbolicLinkException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if {@link FileThreadStore} cannot read or write its files. The operation has no effect on the stored threads,
 * unless the removal of a partially written append also fails. The {@linkplain #reason() reason} is {@link Reason#BUSY} if
 * another process has a lock for long, otherwise {@link Reason#FULL}, {@link Reason#READ_ONLY} or {@link Reason#OTHER}.
 */
public final class ThreadFileException extends StoreException {

    private static final long serialVersionUID = 1L;

    /** The texts of operating systems for a full disk, an exceeded quota and an exceeded size of files. */
    private static final List<String> FULL = List.of("No space left", "quota", "not enough space", "File too large");

    private final String file;

    private ThreadFileException(
            String message, @Nullable String threadId, Path file, Reason reason, IOException cause) {
        super(message, threadId, reason, cause);
        this.file = file.toString();
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
            return new ThreadFileException(RunMessages.linkFound(operation, path), threadId, path, Reason.OTHER, cause);
        }
        Reason reason = cause instanceof LockNotFreeException ? Reason.BUSY : Reason.OTHER;
        return new ThreadFileException(
                RunMessages.fileFailed(operation, cause.toString()), threadId, file, reason, cause);
    }

    /**
     * Returns an exception for an operation that writes. Distinguishes missing permissions and space from other errors.
     *
     * @param operation the description of the failed operation
     * @param threadId the id of the thread, or null for operations on all threads
     * @param file the file that the operation used
     */
    static ThreadFileException ofWrite(String operation, @Nullable String threadId, Path file, IOException cause) {
        Path unwritable = unwritable(cause);
        if (unwritable != null) {
            return new ThreadFileException(
                    RunMessages.notWritable(operation, unwritable), threadId, unwritable, Reason.READ_ONLY, cause);
        } else if (isFull(cause)) {
            return new ThreadFileException(
                    RunMessages.fileFailed(operation, cause.toString()), threadId, file, Reason.FULL, cause);
        }
        return of(operation, threadId, file, cause);
    }

    /** Returns whether a write failed for lack of space. The JDK has no other sign of it than the text. */
    private static boolean isFull(IOException cause) {
        String message = String.valueOf(cause.getMessage());
        return FULL.stream().anyMatch(message::contains);
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
     * Returns whether a symbolic link is in place of a file of the store. The store does not follow it.
     *
     * @return whether {@link #file} is such a link
     */
    public boolean isSymbolicLink() {
        return getCause() instanceof SymbolicLinkException;
    }

    /**
     * Returns the file or directory that caused the failure.
     *
     * @return the path
     */
    public Path file() {
        return Path.of(file);
    }
}
