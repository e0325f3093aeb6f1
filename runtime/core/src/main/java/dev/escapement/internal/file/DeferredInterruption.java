package dev.escapement.internal.file;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;

/**
 * Operations on channels that an interruption does not abort. An interruption of a Java thread closes the channel that
 * the thread uses; the operation is then repeated, and the interruption becomes visible after it.
 */
public final class DeferredInterruption {

    /**
     * An operation that can be repeated after its channel was closed.
     *
     * @param <T> the type of the result
     */
    public interface Operation<T> {

        /** Performs the operation on an open channel, which it opens if necessary. */
        T perform() throws IOException;
    }

    private DeferredInterruption() {}

    /** Performs an operation, which it repeats as long as interruptions close the channel. */
    public static <T> T complete(Operation<T> operation) throws IOException {
        boolean interrupted = false;
        try {
            while (true) {
                interrupted |= Thread.interrupted();
                try {
                    return operation.perform();
                } catch (ClosedByInterruptException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
