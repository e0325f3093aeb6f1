package dev.escapement.processor.functional.agent.crash;

import dev.escapement.run.DriveInterruptedException;
import org.jspecify.annotations.Nullable;

/** The throwables that faults of the tests cause. */
final class InjectedFault {

    private InjectedFault() {}

    /** An exception that no step declares and no store documents. */
    static final class Failure extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        Failure(@Nullable Throwable cause) {
            super("password: 12345", cause);
        }
    }

    /** An error, such as a lack of memory. */
    static final class Breakdown extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Throws a given throwable again unless it results from a fault of the tests. */
    static void require(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Crash
                    || cause instanceof Failure
                    || cause instanceof Breakdown
                    || cause instanceof DriveInterruptedException) {
                return;
            }
        }
        throw new AssertionError("a process ended unexpectedly", thrown);
    }
}
