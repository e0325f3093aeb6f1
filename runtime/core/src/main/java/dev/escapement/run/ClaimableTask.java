package dev.escapement.run;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A task that runs once, either on an executor or on the Java thread that requires its result. The latter prevents a
 * deadlock if all Java threads of the executor are waiting.
 *
 * @param <T> the type of the result
 */
final class ClaimableTask<T> implements Runnable {

    private final Supplier<T> work;
    private final CompletableFuture<T> result = new CompletableFuture<>();

    /** Whether the task was started or prevented from starting. Guarded by this. */
    private boolean taken;

    /** The Java thread that runs the task, or null if the task is not running. Guarded by this. */
    private @Nullable Thread worker;

    ClaimableTask(Supplier<T> work) {
        this.work = work;
    }

    /** Runs the task unless it has already started. */
    @Override
    public void run() {
        if (!begin()) {
            return;
        }
        try {
            T value = work.get();
            end();
            result.complete(value);
        } catch (RuntimeException | Error failure) {
            end();
            result.completeExceptionally(failure);
        }
    }

    private synchronized boolean begin() {
        boolean first = !taken;
        taken = true;
        worker = first ? Thread.currentThread() : worker;
        return first;
    }

    private synchronized void end() {
        worker = null;
    }

    /**
     * Runs the task, or waits for it to end if it has already started. Returns the task's result or throws its
     * exception.
     *
     * @throws InterruptedActionException if the current Java thread is interrupted while it waits
     */
    T finish() {
        run();
        try {
            return result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedActionException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            } else if (e.getCause() instanceof RuntimeException exception) {
                throw exception;
            }
            throw new IllegalStateException(e);
        }
    }

    /** Prevents the task from starting if it has not started yet. */
    synchronized void cancel() {
        if (!taken) {
            taken = true;
            result.cancel(false);
        }
    }

    /** Interrupts the Java thread that runs the task, if any. */
    synchronized void interrupt() {
        if (worker != null && worker != Thread.currentThread()) {
            worker.interrupt();
        }
    }

    /** Prevents the task from starting, or waits for it to end if it has already started. The result is ignored. */
    void settle() {
        cancel();
        result.handle((value, failure) -> true).join();
    }
}
