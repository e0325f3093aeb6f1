package dev.escapement.restate;

import dev.restate.common.Slice;
import dev.restate.sdk.endpoint.definition.HandlerContext;
import dev.restate.sdk.endpoint.definition.HandlerRunner;
import dev.restate.serde.Serde;
import io.opentelemetry.context.Scope;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The invocations that the process executes, on virtual threads since JDK 21, otherwise on a pool that grows with them. Safe
 * for concurrent use.
 */
final class Invocations {

    private final ExecutorService executor = executor();
    private int running;
    private boolean closing;

    private static ExecutorService executor() {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            return Executors.newCachedThreadPool(task -> {
                Thread thread = new Thread(task, "escapement-restate");
                thread.setDaemon(true);
                return thread;
            });
        }
    }

    /** A handler with the JSON of its request and reply. */
    @FunctionalInterface
    interface JsonHandler {

        /**
         * Handles a request.
         *
         * @param journal the journal of the attempt
         * @param json the body of the request
         * @return the body of the reply
         */
        String handle(ObjectJournal journal, String json);
    }

    /** Returns the byte-level form of a handler. */
    HandlerRunner<Slice, Slice> runner(JsonHandler handler) {
        return new HandlerRunner<>() {
            @Override
            public CompletableFuture<Slice> run(
                    HandlerContext context,
                    Serde<Slice> request,
                    Serde<Slice> response,
                    AtomicReference<Runnable> onClosedInvocationStreamHook) {
                CompletableFuture<Void> ended = new CompletableFuture<>();
                onClosedInvocationStreamHook.set(() -> ended.completeExceptionally(
                        new AttemptEndedException("Restate ended the attempt, which it repeats.", null)));
                return start(handler, context, ended);
            }
        };
    }

    private CompletableFuture<Slice> start(JsonHandler handler, HandlerContext context, CompletableFuture<Void> ended) {
        CompletableFuture<Slice> reply = new CompletableFuture<>();
        if (!begin()) {
            reply.completeExceptionally(
                    new AttemptEndedException("The service closes. Restate repeats the invocation.", null));
            return reply;
        }
        executor.execute(() -> {
            Scope scope = context.request().openTelemetryContext().makeCurrent();
            try {
                ObjectJournal journal = new ObjectJournal(context, ended, this::isClosing);
                String json = ObjectJournal.text(context.request().body());
                reply.complete(Slice.wrap(handler.handle(journal, json)));
            } catch (Throwable e) { // Restate repeats the invocation and shows the fault
                reply.completeExceptionally(e);
            } finally {
                scope.close();
                end();
            }
        });
        return reply;
    }

    private synchronized boolean begin() {
        if (closing) {
            return false;
        }
        running++;
        return true;
    }

    private synchronized void end() {
        running--;
        notifyAll();
    }

    private synchronized boolean isClosing() {
        return closing;
    }

    /**
     * Refuses further invocations, and waits until the running ones have ended. An execution ends after its current step or
     * request.
     *
     * @param limit the maximum time to wait
     * @return whether all have ended
     */
    synchronized boolean close(Duration limit) throws InterruptedException {
        closing = true;
        long end = System.nanoTime() + limit.toNanos();
        for (long left = limit.toMillis(); running > 0 && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
        executor.shutdown();
        return running == 0;
    }
}
