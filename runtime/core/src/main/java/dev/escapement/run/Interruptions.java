package dev.escapement.run;

import java.nio.channels.ClosedByInterruptException;
import org.jspecify.annotations.Nullable;

/** The detection of interruptions, which agent code can wrap in other exceptions or hide in its contract. */
final class Interruptions {

    /** The number of causes that are examined. A chain of causes can be a cycle. */
    private static final int MAX_CAUSES = 100;

    private Interruptions() {}

    /**
     * Returns whether an exception results from an interruption. The current Java thread is then interrupted, so that
     * later code also detects the interruption.
     */
    static boolean include(@Nullable Throwable thrown) {
        boolean interrupted = Thread.currentThread().isInterrupted();
        Throwable cause = thrown;
        for (int i = 0; i < MAX_CAUSES && cause != null; i++) {
            interrupted |= isOne(cause);
            cause = cause.getCause();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return interrupted;
    }

    private static boolean isOne(Throwable thrown) {
        return thrown instanceof InterruptedException
                || thrown instanceof InterruptedActionException
                || thrown instanceof ClosedByInterruptException;
    }
}
