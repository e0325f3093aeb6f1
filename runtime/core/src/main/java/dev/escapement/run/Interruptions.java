package dev.escapement.run;

import dev.escapement.internal.failure.Failures;
import java.nio.channels.ClosedByInterruptException;
import org.jspecify.annotations.Nullable;

/** The detection of interruptions, which agent code can wrap in other exceptions or hide in its contract. */
final class Interruptions {

    private Interruptions() {}

    /**
     * Returns whether an exception results from an interruption. The current Java thread is then interrupted, so that
     * later code also detects the interruption.
     */
    static boolean include(@Nullable Throwable thrown) {
        boolean interrupted = Thread.currentThread().isInterrupted() || Failures.anyCause(thrown, Interruptions::isOne);
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
