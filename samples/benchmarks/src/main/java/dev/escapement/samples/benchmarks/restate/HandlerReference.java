package dev.escapement.samples.benchmarks.restate;

import dev.restate.common.Slice;
import dev.restate.common.Target;
import dev.restate.sdk.endpoint.definition.AsyncResult;
import dev.restate.sdk.endpoint.definition.HandlerContext;
import dev.restate.sdk.endpoint.definition.HandlerDefinition;
import dev.restate.sdk.endpoint.definition.HandlerRunner;
import dev.restate.sdk.endpoint.definition.HandlerType;
import dev.restate.sdk.endpoint.definition.ServiceDefinition;
import dev.restate.sdk.endpoint.definition.ServiceType;
import dev.restate.serde.Serde;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A hand-written virtual object with the journal of an agent thread: entries of the same kinds and sizes in the same
 * order. It has neither a model nor tools, and does not decode anything.
 */
final class HandlerReference {

    private static final Serde<Slice> JSON = Serde.withContentType("application/json", Serde.SLICE);

    private final String service;
    private final JournalSizes sizes;
    private final Runnable ended;
    private final ExecutorService executor = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "reference");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Creates the object.
     *
     * @param service the name of the object
     * @param sizes the sizes of the entries
     * @param ended is called at the end of each execution
     */
    HandlerReference(String service, JournalSizes sizes, Runnable ended) {
        this.service = service;
        this.sizes = sizes;
        this.ended = ended;
    }

    ServiceDefinition definition() {
        return ServiceDefinition.of(
                        service,
                        ServiceType.VIRTUAL_OBJECT,
                        List.of(handler("append", this::append), handler("drive", this::drive)))
                .configure(settings -> settings.enableLazyState(true).journalRetention(Duration.ZERO));
    }

    private interface Handler {
        void handle(HandlerContext context);
    }

    private HandlerDefinition<Slice, Slice> handler(String name, Handler handler) {
        return HandlerDefinition.of(name, HandlerType.EXCLUSIVE, JSON, JSON, new HandlerRunner<Slice, Slice>() {
            @Override
            public CompletableFuture<Slice> run(
                    HandlerContext context,
                    Serde<Slice> request,
                    Serde<Slice> response,
                    AtomicReference<Runnable> onClosedInvocationStreamHook) {
                return CompletableFuture.supplyAsync(
                        () -> {
                            handler.handle(context);
                            return sizes.reply();
                        },
                        executor);
            }
        });
    }

    private void append(HandlerContext context) {
        get(context, "row");
        run(context, "start", sizes.row());
        set(context, "e0", sizes.first());
        set(context, "row", sizes.row());
        context.send(Target.virtualObject(service, context.objectKey(), "drive"), sizes.drive(), null, List.of(), null)
                .join();
    }

    private void drive(HandlerContext context) {
        get(context, "row");
        get(context, "e0");
        get(context, "e1");
        int number = 1;
        for (JournalSizes.JournalAction action : sizes.actions()) {
            run(context, "advance", action.result());
            for (Slice event : action.events()) {
                set(context, "e" + number, event);
                number++;
            }
        }
        run(context, "advance", sizes.rest());
        set(context, "row", sizes.row());
        ended.run();
    }

    private static void get(HandlerContext context, String name) {
        AsyncResult<Optional<Slice>> value = context.get(name).join();
        value.poll().join();
    }

    private static void set(HandlerContext context, String name, Slice value) {
        context.set(name, value).join();
    }

    private static void run(HandlerContext context, String name, Slice value) {
        CompletableFuture<HandlerContext.RunCompleter> begun = new CompletableFuture<>();
        CompletableFuture<Slice> result =
                context.submitRun(name, begun::complete).join().poll();
        CompletableFuture.anyOf(begun, result).join();
        if (!result.isDone()) {
            begun.join().proposeSuccess(value);
        }
        result.join();
    }
}
