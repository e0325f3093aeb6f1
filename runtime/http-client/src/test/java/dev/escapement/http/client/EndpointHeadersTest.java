package dev.escapement.http.client;

import static dev.escapement.http.client.LoopbackServer.json;
import static dev.escapement.http.client.LoopbackServer.response;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.http.ClientSettings;
import dev.escapement.http.HttpSettings;
import dev.escapement.http.client.LoopbackServer.Play;
import dev.escapement.model.ModelUnavailableException;
import dev.escapement.model.RequestRejectedException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of keys and headers that a supplier returns for each attempt. */
class EndpointHeadersTest {

    private static final Play REPLY = json("{\"text\":\"hi\"}");
    private static final Play DENIED = response(401, "{\"error\":\"Not token-1\"}");

    private static Supplier<Map<String, String>> headers(
            Function<PlainClientBuilder, PlainClientBuilder> configuration) {
        ClientSettings client =
                configuration.apply(PlainClientBuilder.create(false)).build();
        return client.secretHeaders(key -> Map.of("Authorization", "Bearer " + key));
    }

    private static EndpointFixture fixture(LoopbackServer server, Supplier<Map<String, String>> headers) {
        return EndpointFixture.of(server.uri(), HttpSettings.DEFAULT, headers);
    }

    private static List<String> sent(LoopbackServer server, String name) {
        return server.requests().stream()
                .map(request -> String.valueOf(request.headers().get(name)))
                .toList();
    }

    @Test
    void keyIsSuppliedForEachRequest() {
        AtomicInteger count = new AtomicInteger();
        Supplier<Map<String, String>> headers =
                headers(client -> client.apiKey(() -> "token-" + count.incrementAndGet()));
        try (LoopbackServer server = LoopbackServer.playing(REPLY, response(503, ""), REPLY);
                EndpointFixture fixture = fixture(server, headers)) {
            fixture.post();
            fixture.post();

            assertEquals(List.of("Bearer token-1", "Bearer token-2", "Bearer token-3"), sent(server, "authorization"));
        }
    }

    @Test
    void headersReplaceTheKey() {
        Supplier<Map<String, String>> headers = headers(client ->
                client.apiKey("key-1").headers(() -> Map.of("authorization", "Signature xyz", "X-Project", "p-1")));
        try (LoopbackServer server = LoopbackServer.playing(REPLY);
                EndpointFixture fixture = fixture(server, headers)) {
            fixture.post();

            assertEquals(List.of("Signature xyz"), sent(server, "authorization"));
            assertEquals(List.of("p-1"), sent(server, "x-project"));
        }
    }

    @Test
    void freshKeyIsTriedOnceAfterARejection() {
        AtomicInteger count = new AtomicInteger();
        Supplier<Map<String, String>> headers =
                headers(client -> client.apiKey(() -> "token-" + count.incrementAndGet()));
        try (LoopbackServer server = LoopbackServer.playing(DENIED, REPLY, DENIED, DENIED, REPLY);
                EndpointFixture fixture = fixture(server, headers)) {
            assertEquals("hi", fixture.post().text());
            fixture.failsWith(RequestRejectedException.class);

            assertEquals(4, server.requests().size());
            assertEquals(List.of(), fixture.delays);
        }
    }

    @Test
    void sameKeyIsNotTriedAgain() {
        try (LoopbackServer server = LoopbackServer.playing(DENIED, REPLY);
                EndpointFixture fixture = fixture(server, headers(client -> client.apiKey(() -> "token-1")))) {
            String message = String.valueOf(
                    fixture.failsWith(RequestRejectedException.class).getMessage());

            assertEquals(1, server.requests().size());
            assertFalse(message.contains("token-1"), message);
        }
    }

    @Test
    void failedSupplierMakesTheModelUnavailable() {
        RuntimeException fault = new IllegalStateException("no token for client-secret-1");
        Supplier<Map<String, String>> headers = headers(client -> client.apiKey(() -> {
            throw fault;
        }));
        try (LoopbackServer server = LoopbackServer.playing(REPLY);
                EndpointFixture fixture = fixture(server, headers)) {
            ModelUnavailableException unavailable = fixture.failsWith(ModelUnavailableException.class);

            assertSame(fault, unavailable.getCause());
            assertEquals(0, unavailable.status());
            assertFalse(String.valueOf(unavailable.getMessage()).contains("client-secret-1"));
            assertEquals(0, server.requests().size());
        }
    }

    @Test
    @SuppressWarnings("NullAway") // a supplier of the application may return null
    void missingSuppliedKeyIsNamed() {
        try (LoopbackServer server = LoopbackServer.playing(REPLY);
                EndpointFixture fixture = fixture(server, headers(client -> client.apiKey(() -> null)))) {
            String message = String.valueOf(
                    fixture.failsWith(ModelUnavailableException.class).getMessage());

            assertTrue(message.contains("The supplier of the key returned null."), message);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "topsecret key", "topsecret\n", "topsecret\u00e4"})
    void invalidSuppliedKeyIsNotRepeated(String key) {
        try (LoopbackServer server = LoopbackServer.playing(REPLY);
                EndpointFixture fixture = fixture(server, headers(client -> client.apiKey(() -> key)))) {
            String message = String.valueOf(
                    fixture.failsWith(ModelUnavailableException.class).getMessage());

            assertTrue(message.contains("supplier"), message);
            assertFalse(message.contains("topsecret"), message);
        }
    }

    @Test
    void suppliedSecretIsRedacted() {
        AtomicInteger count = new AtomicInteger();
        Supplier<Map<String, String>> headers =
                headers(client -> client.headers(() -> Map.of("X-Token", "changing-" + count.incrementAndGet())));
        Play echo = response(500, "{\"error\":\"changing-1 changing-2\"}");
        try (LoopbackServer server = LoopbackServer.playing(echo, echo, REPLY);
                EndpointFixture fixture = fixture(server, headers)) {
            fixture.post();

            assertTrue(fixture.logged.get(0).contains("[hidden] changing-2"), fixture.logged::toString);
            assertTrue(fixture.logged.get(1).contains("changing-1 [hidden]"), fixture.logged::toString);
        }
    }
}
