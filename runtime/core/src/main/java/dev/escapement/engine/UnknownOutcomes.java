package dev.escapement.engine;

import dev.escapement.UnknownOutcomeException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The exceptions after which the outcome of a step is unknown even if the step declares them. */
final class UnknownOutcomes {

    /** The name of a class in a module that this module does not require. */
    private static final String SQL_EXCEPTION = "java.sql.SQLException";

    /** The number of causes that are examined. A chain of causes can be a cycle. */
    private static final int MAX_CAUSES = 100;

    private UnknownOutcomes() {}

    /** Returns whether an exception or one of its causes leaves the outcome unknown. */
    static boolean include(Throwable thrown) {
        Throwable cause = thrown;
        for (int i = 0; i < MAX_CAUSES && cause != null; i++) {
            if (isOne(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
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
