package dev.escapement.run;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The repetition of one operation of a store that fails temporarily. A busy store permits five attempts within two
 * seconds. The outcomes of actions cannot be obtained again, so that storing them is also repeated while the store is
 * unavailable, for a limited time.
 */
final class StoreRetry {

    private static final int BUSY_ATTEMPTS = 5;

    private static final long FIRST_PAUSE_MILLIS = 40;

    private static final long MAX_PAUSE_MILLIS = 1_080;

    private final long patience;
    private final long start = System.nanoTime();
    private int attempts;
    private long pause = FIRST_PAUSE_MILLIS;

    private StoreRetry(Duration patience) {
        this.patience = TimeUnit.NANOSECONDS.convert(patience);
    }

    /** Returns a repetition for a busy store. */
    static StoreRetry whileBusy() {
        return new StoreRetry(Duration.ZERO);
    }

    /** Returns a repetition for a busy or unavailable store, which ends after a given time. */
    static StoreRetry within(Duration patience) {
        return new StoreRetry(patience);
    }

    /** Executes an operation that has no effect if it fails, and repeats it while the store is busy. */
    static <T> T whileBusy(Supplier<T> operation) {
        StoreRetry retry = whileBusy();
        while (true) {
            try {
                return operation.get();
            } catch (StoreException failure) {
                retry.pauseAfter(failure);
            }
        }
    }

    /**
     * Returns after a pause if the operation can be repeated. Pauses become longer.
     *
     * @throws StoreException the failure, if the operation cannot be repeated or the Java thread is interrupted
     */
    void pauseAfter(StoreException failure) {
        attempts++;
        boolean busy = failure.reason() == StoreException.Reason.BUSY && attempts < BUSY_ATTEMPTS;
        if (!busy && !(failure.isTemporary() && System.nanoTime() - start < patience)) {
            throw failure;
        }
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
        pause = Math.min(pause * 3, MAX_PAUSE_MILLIS);
    }

    /** Returns whether an attempt has failed, whose effect may nevertheless have been stored. */
    boolean isRepeated() {
        return attempts > 0;
    }
}
