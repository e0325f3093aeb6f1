package dev.escapement.http.client;

import static dev.escapement.http.client.LoopbackServer.events;
import static dev.escapement.http.client.LoopbackServer.json;
import static dev.escapement.http.client.LoopbackServer.raw;
import static dev.escapement.http.client.LoopbackServer.response;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.http.HttpSettings;
import dev.escapement.http.client.LoopbackServer.Play;
import dev.escapement.model.ModelException;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.RequestRejectedException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that messages and log entries do not contain keys and values of headers, even if the provider repeats them. */
class EndpointSecrecyTest {

    private static final String KEY = EndpointFixture.KEY;

    /** A prefix of the key that is long enough to be secret. */
    private static final String BEGINNING_OF_KEY = KEY.substring(0, 6);

    static Stream<Play> repeatTheKey() {
        return Stream.of(
                response(401, "{\"error\":{\"message\":\"Wrong key: " + KEY + "\",\"code\":\"key_" + KEY + "\"}}"),
                response(401, "{\"error\":{\"reason\":\"Bearer " + KEY.replace("/", "\\/") + "\"}}"),
                response(403, "<html>" + "x".repeat(490) + KEY + "</html>"),
                response(500, "{\"detail\":\"" + KEY + "\"}"),
                response(429, KEY, "Retry-After: 1000"),
                response(302, "", "Location: http://elsewhere/" + KEY + "?key=" + KEY),
                response(200, "x".repeat(4090) + KEY, "Content-Type: text/" + KEY),
                json("{\"text\":{\"a\":\"" + KEY + "\"}}"),
                json("{\"text\":{\"a\":\"" + "x".repeat(180) + KEY + "\"}}"),
                json("{\"fault\":\"" + KEY + "\"}"),
                json(KEY),
                events("{\"text\":\"a\"}", KEY),
                events("{\"text\":\"a\"}", "{\"fault\":\"" + KEY + "\",\"temporary\":true}"),
                raw(KEY + "\r\n\r\n"));
    }

    @ParameterizedTest
    @MethodSource("repeatTheKey")
    void noExceptionAndNoLogContainsTheKey(Play play) {
        try (LoopbackServer server = LoopbackServer.playing(play, play, play);
                EndpointFixture fixture = EndpointFixture.of(server)) {
            ModelException failure = fixture.failsWith(ModelException.class);

            assertHidden(everythingOf(failure));
            assertHidden(fixture.logged.toString());
        }
    }

    @Test
    void codeOfAnErrorIsRedacted() {
        Play play = response(401, "{\"error\":{\"message\":\"No\",\"code\":\"key_" + KEY + "\"}}");
        try (LoopbackServer server = LoopbackServer.playing(play);
                EndpointFixture fixture = EndpointFixture.of(server)) {
            assertEquals(
                    "key_[hidden]",
                    fixture.failsWith(RequestRejectedException.class).code());
        }
    }

    @Test
    void headersOfTheSettingsAreRedacted() {
        Play play = response(400, "no account refunds-4711 here");
        try (LoopbackServer server = LoopbackServer.playing(play);
                EndpointFixture fixture =
                        EndpointFixture.of(server, HttpSettings.DEFAULT.withHeader("X-Account", "refunds-4711"))) {
            String message = fixture.failsWith(RequestRejectedException.class).getMessage();

            assertFalse(message.contains("refunds-4711"), message);
        }
    }

    @Test
    void knownHeaderIsSentAndNotRedacted() {
        Play play = json("{\"text\":[\"" + EndpointFixture.VERSION + "\"]}");
        try (LoopbackServer server = LoopbackServer.playing(play);
                EndpointFixture fixture = EndpointFixture.of(server)) {
            assertEquals(
                    "[\"" + EndpointFixture.VERSION + "\"]", fixture.malformed().found());
            assertEquals(
                    EndpointFixture.VERSION, server.requests().get(0).headers().get("api-version"));
        }
    }

    @Test
    void noExceptionContainsTheQueryOfTheAddress() {
        try (LoopbackServer server = LoopbackServer.playing(response(404, "?"));
                EndpointFixture fixture =
                        EndpointFixture.of(URI.create(server.uri() + "?key=" + "AIza0123"), HttpSettings.DEFAULT)) {
            String message = fixture.failsWith(RequestRejectedException.class).getMessage();

            assertFalse(message.contains("AIza"), message);
            assertEquals(
                    "POST /v1/chat?key=AIza0123 HTTP/1.1",
                    server.requests().get(0).line());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sk-path-0123456789/v1/chat",
                "/gateway/AbCdEf0123456789/v1/chat",
                "/gateway/hunter-abcdef/v1/chat",
                "/proxy/abcdefghijklmnopqrstuv/v1/chat",
                "/proxy/v1k9x2abc/v1/chat",
                "/proxy/c2VjcmV0a2V5Cg==/v1/chat",
                "/v1/chat?key=AIza0123456789",
                "/v1/chat?api-version=1&subscription-key=0123456789abcdef",
                "/v1/chat?token=a%2Fb0123456789"
            })
    void noExceptionContainsAKeyOfTheAddress(String path) {
        String key = path.contains("=") && path.contains("?")
                ? path.substring(path.lastIndexOf('=') + 1)
                : path.split("/")[path.startsWith("/sk") ? 1 : 2];
        String decoded = key.replace("%2F", "/");
        Play echo = response(404, "no route " + path + " for " + decoded, "x-request-id: " + key);
        try (LoopbackServer server = LoopbackServer.playing(response(503, path), echo);
                EndpointFixture fixture = EndpointFixture.of(server.uri().resolve(path), HttpSettings.DEFAULT)) {
            RequestRejectedException rejected = fixture.failsWith(RequestRejectedException.class);
            String everything = everythingOf(rejected) + fixture.logged + rejected.response();

            assertFalse(everything.contains(key), everything);
            assertFalse(everything.contains(decoded), everything);
            assertTrue(everything.contains("/v1/chat"), everything);
            assertEquals("POST " + path + " HTTP/1.1", server.requests().get(0).line());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Incorrect API key provided: sk-proj-abcdefghij.",
                "Upstream key gsk_0123456789abcdef is invalid",
                "Authorization: Bearer abcdef0123456789",
                "GET https://upstream/v1?key=abcdef0123456789 failed",
                "token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl expired",
                "key AIzaSyA0123456789abcdef not valid"
            })
    void wordWithTheFormOfAKeyIsHidden(String message) {
        try (LoopbackServer server = LoopbackServer.playing(response(400, message));
                EndpointFixture fixture = EndpointFixture.of(server)) {
            String text = String.valueOf(
                    fixture.failsWith(RequestRejectedException.class).getMessage());

            assertTrue(text.contains("[hidden]"), text);
            for (String part : List.of("abcdef", "eyJ", "AIza")) {
                assertFalse(text.contains(part), text);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The model gpt-5-mini-2026 does not exist",
                "task-force-requires: call_0123456789abcdef not found",
                "Unexpected token: identifier at 17"
            })
    void otherWordsRemain(String message) {
        try (LoopbackServer server = LoopbackServer.playing(response(400, message));
                EndpointFixture fixture = EndpointFixture.of(server)) {
            String text = String.valueOf(
                    fixture.failsWith(RequestRejectedException.class).getMessage());

            assertTrue(text.contains(message), text);
        }
    }

    @Test
    void textOfSettingsHasOnlyNamesOfHeaders() {
        String text = HttpSettings.DEFAULT.withHeader("X-Key", KEY).toString();

        assertTrue(text.contains("headers=[X-Key]"), text);
        assertHidden(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {KEY + "\n", KEY + "\r\nX-Evil: 1", KEY + "\u2026", "\u0000" + KEY})
    void invalidKeyIsRejectedAndNotRepeated(String key) {
        Map<String, String> headers = Map.of("Authorization", "Bearer " + key);
        URI uri = URI.create("http://127.0.0.1/");
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> new Endpoint(ModelInfo.UNKNOWN, uri, Map.of(), headers, HttpSettings.DEFAULT));

        assertTrue(refused.getMessage().contains("Authorization"), refused.getMessage());
        assertHidden(everythingOf(refused));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://host/",
                "http:///path",
                "/v1/chat",
                "http://user:" + KEY + "@host/",
                "https://under_score/"
            })
    void invalidAddressIsRejectedAndNotRepeated(String address) {
        URI uri = URI.create(address);
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> new Endpoint(ModelInfo.UNKNOWN, uri, Map.of(), Map.of(), HttpSettings.DEFAULT));

        assertHidden(everythingOf(refused));
    }

    private static String everythingOf(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }

    private static void assertHidden(String text) {
        assertFalse(text.contains(BEGINNING_OF_KEY), text);
    }
}
