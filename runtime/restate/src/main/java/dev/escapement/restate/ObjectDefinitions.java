package dev.escapement.restate;

import dev.escapement.json.Decoded;
import dev.escapement.json.JsonCodec;
import dev.escapement.restate.wire.AppendBodyCodec;
import dev.escapement.restate.wire.AppendReply;
import dev.escapement.restate.wire.AppendReplyCodec;
import dev.escapement.restate.wire.ChildEndedBodyCodec;
import dev.escapement.restate.wire.DriveBodyCodec;
import dev.escapement.restate.wire.EndBodyCodec;
import dev.escapement.restate.wire.EventsBodyCodec;
import dev.escapement.restate.wire.EventsReplyCodec;
import dev.escapement.restate.wire.RowReply;
import dev.escapement.restate.wire.RowReplyCodec;
import dev.escapement.restate.wire.ScheduleBodyCodec;
import dev.escapement.restate.wire.TickBodyCodec;
import dev.restate.common.Slice;
import dev.restate.sdk.common.TerminalException;
import dev.restate.sdk.endpoint.definition.HandlerDefinition;
import dev.restate.sdk.endpoint.definition.HandlerType;
import dev.restate.sdk.endpoint.definition.InvocationRetryPolicy;
import dev.restate.sdk.endpoint.definition.ServiceDefinition;
import dev.restate.sdk.endpoint.definition.ServiceType;
import dev.restate.serde.Serde;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The definitions of the virtual objects. A failed attempt is repeated without end and with short delays, because failures
 * of the agent are results of its executions; an attempt fails only if the service or Restate does.
 */
final class ObjectDefinitions {

    private static final Serde<Slice> JSON = Serde.withContentType("application/json", Serde.SLICE);

    private static final InvocationRetryPolicy RETRIES = InvocationRetryPolicy.builder()
            .initialInterval(Duration.ofMillis(50))
            .exponentiationFactor(2.0)
            .maxInterval(Duration.ofSeconds(10))
            .maxAttempts(Integer.MAX_VALUE)
            .onMaxAttempts(InvocationRetryPolicy.OnMaxAttempts.PAUSE)
            .build();

    private final Invocations invocations;

    ObjectDefinitions(Invocations invocations) {
        this.invocations = invocations;
    }

    /** Returns the object of the threads. */
    ServiceDefinition threads(ObjectContext context) {
        AppendHandlers appends = new AppendHandlers(context);
        ChildHandlers children = new ChildHandlers(context);
        ThreadHandlers threads = new ThreadHandlers(context);
        return object(
                context.targets().service(),
                "The threads of agents",
                List.of(
                        exclusive("append", AppendBodyCodec.INSTANCE, appends::append),
                        internal(exclusive("create", AppendBodyCodec.INSTANCE, appends::create)),
                        internal(exclusive("drive", DriveBodyCodec.INSTANCE, threads::drive)),
                        internal(exclusive("childEnded", ChildEndedBodyCodec.INSTANCE, children::childEnded)),
                        internal(exclusive("end", EndBodyCodec.INSTANCE, children::end)),
                        changing("erase", threads::erase),
                        changing("delete", threads::delete),
                        shared(
                                "events",
                                (journal, json) -> EventsReplyCodec.INSTANCE.encode(new EventPages(journal)
                                        .read(request(EventsBodyCodec.INSTANCE, json)
                                                .from()))),
                        row()));
    }

    /** Returns the handler that reads the row. */
    private HandlerDefinition<Slice, Slice> row() {
        Invocations.JsonHandler handler =
                (journal, json) -> RowReplyCodec.INSTANCE.encode(new RowReply(new ObjectState(journal).row()));
        return shared("row", handler);
    }

    /** Returns the object of the schedules. */
    ServiceDefinition schedules(String name, ScheduleHandlers schedules) {
        return object(
                name,
                "The schedules of agents",
                List.of(
                        exclusive("register", ScheduleBodyCodec.INSTANCE, schedules::register),
                        exclusive("tick", TickBodyCodec.INSTANCE, schedules::tick)));
    }

    private static ServiceDefinition object(String name, String documentation, List<HandlerDefinition<?, ?>> handlers) {
        return ServiceDefinition.of(name, ServiceType.VIRTUAL_OBJECT, handlers)
                .configure(settings -> settings.documentation(documentation)
                        .inactivityTimeout(Duration.ofDays(1)) // a step or a request to the model can take long
                        .abortTimeout(Duration.ofHours(1))
                        .enableLazyState(
                                true) // Restate pauses an invocation whose state exceeds its memory limit, 32 MiB
                        .idempotencyRetention(Duration.ofMinutes(10)) // longer than a client repeats a request
                        .journalRetention(Duration.ZERO));
    }

    /** Returns a handler that only objects can call. */
    private static HandlerDefinition<Slice, Slice> internal(HandlerDefinition<Slice, Slice> handler) {
        return handler.configure(settings -> settings.ingressPrivate(true));
    }

    private <T> HandlerDefinition<Slice, Slice> exclusive(
            String name, JsonCodec<T> codec, BiFunction<ObjectJournal, T, AppendReply> handler) {
        return handler(
                name,
                HandlerType.EXCLUSIVE,
                (journal, json) -> AppendReplyCodec.INSTANCE.encode(handler.apply(journal, request(codec, json))));
    }

    private HandlerDefinition<Slice, Slice> changing(String name, Function<ObjectJournal, AppendReply> handler) {
        return handler(
                name,
                HandlerType.EXCLUSIVE,
                (journal, json) -> AppendReplyCodec.INSTANCE.encode(handler.apply(journal)));
    }

    private HandlerDefinition<Slice, Slice> shared(String name, Invocations.JsonHandler handler) {
        return handler(name, HandlerType.SHARED, handler);
    }

    private HandlerDefinition<Slice, Slice> handler(String name, HandlerType type, Invocations.JsonHandler handler) {
        return HandlerDefinition.of(name, type, JSON, JSON, invocations.runner(handler))
                .configure(settings -> settings.invocationRetryPolicy(RETRIES));
    }

    private static <T> T request(JsonCodec<T> codec, String json) {
        return codec.decode(json).fold(Decoded.Accepted::value, rejected -> {
            throw new TerminalException(
                    TerminalException.BAD_REQUEST_CODE,
                    "The request is malformed at "
                            + rejected.violations().get(0).path()
                            + ". Use the release of the store that belongs to the service.");
        });
    }
}
