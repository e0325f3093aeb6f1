package dev.escapement.run;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if the storage of a store fails. The thread can be used when the storage is available again. Nothing was stored;
 * only after {@link Reason#UNAVAILABLE}, the outcome of an append may be unknown: {@linkplain ThreadStore#load load} the
 * thread before you repeat it.
 */
public class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The reason of a failure. */
    public enum Reason {

        /** The storage was locked or overloaded for too long. The operation can be repeated at once. */
        BUSY,

        /**
         * The storage cannot be reached. The operation can be repeated later. If the connection failed during a commit,
         * the change may be stored.
         */
        UNAVAILABLE,

        /** The storage has no space left. */
        FULL,

        /** The storage, or the account of this process, does not permit writing. Stored threads can be read. */
        READ_ONLY,

        /** The storage was not created by this release, or by a later release, or is damaged. */
        FORMAT,

        /** Any other failure, which is the {@linkplain #getCause() cause}. */
        OTHER
    }

    private final @Nullable String threadId;
    private final Reason reason;

    /**
     * Creates an exception.
     *
     * @param message the failed operation, the reason and the remedy
     * @param threadId the id of the thread; null if the operation concerns several threads
     * @param reason the reason
     * @param cause the failure of the storage; null if there is none
     */
    public StoreException(String message, @Nullable String threadId, Reason reason, @Nullable Throwable cause) {
        super(message, cause);
        this.threadId = threadId;
        this.reason = Objects.requireNonNull(reason, "reason");
    }

    /**
     * Returns the id of the thread.
     *
     * @return the id; empty if the operation concerns several threads
     */
    public Optional<String> threadId() {
        return Optional.ofNullable(threadId);
    }

    /**
     * Returns the reason of the failure.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }

    /**
     * Returns whether the operation can succeed when it is repeated without a person's intervention.
     *
     * @return {@code true} for {@link Reason#BUSY} and {@link Reason#UNAVAILABLE}
     */
    public boolean isTemporary() {
        return reason == Reason.BUSY || reason == Reason.UNAVAILABLE;
    }
}
