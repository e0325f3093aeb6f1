package dev.escapement.restate.server;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Waits for a condition with a deadline. The condition is evaluated every 50 ms. */
public final class Polling {

    /** The usual limit, long enough for a loaded machine. */
    public static final Duration LIMIT = Duration.ofSeconds(60);

    private static final long INTERVAL_MILLIS = 50;

    private Polling() {}

    /** A condition. */
    @FunctionalInterface
    public interface Condition {

        /**
         * Returns whether the condition holds.
         *
         * @throws IOException if that is unknown, for example because a server does not answer; it is evaluated again
         */
        boolean holds() throws IOException, InterruptedException;
    }

    /**
     * Waits until a condition holds.
     *
     * @param limit the longest time to wait
     * @param failure supplies the message of the exception
     * @throws IllegalStateException if the condition does not hold within the limit; its cause is the last exception of
     *     the condition
     */
    public static void until(Duration limit, Condition condition, Supplier<String> failure)
            throws InterruptedException {
        long start = System.nanoTime();
        IOException last = null;
        while (true) {
            try {
                if (condition.holds()) {
                    return;
                }
                last = null;
            } catch (IOException e) {
                last = e;
            }
            if (System.nanoTime() - start > limit.toNanos()) {
                throw new IllegalStateException(failure.get() + " The limit was " + limit.toSeconds() + " s.", last);
            }
            TimeUnit.MILLISECONDS.sleep(INTERVAL_MILLIS);
        }
    }
}
