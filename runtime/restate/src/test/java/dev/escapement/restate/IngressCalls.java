package dev.escapement.restate;

import dev.escapement.json.JsonText;
import dev.escapement.restate.server.Polling;
import dev.escapement.restate.server.RestateServer;
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
import dev.escapement.restate.wire.ThreadRow;
import dev.escapement.run.Standing;
import dev.escapement.thread.Budget;
import dev.escapement.thread.Event;
import dev.escapement.thread.Start;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The handlers of a server's objects, called without the store.
 *
 * @param server the server
 * @param service the name of the threads' virtual object
 */
record IngressCalls(RestateServer server, String service) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Starts a thread. */
    AppendReply start(String id, String agent) throws IOException, InterruptedException {
        Event started = new Event.Started(Instant.EPOCH, agent, Start.of("Close account a-1"), Budget.UNLIMITED);
        AppendBody body = new AppendBody(0, List.of(new JsonText(Event.CODEC.encode(started))), Standing.RUNNABLE);
        return ObjectJournal.decoded(
                AppendReplyCodec.INSTANCE, post(service, id, "append", AppendBodyCodec.INSTANCE.encode(body)));
    }

    Optional<ThreadRow> row(String id) throws IOException, InterruptedException {
        return ObjectJournal.decoded(RowReplyCodec.INSTANCE, post(service, id, "row", "{}"))
                .row();
    }

    EventsReply events(String id) throws IOException, InterruptedException {
        return ObjectJournal.decoded(
                EventsReplyCodec.INSTANCE,
                post(service, id, "events", EventsBodyCodec.INSTANCE.encode(new EventsBody(0))));
    }

    /** Waits until a thread has a phase. */
    void await(String id, Standing.Phase phase) throws InterruptedException {
        Polling.until(
                Polling.LIMIT,
                () -> row(id).filter(row -> row.standing().phase() == phase).isPresent(),
                () -> "Thread " + id + " is not " + phase + ".");
    }

    /** Calls a handler and returns its reply. */
    String post(String object, String key, String handler, String json) throws IOException, InterruptedException {
        HttpResponse<String> response = send(object, key, handler, json);
        if (response.statusCode() != 200) {
            throw new IOException(response.statusCode() + ": " + response.body());
        }
        return response.body();
    }

    /** Calls a handler. */
    HttpResponse<String> send(String object, String key, String handler, String json)
            throws IOException, InterruptedException {
        String encoded =
                URLEncoder.encode(ObjectKey.of(key), StandardCharsets.UTF_8).replace("+", "%20");
        URI uri = server.ingress().resolve("/" + object + "/" + encoded + "/" + handler);
        return HTTP.send(
                HttpRequest.newBuilder(uri)
                        .timeout(Duration.ofSeconds(60))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
