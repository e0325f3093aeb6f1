package dev.escapement.http.client;

import static dev.escapement.http.client.LoopbackServer.events;
import static dev.escapement.http.client.LoopbackServer.json;
import static dev.escapement.http.client.LoopbackServer.raw;
import static dev.escapement.http.client.LoopbackServer.response;
import static dev.escapement.http.client.LoopbackServer.silence;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.fake.client.Trials;
import dev.escapement.http.HttpSettings;
import dev.escapement.http.client.LoopbackServer.Play;
import dev.escapement.http.request.Headers;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelUnavailableException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the end of a reply: lines of JSON that are cut, errors after the end, silence, and the total time. */
@Timeout(30)
class EndpointEndingTest {

    private static final String FINAL = "{\"text\":\"Ha\",\"last\":true}";
    private static final HttpSettings ONCE = HttpSettings.DEFAULT.withRetries(0);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\":\"1\"}\n{\"text\":\"0\"}\n{\"text\":\"00 E",
                "{\"text\":\"1\"}\n{\"text\":\"0\"}\n",
                "[{\"text\":\"1\"},{\"text\":\"0\"}]",
                "{\"object\":\"c.chunk\",\"choices\":[{\"delta\":{}}],\"text\":\"1\"}"
            })
    void cutLinesAreIncomplete(String body) {
        try (LoopbackServer server = LoopbackServer.playing(json(body));
                EndpointFixture fixture = EndpointFixture.of(server, ONCE)) {
            assertEquals(RetryableException.Kind.INCOMPLETE_STREAM, fixture.lastFailure());
        }
    }

    @Test
    void manyLinesAreReadInLinearTime() {
        try (LoopbackServer server = LoopbackServer.playing(json("{\"text\":\"a\"}".repeat(200_000) + FINAL));
                EndpointFixture fixture = EndpointFixture.of(server, ONCE)) {
            assertEquals(200_002, fixture.post().text().length());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data: Internal Server Error\n\n",
                "data: \"Error: boom\"\n\n",
                "data: <html><title>Internal Server Error</title></html>\n\n",
                "Internal Server Error\n\n",
                "<html>\n\n"
            })
    void otherTextInPlaceOfTheRestIsAFailure(String fault) {
        String body = "data: {\"text\":\"Half\"}\n\n" + fault + "data: [DONE]\n\n";
        Play play = response(200, body, "Content-Type: text/event-stream");
        try (LoopbackServer server = LoopbackServer.playing(play);
                EndpointFixture fixture = EndpointFixture.of(server, ONCE)) {
            assertEquals(RetryableException.Kind.PROVIDER_ERROR, fixture.lastFailure());
        }
    }

    @Test
    void completeLinesAreAReply() {
        try (LoopbackServer server = LoopbackServer.playing(json("{\"text\":\"Ha\"}\n" + FINAL + "\n{\"te"));
                EndpointFixture fixture = EndpointFixture.of(server, ONCE)) {
            assertEquals("HaHa", fixture.post().text());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":{\"message\":\"Late fault\",\"code\":500}}",
                "{\"error\":{\"message\":\"Late fault\",\"code\":\"insufficient_quota\"}}",
                "{\"fault\":\"Late fault\",\"temporary\":true}"
            })
    void errorAfterACompleteReplyIsLogged(String error) {
        try (LoopbackServer server = LoopbackServer.playing(events(FINAL, error));
                EndpointFixture fixture = EndpointFixture.of(server, ONCE)) {
            assertEquals("Ha", fixture.post().text());
            assertEquals(1, fixture.logged.size());
            assertTrue(fixture.logged.get(0).contains("Late fault"), fixture.logged.get(0));
        }
    }

    @Test
    void errorBeforeTheEndIsAFailure() {
        Play faulty = events("{\"text\":\"Ha\"}", "{\"error\":{\"message\":\"Fault\",\"code\":500}}");
        try (LoopbackServer server = LoopbackServer.playing(faulty);
                EndpointFixture fixture = EndpointFixture.of(server, ONCE)) {
            assertEquals(RetryableException.Kind.PROVIDER_ERROR, fixture.lastFailure());
        }
    }

    @Test
    void silenceAfterTheReplyIsLoggedOnce() {
        Trials.run(EndpointEndingTest::logSilenceOnce);
    }

    private static void logSilenceOnce() {
        HttpSettings http = ONCE.withIdleTimeout(Duration.ofMillis(500));
        Play open = events(FINAL).then(silence());
        try (LoopbackServer server = LoopbackServer.playing(open, open, events(FINAL));
                EndpointFixture fixture = EndpointFixture.of(server, http)) {
            fixture.post();
            fixture.post();
            fixture.post();

            assertEquals(1, fixture.logged.size());
            assertTrue(fixture.logged.get(0).contains("silence"), fixture.logged.get(0));
        }
    }

    @Test
    void closedConnectionAfterTheReplyIsNotLogged() {
        try (LoopbackServer server = LoopbackServer.playing(events(FINAL));
                EndpointFixture fixture = EndpointFixture.of(server, ONCE)) {
            fixture.post();

            assertEquals(List.of(), fixture.logged);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"data: {\"text\":\"x\"}\n\n", "d", ": comment\n\n"})
    void replyTimeoutLimitsAStreamThatTrickles(String piece) {
        HttpSettings http = ONCE.withReplyTimeout(Duration.ofMillis(700));
        Play trickle =
                response(200, "", "Content-Type: text/event-stream").then((client, out) -> trickle(client, out, piece));
        try (LoopbackServer server = LoopbackServer.playing(trickle);
                EndpointFixture fixture = EndpointFixture.of(server, http)) {
            long start = System.nanoTime();

            assertEquals(RetryableException.Kind.REPLY_TIMEOUT, fixture.lastFailure());
            Duration time = Duration.ofNanos(System.nanoTime() - start);
            assertTrue(time.compareTo(Duration.ofSeconds(20)) < 0, time.toString());
        }
    }

    private static void trickle(Socket client, OutputStream out, String piece) throws IOException {
        try {
            while (!client.isClosed()) {
                raw(piece).perform(client, out);
                Thread.sleep(20);
            }
        } catch (SocketException left) {
            // the client has closed the connection
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void attemptsBeforeAForbiddenRetryAreCounted() {
        Play busy = response(503, "busy");
        try (LoopbackServer server =
                        LoopbackServer.playing(busy, busy, response(503, "busy", "x-should-retry: false"), busy);
                EndpointFixture fixture = EndpointFixture.of(server)) {
            String message = fixture.failsWith(ModelUnavailableException.class).getMessage();

            assertTrue(message.contains("after 3 attempts"), message);
            assertEquals(3, server.requests().size());
        }
    }

    @Test
    void connectTimeoutOfAnotherClientIsNotQuoted() {
        HttpClient own =
                HttpClient.newBuilder().connectTimeout(Duration.ofMillis(50)).build();
        HttpSettings http = HttpSettings.DEFAULT.withConnectTimeout(Duration.ofSeconds(77));
        URI uri = URI.create("http://a/v1");
        for (HttpSettings each : List.of(http, http.withHttpClient(own))) {
            EndpointExceptions exceptions = new EndpointExceptions(ModelInfo.UNKNOWN, uri, Headers.NONE, each);
            String message = String.valueOf(exceptions
                    .retryable(RetryableException.Kind.CONNECT_TIMEOUT, 0, null)
                    .getMessage());

            assertEquals(each.httpClient().isEmpty(), message.contains("77"), message);
            assertFalse(message.isEmpty());
        }
    }
}
