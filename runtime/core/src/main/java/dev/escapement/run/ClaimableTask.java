package dev.escapement.run;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Work that is done once, by whoever comes first: an executor, or the one who waits for it. So nobody waits in vain for an
 * executor whose threads all wait.
 *
 * @param <T> what it gives
 */
final class ClaimableTask<T> implements Runnable {

    private final Supplier<T> work;
    private final AtomicBoolean taken = new AtomicBoolean();
    private final CompletableFuture<T> result = new CompletableFuture<>();

    ClaimableTask(Supplier<T> work) {
        this.work = work;
    }

    /** Does the work, unless somebody has begun it. */
    @Override
    public void run() {
        if (taken.compareAndSet(false, true)) {
            try {
                result.complete(work.get());
            } catch (RuntimeException | Error failure) {
                result.completeExceptionally(failure);
            }
        }
    }

    /** Does the work, or waits for whoever does it. Throws what the work throws. */
    T finish() {
        run();
        try {
            return result.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            } else if (e.getCause() instanceof RuntimeException exception) {
                throw exception;
            }
            throw e;
        }
    }

    /** Keeps the work from beginning; if it has begun, waits until it is done, whatever came of it. */
    void settle() {
        if (!taken.compareAndSet(false, true)) {
            result.handle((value, failure) -> true).join();
        }
    }
}
