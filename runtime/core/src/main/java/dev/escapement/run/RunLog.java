package dev.escapement.run;

import dev.escapement.internal.failure.Failures;
import org.jspecify.annotations.Nullable;

/**
 * The log of this package. A logger that throws, for example because its disk is full or because the logged exception
 * cannot be printed, must not prevent an outcome from being recorded.
 */
final class RunLog {

    private RunLog() {}

    /** Logs a message. The logger is not a constant, because its creation takes longer than a step. */
    static void log(Class<?> type, System.Logger.Level level, String message) {
        log(type, level, message, null);
    }

    /** Logs a message and an exception. */
    static void log(Class<?> type, System.Logger.Level level, String message, @Nullable Throwable thrown) {
        try {
            System.getLogger(type.getName()).log(level, message, thrown);
        } catch (RuntimeException | Error e) {
            Failures.throwIfFatal(e); // other faults are ignored: the message has no other destination
        }
    }
}
