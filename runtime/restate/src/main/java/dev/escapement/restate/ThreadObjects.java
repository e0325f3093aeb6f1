package dev.escapement.restate;

import dev.escapement.json.Decoded;
import dev.escapement.json.JsonCodec;
import dev.escapement.json.JsonText;
import dev.escapement.restate.wire.AppendBody;
import dev.escapement.restate.wire.AppendBodyCodec;
import dev.escapement.restate.wire.AppendReply;
import dev.escapement.restate.wire.AppendReplyCodec;
import dev.escapement.restate.wire.EventsBody;
import dev.escapement.restate.wire.EventsBodyCodec;
import dev.escapement.restate.wire.EventsReply;
import dev.escapement.restate.wire.EventsReplyCodec;
import dev.escapement.restate.wire.ObjectKey;
import dev.escapement.restate.wire.RowReplyCodec;
import dev.escapement.restate.wire.Status;
import dev.escapement.restate.wire.ThreadRow;
import dev.escapement.run.StoreException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The handlers of the threads' virtual objects, called through the ingress. Safe for concurrent use. */
final class ThreadObjects {

    private static final String NO_ARGUMENT = "{}";

    private final RestateHttp ingress;
    private final String service;
    private final Duration timeout;

    /**
     * Creates the calls.
     *
     * @param service the name of the virtual object
     * @param timeout the time after which a call fails
     */
    ThreadObjects(RestateHttp ingress, String service, Duration timeout) {
        this.ingress = ingress;
        this.service = service;
        this.timeout = timeout;
    }

    /** Appends events. */
    AppendReply append(String id, AppendBody body) {
        return changed(id, "append", AppendBodyCodec.INSTANCE.encode(body));
    }

    /** Erases the content of a thread. */
    AppendReply erase(String id) {
        return changed(id, "erase", NO_ARGUMENT);
    }

    /** Deletes a thread. */
    AppendReply delete(String id) {
        return changed(id, "delete", NO_ARGUMENT);
    }

    /**
     * Calls a handler that changes the thread. All attempts have the same idempotency key, so that Restate executes the
     * handler once and answers each of them with its reply. The key is random: with a key that depends on the content, two
     * callers that append equal events at the same position would both receive the success of one append.
     */
    private AppendReply changed(String id, String handler, String json) {
        RestateRequest request = request(
                id, handler, json, Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        return reply(request, AppendReplyCodec.INSTANCE);
    }

    /** Returns the row of a thread; empty if it is not stored. */
    Optional<ThreadRow> row(String id) {
        return reply(request(id, "row", NO_ARGUMENT, Map.of()), RowReplyCodec.INSTANCE)
                .row();
    }

    /**
     * Returns the events of a thread from a position. The object can divide them into several replies. Events that are
     * appended meanwhile can be part of the result.
     */
    EventsReply events(String id, int from) {
        List<JsonText> events = new ArrayList<>();
        while (true) {
            String body = EventsBodyCodec.INSTANCE.encode(new EventsBody(from + events.size()));
            EventsReply reply = reply(request(id, "events", body, Map.of()), EventsReplyCodec.INSTANCE);
            events.addAll(reply.events());
            boolean isComplete = reply.events().isEmpty() || from + events.size() >= reply.size();
            if (reply.status() != Status.DONE || isComplete) {
                return new EventsReply(reply.status(), reply.size(), events);
            }
        }
    }

    /** Returns the exception for a reply that an object of this release does not give. */
    StoreException unexpected(String id, String handler) {
        return RestateFailures.format(request(id, handler, "", Map.of()));
    }

    private RestateRequest request(String id, String handler, String json, Map<String, String> headers) {
        String key = URLEncoder.encode(ObjectKey.of(id), StandardCharsets.UTF_8).replace("+", "%20");
        return new RestateRequest(
                service + "/" + key + "/" + handler,
                json,
                headers,
                Optional.of(id),
                timeout,
                "the handler " + service + "/" + handler);
    }

    private <T> T reply(RestateRequest request, JsonCodec<T> codec) {
        return codec.decode(ingress.send(request)).fold(Decoded.Accepted::value, rejected -> {
            throw RestateFailures.format(request);
        });
    }
}
