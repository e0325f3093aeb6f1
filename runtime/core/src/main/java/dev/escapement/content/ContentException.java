package dev.escapement.content;

import org.jspecify.annotations.Nullable;

/** Thrown if a {@link ContentStore} cannot store or return the bytes of a file. The message identifies the file. */
public final class ContentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message the problem and the remedy
     * @param cause the failure of the storage, if any
     */
    public ContentException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
