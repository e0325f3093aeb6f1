package dev.escapement.server.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.engine.AgentLoop;
import dev.escapement.json.JsonText;
import dev.escapement.model.ScriptedModel;
import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.run.Runner;
import dev.escapement.run.ThreadIndex.ThreadEntry;
import dev.escapement.run.ThreadQuery;
import dev.escapement.server.AgentServer;
import dev.escapement.server.ServerLog;
import dev.escapement.server.ServerResponse;
import dev.escapement.server.SignedRequests;
import dev.escapement.server.StandardWebhooks;
import dev.escapement.server.Webhook;
import dev.escapement.server.openapi.TicketDesks;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookRoutesTest {
    private static final String SECRET = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");
    private static final String MAIL = "{\"from\":\"zoe\",\"text\":\"The lamp arrived broken\"}";

    private final InMemoryThreadStore store = new InMemoryThreadStore();
    private final AgentLoop loop = TicketDesks.loop();
    private final Webhook webhook = Webhook.of(loop, "mail", StandardWebhooks.of(SECRET));
    private AgentServer server = server(webhook);

    @Test
    void deliveryStartsThread() {
        assertEquals(202, deliver("msg_1", MAIL));
        assertEquals(1, entries().size());
    }

    @Test
    void deliveredPayloadIsRecorded() {
        deliver("msg_1", MAIL);
        assertEquals(
                "Mail from zoe: The lamp arrived broken",
                store.load(entries().get(0).id()).orElseThrow().start().input());
    }

    @Test
    void repeatedDeliveryStartsNothing() {
        deliver("msg_1", MAIL);
        assertEquals(List.of(200, 1), List.of(deliver("msg_1", MAIL), entries().size()));
    }

    @Test
    void concurrentDeliveriesStartOneThread() throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(8);
        try {
            Callable<Integer> delivery = () -> deliver("msg_1", MAIL);
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> future : executor.invokeAll(
                    List.of(delivery, delivery, delivery, delivery, delivery, delivery, delivery, delivery))) {
                statuses.add(future.get(30, TimeUnit.SECONDS));
            }
            assertEquals(1, statuses.stream().filter(status -> status == 202).count(), statuses::toString);
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void deliveryOfErasedThreadIsKnown() {
        deliver("msg_1", MAIL);
        store.erase(entries().get(0).id());
        assertEquals(200, deliver("msg_1", MAIL));
    }

    @Test
    void otherDeliveryStartsOtherThread() {
        deliver("msg_1", MAIL);
        deliver("msg_2", MAIL);
        assertEquals(2, entries().size());
    }

    @Test
    void forgedDeliveryRecordsNothing() {
        byte[] body = MAIL.getBytes(StandardCharsets.UTF_8);
        Map<String, List<String>> headers =
                SignedRequests.with(SignedRequests.standard("msg_1", NOW, body, SECRET), "webhook-id", "msg_2");
        assertEquals(
                List.of(401, 0),
                List.of(send(path(), body, headers).status(), entries().size()));
    }

    @Test
    void replayedDeliveryRecordsNothing() {
        byte[] body = MAIL.getBytes(StandardCharsets.UTF_8);
        Map<String, List<String>> headers = SignedRequests.standard("msg_1", NOW.minusSeconds(301), body, SECRET);
        assertEquals(
                List.of(401, 0),
                List.of(send(path(), body, headers).status(), entries().size()));
    }

    @Test
    void refusalContainsNoReason() {
        byte[] body = MAIL.getBytes(StandardCharsets.UTF_8);
        String unsigned = text(send(path(), body, Map.of()));
        String old = text(send(path(), body, SignedRequests.standard("msg_1", NOW.minusSeconds(301), body, SECRET)));
        assertEquals(unsigned, old);
    }

    @Test
    void refusalIsLoggedWithoutContent() {
        try (ServerLog log = ServerLog.open()) {
            send(path(), MAIL.getBytes(StandardCharsets.UTF_8), Map.of("webhook-id", List.of("msg_secret")));
            assertEquals(1, log.messages().size());
            String line = log.messages().get(0);
            assertTrue(line.contains("HEADERS") && !line.contains("lamp") && !line.contains("msg_secret"), line);
        }
    }

    @Test
    void invalidPayloadIsReportedByPath() {
        byte[] body = "{\"from\":\"zoe\"}".getBytes(StandardCharsets.UTF_8);
        ServerResponse response = send(path(), body, SignedRequests.standard("msg_1", NOW, body, SECRET));
        assertEquals(422, response.status());
        assertTrue(text(response).contains("\"path\":\"$.text\""), text(response));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{\"from\":\"a\",\"from\":\"b\",\"text\":\"c\"}"})
    void signedBodyThatIsNoPayloadIsRefused(String body) {
        assertEquals(List.of(422, 0), List.of(deliver("msg_1", body), entries().size()));
    }

    @Test
    void deepBodyIsRefused() {
        assertEquals(422, deliver("msg_1", "[".repeat(100_000)));
    }

    @Test
    void compressedBodyIsRefused() {
        byte[] body = MAIL.getBytes(StandardCharsets.UTF_8);
        Map<String, List<String>> headers =
                SignedRequests.with(SignedRequests.standard("msg_1", NOW, body, SECRET), "Content-Encoding", "gzip");
        assertEquals(415, send(path(), body, headers).status());
    }

    @Test
    void bodyInOtherEncodingIsRefused() {
        byte[] body = MAIL.getBytes(StandardCharsets.UTF_16);
        assertEquals(
                400,
                send(path(), body, SignedRequests.standard("msg_1", NOW, body, SECRET))
                        .status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/webhooks/other/mail", "/webhooks/a%2Fb/mail", "/webhooks/other/%20"})
    void unregisteredPathDoesNotExist(String path) {
        assertEquals(404, send(path, new byte[0], Map.of()).status());
    }

    @Test
    void conversionDeterminesPayload() {
        server = server(webhook.payload(body -> Optional.of(new JsonText(MAIL))));
        assertEquals(202, deliver("msg_1", "{\"data\":1}"));
    }

    @Test
    void ignoredDeliveryIsAcknowledged() {
        server = server(webhook.payload(body -> Optional.empty()));
        assertEquals(
                List.of(200, 0),
                List.of(deliver("msg_1", "{\"data\":1}"), entries().size()));
    }

    @Test
    void conversionReceivesOnlyJson() {
        server = server(webhook.payload(body -> Optional.of(body)));
        assertEquals(400, deliver("msg_1", "{"));
    }

    @Test
    void labelsAreAddedToThread() {
        server = server(webhook.label("tenant", "acme").label("source", "mail"));
        deliver("msg_1", MAIL);
        assertEquals(
                Map.of("tenant", "acme", "source", "mail"), entries().get(0).labels());
    }

    @Test
    void unknownTriggerIsRejected() {
        assertThrows(IllegalArgumentException.class, () -> Webhook.of(loop, "sms", StandardWebhooks.of(SECRET)));
    }

    @Test
    void secondWebhookOfTriggerIsRejected() {
        assertThrows(IllegalArgumentException.class, () -> server(webhook, webhook.label("a", "b")));
    }

    @Test
    void webhookWithoutRunnerIsRejected() {
        AgentServer.Builder builder = AgentServer.of(store, loop).webhook(webhook);
        assertThrows(IllegalArgumentException.class, builder::build);
    }

    @Test
    void secretIsNotInText() {
        assertFalse(StandardWebhooks.of(SECRET).toString().contains("AAEC"));
    }

    private AgentServer server(Webhook... webhooks) {
        Runner runner = Runner.of(loop).model(new ScriptedModel()).store(store).build();
        AgentServer.Builder builder = AgentServer.of(store, loop)
                .runner(runner)
                .host("localhost")
                .authenticator(request -> Optional.empty())
                .clock(Clock.fixed(NOW, ZoneOffset.UTC));
        for (Webhook each : webhooks) {
            builder.webhook(each);
        }
        return builder.build();
    }

    private String path() {
        return "/webhooks/" + loop.agent() + "/mail";
    }

    private int deliver(String id, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return send(path(), bytes, SignedRequests.standard(id, NOW, bytes, SECRET))
                .status();
    }

    private ServerResponse send(String path, byte[] body, Map<String, List<String>> headers) {
        return server.handle(SignedRequests.post(path, body, headers));
    }

    private static String text(ServerResponse response) {
        return StandardCharsets.UTF_8
                .decode(((ServerResponse.Complete) response).body())
                .toString();
    }

    private List<ThreadEntry> entries() {
        return store.threads(ThreadQuery.all()).entries();
    }
}
