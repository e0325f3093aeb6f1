package dev.escapement.jdbc;

import java.util.concurrent.atomic.AtomicReference;

/** Java threads whose failures are failures of the test. */
final class FailureOf {

    private FailureOf() {}

    /** Starts a Java thread, waits for its end, and throws its failure. */
    static void running(Thread thread) throws InterruptedException {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        thread.setUncaughtExceptionHandler((ignored, e) -> failure.set(e));
        thread.start();
        thread.join();
        if (failure.get() != null) {
            throw new AssertionError(failure.get());
        }
    }
}
