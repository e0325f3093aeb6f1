package dev.escapement.restate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.json.Decoded;
import dev.escapement.json.JsonCodec;
import dev.escapement.json.JsonText;
import dev.escapement.restate.server.RestateExtension;
import dev.escapement.restate.server.RestateServer;
import dev.escapement.run.Standing.Phase;
import dev.escapement.server.AgentServer;
import dev.escapement.server.DecisionPolicy;
import dev.escapement.server.Identity;
import dev.escapement.server.JdkServer;
import dev.escapement.server.Role;
import dev.escapement.server.body.DecisionBody;
import dev.escapement.server.body.DecisionBodyCodec;
import dev.escapement.server.body.ForkBody;
import dev.escapement.server.body.ForkBodyCodec;
import dev.escapement.server.body.QuestionBody;
import dev.escapement.server.body.QuestionPageBody;
import dev.escapement.server.body.QuestionPageBodyCodec;
import dev.escapement.server.body.StartBody;
import dev.escapement.server.body.StartBodyCodec;
import dev.escapement.server.body.ThreadBody;
import dev.escapement.server.body.ThreadBodyCodec;
import dev.escapement.server.body.ThreadEntryBody;
import dev.escapement.server.body.ThreadEntryBodyCodec;
import dev.escapement.server.body.VerificationBody;
import dev.escapement.server.body.VerificationBodyCodec;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The HTTP API of an {@link AgentServer} whose threads Restate executes. */
@Tag("restate")
@ExtendWith(RestateExtension.class)
@Timeout(120)
class AgentServerOnRestateTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private RestateDesk desk;
    private AgentServer server;
    private JdkServer address;

    @BeforeEach
    void start(RestateServer restate) throws InterruptedException {
        desk = RestateDesk.start(restate, Duration.ZERO);
        server = AgentServer.of(desk.store, desk.loop)
                .runner(desk.runner)
                .authenticator(request -> Optional.of(Identity.of("alice", Role.values())))
                .decisions(DecisionPolicy.BY_ROLE)
                .build();
        address = JdkServer.start(server, 0);
    }

    @AfterEach
    void stop() {
        if (address != null) {
            address.close();
        }
        if (server != null) {
            server.close();
        }
        if (desk != null) {
            desk.close();
        }
    }

    @Test
    void startedThreadIsApprovedAndFinishes() throws Exception {
        String id = startThread();
        CompletableFuture<HttpResponse<String>> followed =
                http.sendAsync(get("api/threads/" + id + "/follow"), HttpResponse.BodyHandlers.ofString());

        approve(id, question(id));

        ThreadBody finished = thread(id);
        assertEquals(Phase.FINISHED, finished.phase());
        assertEquals(Optional.of(new JsonText("\"refunded\"")), finished.result());
        String stream = followed.get(LIMIT.toSeconds(), TimeUnit.SECONDS).body();
        assertTrue(stream.contains("\"event\":\"finished\""), stream);
    }

    @Test
    void copyOfThreadWaitsAgain() throws Exception {
        String id = startThread();
        QuestionBody question = question(id);
        int position = thread(id).size();
        approve(id, question);

        String copy = body(
                        ThreadEntryBodyCodec.INSTANCE,
                        post("api/threads/" + id + "/fork", ForkBodyCodec.INSTANCE.encode(new ForkBody(position))))
                .id();

        assertEquals("refund_lamp", question(copy).tool().orElseThrow());
    }

    @Test
    void threadMatchesItsCode() throws Exception {
        String id = startThread();
        approve(id, question(id));

        VerificationBody verification =
                body(VerificationBodyCodec.INSTANCE, get("api/threads/" + id + "/verification"));

        assertTrue(verification.matches(), verification::toString);
    }

    private String startThread() throws Exception {
        StartBody start = new StartBody(Optional.empty(), "The lamp is broken.", Optional.empty());
        ThreadEntryBody entry =
                body(ThreadEntryBodyCodec.INSTANCE, post("api/threads", StartBodyCodec.INSTANCE.encode(start)));
        return entry.id();
    }

    /** Returns the only question of a thread, when it is at rest. */
    private QuestionBody question(String id) throws Exception {
        assertEquals(
                Phase.WAITING,
                desk.store.awaitRest(id, LIMIT).orElseThrow().standing().phase());
        QuestionPageBody page = body(QuestionPageBodyCodec.INSTANCE, get("api/questions"));
        return page.questions().stream()
                .filter(question -> question.threadId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void approve(String id, QuestionBody question) throws Exception {
        DecisionBody decision = new DecisionBody.Approve(question.callId(), question.argumentsSha256());
        ThreadBody decided = body(
                ThreadBodyCodec.INSTANCE,
                post("api/threads/" + id + "/decisions", DecisionBodyCodec.INSTANCE.encode(decision)));
        assertEquals(id, decided.id());
        assertEquals(
                Phase.FINISHED,
                desk.store.awaitRest(id, LIMIT).orElseThrow().standing().phase());
    }

    private ThreadBody thread(String id) throws Exception {
        return body(ThreadBodyCodec.INSTANCE, get("api/threads/" + id));
    }

    private HttpRequest get(String path) {
        return HttpRequest.newBuilder(address.url().resolve("/" + path))
                .timeout(LIMIT)
                .build();
    }

    private HttpRequest post(String path, String json) {
        return HttpRequest.newBuilder(address.url().resolve("/" + path))
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
    }

    private <T> T body(JsonCodec<T> codec, HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertEquals(2, response.statusCode() / 100, response::body);
        return codec.decode(response.body()).fold(Decoded.Accepted::value, rejected -> {
            throw new AssertionError(rejected + "\n" + response.body());
        });
    }
}
