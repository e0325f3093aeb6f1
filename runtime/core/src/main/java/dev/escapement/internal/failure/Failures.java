package dev.escapement.internal.failure;

import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The classification of exceptions and errors that code of applications throws. */
public final class Failures {

    /** The number of causes that are examined. A chain of causes can be a cycle. */
    private static final int MAX_CAUSES = 100;

    private Failures() {}

    /**
     * Throws an error after which the process may be unable to continue: a {@link VirtualMachineError} other than
     * {@link StackOverflowError}.
     *
     * @param thrown the exception or error that was caught
     */
    public static void throwIfFatal(Throwable thrown) {
        if (thrown instanceof VirtualMachineError error && !(thrown instanceof StackOverflowError)) {
            throw error;
        }
    }

    /**
     * Returns whether an exception or one of its causes satisfies a condition. An exception whose cause cannot be
     * determined, because {@link Throwable#getCause} is overridden and throws, ends the chain.
     *
     * @param thrown the exception, or null
     * @param condition the condition
     * @return {@code true} if the exception or a cause satisfies it
     */
    public static boolean anyCause(@Nullable Throwable thrown, Predicate<Throwable> condition) {
        return firstCause(thrown, condition).isPresent();
    }

    /**
     * Returns the first of an exception and its causes that satisfies a condition.
     *
     * @param thrown the exception, or null
     * @param condition the condition
     * @return the exception or cause, or empty
     */
    public static Optional<Throwable> firstCause(@Nullable Throwable thrown, Predicate<Throwable> condition) {
        Throwable cause = thrown;
        for (int i = 0; i < MAX_CAUSES && cause != null; i++) {
            if (condition.test(cause)) {
                return Optional.of(cause);
            }
            cause = causeOf(cause);
        }
        return Optional.empty();
    }

    private static @Nullable Throwable causeOf(Throwable thrown) {
        try {
            return thrown.getCause();
        } catch (RuntimeException | Error e) {
            throwIfFatal(e);
            return null;
        }
    }
}
