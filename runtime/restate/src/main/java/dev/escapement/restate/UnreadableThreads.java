package dev.escapement.restate;

import dev.escapement.restate.wire.AdvanceBody;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The policy for threads whose events a release cannot read, for example because a newer one has recorded them, for
 * children that do not end, and for interruptions: further executions, after which the thread is parked.
 */
final class UnreadableThreads {

    private static final int MAX_FAILURES = 10;
    private static final Duration DELAY = Duration.ofSeconds(10);

    private UnreadableThreads() {}

    /**
     * Returns the failed execution of a thread, and logs the failure.
     *
     * @param failures the number of failed executions, this one included
     * @param problem the problem, a sentence
     */
    static AdvanceBody failed(String threadId, int failures, Instant at, String problem, Throwable failure) {
        boolean isParked = failures >= MAX_FAILURES;
        String consequence = isParked
                ? " Thread " + threadId + " is parked. Correct the cause and resume the thread."
                : " The execution of thread " + threadId + " is repeated.";
        log(problem + consequence, failure);
        return AdvanceBodies.failed(at, failures, isParked ? Optional.empty() : Optional.of(at.plus(DELAY)));
    }

    /**
     * Returns the failed execution of a thread whose result is too large. The thread is parked at once, because each repeated
     * execution would request it again.
     *
     * @param failures the number of failed executions, this one included
     * @param maxBytes the maximum size of a result
     */
    static AdvanceBody oversized(String threadId, int failures, Instant at, int maxBytes) {
        log(
                "The result of an action of thread " + threadId + " has more than " + maxBytes
                        + " bytes, and the thread is parked. Limit the result, or keep large values in files, and resume the"
                        + " thread.",
                null);
        return AdvanceBodies.failed(at, failures, Optional.empty());
    }

    static void log(String message, @Nullable Throwable failure) {
        System.getLogger(RestateService.class.getName()).log(Level.WARNING, message, failure);
    }
}
