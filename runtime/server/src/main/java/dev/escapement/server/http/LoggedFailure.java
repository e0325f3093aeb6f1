package dev.escapement.server.http;

import org.jspecify.annotations.Nullable;

/** A copy of an exception for logs, with types and stack traces, but without messages, which can contain content. */
public final class LoggedFailure extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int MAX_CAUSES = 10;

    private LoggedFailure(Throwable original, int depth) {
        super(original.getClass().getName(), cause(original, depth), false, true);
        setStackTrace(original.getStackTrace());
    }

    /**
     * Returns a copy without messages.
     *
     * @param original the exception
     * @return the copy, with up to ten causes
     */
    public static LoggedFailure of(Throwable original) {
        return new LoggedFailure(original, 0);
    }

    private static @Nullable Throwable cause(Throwable original, int depth) {
        Throwable cause = original.getCause();
        return cause == null || depth == MAX_CAUSES ? null : new LoggedFailure(cause, depth + 1);
    }
}
