package dev.escapement.engine;

import dev.escapement.UnknownOutcomeException;
import dev.escapement.internal.failure.Failures;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The exceptions and errors after which the outcome of a step is unknown even if the step declares them. */
final class UnknownOutcomes {

    /** The name of a class in a module that this module does not require. */
    private static final String SQL_EXCEPTION = "java.sql.SQLException";

    private UnknownOutcomes() {}

    /** Returns whether an error, or an exception or one of its causes, leaves the outcome unknown. */
    static boolean include(Throwable thrown) {
        return thrown instanceof Error || Failures.anyCause(thrown, UnknownOutcomes::isOne);
    }

    /** Returns the first of an exception and its causes that leaves the outcome unknown, or the exception itself. */
    static Throwable firstOf(Throwable thrown) {
        return thrown instanceof Error
                ? thrown
                : Failures.firstCause(thrown, UnknownOutcomes::isOne).orElse(thrown);
    }

    private static boolean isOne(Throwable thrown) {
        return thrown instanceof IOException
                || thrown instanceof TimeoutException
                || thrown instanceof InterruptedException
                || thrown instanceof UnknownOutcomeException
                || isSqlException(thrown.getClass());
    }

    private static boolean isSqlException(Class<?> type) {
        for (@Nullable Class<?> ancestor = type; ancestor != null; ancestor = ancestor.getSuperclass()) {
            if (ancestor.getName().equals(SQL_EXCEPTION)) {
                return true;
            }
        }
        return false;
    }
}
