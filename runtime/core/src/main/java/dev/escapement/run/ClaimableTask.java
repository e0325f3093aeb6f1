package dev.escapement.run;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * A task that runs once, either on an executor or on the Java thread that requires its result. The latter prevents a
 * deadlock if all Java threads of the executor are waiting.
 *
 * @param <T> the type of the result
 */
final class ClaimableTask<T> implements Runnable {

    private final Supplier<T> work;
    private final AtomicBoolean taken = new AtomicBoolean();
    private final CompletableFuture<T> result = new CompletableFuture<>();

    ClaimableTask(Supplier<T> work) {
        this.work = work;
    }

    /** Runs the task unless it has already started. */
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

    /**
     * Runs the task, or waits for it to end if it has already started. Returns the task's result or throws its
     * exception.
     */
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

    /** Prevents the task from starting, or waits for it to end if it has already started. The result is ignored. */
    void settle() {
        if (!taken.compareAndSet(false, true)) {
            result.handle((value, failure) -> true).join();
        }
    }
}
