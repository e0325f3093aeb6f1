package dev.escapement.content;

import dev.escapement.internal.text.Excerpt;
import org.jspecify.annotations.Nullable;

/** Thrown if a {@link ContentStore} cannot store or return the bytes of a file. The message identifies the file. */
public final class ContentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int MAX_NAME = 100;

    /**
     * Creates an exception.
     *
     * @param message the problem and the remedy
     * @param cause the failure of the storage, if any
     */
    public ContentException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static ContentException unknown(Content.File file) {
        return new ContentException(
                "The content store does not contain " + described(file) + ". Store the file before it is used.", null);
    }

    static ContentException otherSize(Content.File file, long size) {
        return new ContentException(
                "The stored content of " + described(file) + " has " + size + " bytes instead of " + file.size()
                        + ". Use the reference that ContentStore.put returned.",
                null);
    }

    static ContentException otherHash(Content.File file) {
        return new ContentException(
                "The stored content of " + described(file)
                        + " has another hash, because it was changed. Restore it from a backup, or store it again.",
                null);
    }

    static String described(Content.File file) {
        return "the file " + (file.name().isBlank() ? "" : Excerpt.line(file.name(), MAX_NAME) + " ") + "with the hash "
                + file.sha256();
    }
}
