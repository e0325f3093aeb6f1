package dev.escapement.http.client;

import static dev.escapement.http.client.LoopbackServer.events;
import static dev.escapement.http.client.LoopbackServer.head;
import static dev.escapement.http.client.LoopbackServer.json;
import static dev.escapement.http.client.LoopbackServer.nextRequest;
import static dev.escapement.http.client.LoopbackServer.raw;
import static dev.escapement.http.client.LoopbackServer.response;
import static dev.escapement.http.client.LoopbackServer.silence;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.http.HttpSettings;
import dev.escapement.http.client.LoopbackServer.Play;
import dev.escapement.model.ModelUnavailableException;
import dev.escapement.model.RequestRejectedException;
import dev.escapement.model.UnreadableReplyException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of connections that fail, become idle, or send too much. */
@Timeout(30)
class EndpointConnectionTest {

    private static final Play REPLY = json("{\"text\":\"hi\"}");
    private static final String LARGE = "Content-Type: application/json";
    private static final HttpSettings HASTY = HttpSettings.DEFAULT.withReplyTimeout(Duration.ofMillis(300));
    private static final HttpSettings BRISK = HttpSettings.DEFAULT.withIdleTimeout(Duration.ofMillis(300));

    static Stream<Play> brokenReplies() {
        return Stream.of(
                raw(""),
                raw("HTTP/1.1 200 OK\r\nContent-Ty"),
                raw("I am not HTTP\r\n\r\n"),
                head(200, "Content-Type: application/json", "Content-Length: 100")
                        .then(raw("{\"text\":")),
                raw(
                        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n{\"te"));
    }

    @ParameterizedTest
    @MethodSource("brokenReplies")
    void lostConnectionIsRetried(Play broken) {
        try (LoopbackServer server = LoopbackServer.playing(broken, REPLY);
                EndpointFixture fixture = EndpointFixture.of(server)) {
            assertEquals("hi", fixture.post().text());
            assertEquals(1, fixture.delays.size());
        }
    }

    @Test
    void repeatedlyLostConnectionMakesTheModelUnavailable() {
        try (LoopbackServer server = LoopbackServer.playing(raw(""), raw(""), raw(""));
                EndpointFixture fixture = EndpointFixture.of(server)) {
            ModelUnavailableException unavailable = fixture.failsWith(ModelUnavailableException.class);

            assertEquals(0, unavailable.status());
            RetryableException last = assertInstanceOf(RetryableException.class, unavailable.getCause());
            assertEquals(RetryableException.Kind.LOST_REQUEST, last.kind());
            assertNotNull(last.getCause());
        }
    }

    @Test
    void closedPortMakesTheModelUnavailable() throws IOException {
        try (Socket closed = new Socket()) { // bound without listening: refuses connections and keeps its port
            closed.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            URI closedPort = URI.create("http://127.0.0.1:" + closed.getLocalPort() + "/v1");
            try (EndpointFixture fixture = EndpointFixture.of(closedPort, HttpSettings.DEFAULT)) {
                assertEquals(RetryableException.Kind.NO_CONNECTION, fixture.lastFailure());
                assertEquals(2, fixture.delays.size());
            }
        }
    }

    @Test
    void missingHeadersEndInATimeout() {
        try (LoopbackServer server = LoopbackServer.playing(silence(), REPLY);
                EndpointFixture fixture = EndpointFixture.of(server, HASTY.withRetries(0))) {
            assertEquals(RetryableException.Kind.REPLY_TIMEOUT, fixture.lastFailure());
        }
    }

    @Test
    void incompleteHeadersEndInATimeout() {
        try (LoopbackServer server = LoopbackServer.playing(
                        raw("HTTP/1.1 200 OK\r\nContent-").then(silence()), REPLY);
                EndpointFixture fixture = EndpointFixture.of(server, HASTY.withRetries(0))) {
            fixture.failsWith(ModelUnavailableException.class);
        }
    }

    @Test
    void timeoutClosesTheConnection() throws InterruptedException {
        CountDownLatch dropped = new CountDownLatch(1);
        try (LoopbackServer server = LoopbackServer.playing(silence().then((client, out) -> dropped.countDown()));
                EndpointFixture fixture = EndpointFixture.of(
                        server, HASTY.withReplyTimeout(Duration.ofSeconds(2)).withRetries(0))) {
            fixture.failsWith(ModelUnavailableException.class);
            dropped.await();
        }
    }

    @Test
    void silentBodyEndsInATimeout() {
        Play silent = head(200, "Content-Type: application/json").then(raw("{")).then(silence());
        try (LoopbackServer server = LoopbackServer.playing(silent);
                EndpointFixture fixture = EndpointFixture.of(server, BRISK.withRetries(0))) {
            ModelUnavailableException unavailable = fixture.failsWith(ModelUnavailableException.class);

            assertEquals(200, unavailable.status());
            RetryableException last = assertInstanceOf(RetryableException.class, unavailable.getCause());
            assertEquals(RetryableException.Kind.IDLE_TIMEOUT, last.kind());
        }
    }

    @Test
    void endlessStreamEndsInATimeout() {
        Play comments = head(200, "Content-Type: text/event-stream").then(EndpointConnectionTest::commentForever);
        HttpSettings http = HASTY.withMaxReplyBytes(Integer.MAX_VALUE).withRetries(0);
        try (LoopbackServer server = LoopbackServer.playing(comments);
                EndpointFixture fixture = EndpointFixture.of(server, http)) {
            assertEquals(RetryableException.Kind.REPLY_TIMEOUT, fixture.lastFailure());
        }
    }

    @Test
    void streamOpenAfterItsLastEventIsComplete() {
        try (LoopbackServer server = LoopbackServer.playing(
                        events("{\"text\":\"a\"}", "[DONE]").then(silence()));
                EndpointFixture fixture = EndpointFixture.of(server, BRISK)) {
            assertEquals("a", fixture.post().text());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"text\":\"a\",\"last\":true}", "{\"text\":\"a\"}\n\ndata: [DONE]"})
    void endlessCommentsAfterTheReplyAreIgnored(String data) {
        try (LoopbackServer server = LoopbackServer.playing(events(data).then(EndpointConnectionTest::commentForever));
                EndpointFixture fixture = EndpointFixture.of(server, BRISK)) {
            assertEquals("a", fixture.post().text());
        }
    }

    @Test
    void eventsAfterTheEndAreIgnored() {
        try (LoopbackServer server = LoopbackServer.playing(events("{\"text\":\"a\"}", "[DONE]", "junk"));
                EndpointFixture fixture = EndpointFixture.of(server)) {
            assertEquals("a", fixture.post().text());
        }
    }

    @Test
    void connectionOfACompleteStreamIsReused() {
        String data = "data: {\"text\":\"a\"}\n\ndata: [DONE]\n\n";
        Play stream = raw("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
                + Integer.toHexString(data.length()) + "\r\n" + data + "\r\n0\r\n\r\n");
        try (LoopbackServer server =
                        LoopbackServer.playing(stream.then(nextRequest()).then(REPLY));
                EndpointFixture fixture = EndpointFixture.of(server)) {
            fixture.post();

            assertEquals("hi", fixture.post().text());
        }
    }

    @Test
    void errorWithASilentBodyIsAnError() {
        try (LoopbackServer server = LoopbackServer.playing(
                        response(401, "{\"error\":\"Wrong key").then(silence()));
                EndpointFixture fixture = EndpointFixture.of(server, BRISK)) {
            RequestRejectedException rejected = fixture.failsWith(RequestRejectedException.class);

            assertTrue(rejected.getMessage().contains("Wrong key"), rejected.getMessage());
        }
    }

    static Stream<Play> gigabytes() {
        String chunked = "Transfer-Encoding: chunked";
        String length = "Content-Length: " + GigabyteBody.BYTES;
        return Stream.of(
                head(200, LARGE),
                head(200, LARGE, length),
                head(200, LARGE, chunked).then(raw(Long.toHexString(GigabyteBody.BYTES) + "\r\n")),
                head(200, "Content-Type: text/event-stream"),
                head(200, "Content-Type: text/plain"));
    }

    @ParameterizedTest
    @MethodSource("gigabytes")
    void replyOfAGigabyteIsNotReceived(Play head) throws Exception {
        GigabyteBody gigabyte = new GigabyteBody();
        try (LoopbackServer server = LoopbackServer.playing(head.then(gigabyte));
                EndpointFixture fixture = EndpointFixture.of(server, HttpSettings.DEFAULT.withMaxReplyBytes(100_000))) {
            fixture.failsWith(UnreadableReplyException.class);

            assertTrue(gigabyte.sent().get() < GigabyteBody.BYTES / 16);
        }
    }

    @Test
    void errorOfAGigabyteIsNotReceived() throws Exception {
        GigabyteBody gigabyte = new GigabyteBody();
        try (LoopbackServer server = LoopbackServer.playing(head(400).then(gigabyte));
                EndpointFixture fixture = EndpointFixture.of(server)) {
            fixture.failsWith(RequestRejectedException.class);

            assertTrue(gigabyte.sent().get() < GigabyteBody.BYTES / 16);
        }
    }

    @Test
    void replyLargerThanTheLimitIsMalformed() {
        try (LoopbackServer server = LoopbackServer.playing(json("{\"text\":\"0123456789\"}"));
                EndpointFixture fixture = EndpointFixture.of(server, HttpSettings.DEFAULT.withMaxReplyBytes(10))) {
            assertEquals("body", fixture.malformed().path());
        }
    }

    @Test
    void interruptionBeforeTheHeadersEndsTheRequest() throws Exception {
        assertLeavesWhenInterruptedAfter(raw(""));
    }

    @Test
    void interruptionAfterTheHeadersEndsTheRequest() throws Exception {
        assertLeavesWhenInterruptedAfter(head(200, "Content-Type: text/event-stream"));
    }

    @Test
    void interruptionInABodyEndsTheRequest() throws Exception {
        CountDownLatch dropped = new CountDownLatch(1);
        Play play = events("{\"text\":\"a\"}").then(silence()).then((client, out) -> dropped.countDown());
        try (LoopbackServer server = LoopbackServer.playing(play);
                EndpointFixture fixture = EndpointFixture.of(server)) {
            assertThrows(
                    CancellationException.class,
                    () -> fixture.post(delta -> Thread.currentThread().interrupt()));

            assertTrue(Thread.interrupted());
            dropped.await();
        }
    }

    private static void assertLeavesWhenInterruptedAfter(Play beginning) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch dropped = new CountDownLatch(1);
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Play play = beginning
                .then((client, out) -> begun.countDown())
                .then(silence())
                .then((client, out) -> dropped.countDown());
        try (LoopbackServer server = LoopbackServer.playing(play);
                EndpointFixture fixture = EndpointFixture.of(server)) {
            Thread asker = new Thread(() -> {
                fixture.failsWith(CancellationException.class);
                interrupted.complete(Thread.currentThread().isInterrupted());
            });
            asker.start();
            begun.await();
            asker.interrupt();

            assertTrue(interrupted.get());
            dropped.await();
            assertEquals(List.of(), fixture.delays);
        }
    }

    @Test
    void requestIsSentToTheProxy() {
        try (LoopbackServer proxy = LoopbackServer.playing(REPLY);
                EndpointFixture fixture = EndpointFixture.of(
                        URI.create("http://provider.invalid/v1/chat"),
                        HttpSettings.DEFAULT.withProxy(ProxySelector.of(proxy.address())))) {
            assertEquals("hi", fixture.post().text());
            assertEquals(
                    "POST http://provider.invalid/v1/chat HTTP/1.1",
                    proxy.requests().get(0).line());
        }
    }

    @Test
    void httpsRequestOpensATunnel() {
        try (LoopbackServer proxy = LoopbackServer.playing(head(502));
                EndpointFixture fixture = throughTunnel(proxy)) {
            fixture.failsWith(ModelUnavailableException.class);

            assertEquals(
                    "CONNECT provider.invalid:443 HTTP/1.1",
                    proxy.requests().get(0).line());
            assertEquals(null, proxy.requests().get(0).headers().get("authorization"));
        }
    }

    @Test
    void proxyWithAPasswordRejectsTheRequest() {
        Play locked = response(407, "Who are you?", "Proxy-Authenticate: Basic realm=\"door\"");
        try (LoopbackServer proxy = LoopbackServer.playing(locked);
                EndpointFixture fixture = throughTunnel(proxy)) {
            RequestRejectedException rejected = fixture.failsWith(RequestRejectedException.class);

            assertEquals(407, rejected.status());
        }
    }

    @Test
    void proxyWithoutATunnelIsNamed() {
        try (LoopbackServer proxy = LoopbackServer.playing(head(403));
                EndpointFixture fixture = throughTunnel(proxy)) {
            assertEquals(RetryableException.Kind.NO_TUNNEL, fixture.lastFailure());
        }
    }

    private static void commentForever(Socket client, OutputStream out) throws IOException {
        while (true) {
            raw(": wait\n\n").perform(client, out);
        }
    }

    private static EndpointFixture throughTunnel(LoopbackServer proxy) {
        return EndpointFixture.of(
                URI.create("https://provider.invalid/v1/chat"),
                HttpSettings.DEFAULT
                        .withProxy(ProxySelector.of(proxy.address()))
                        .withRetries(0));
    }

    @Test
    void javaThreadsAreDaemons() {
        try (LoopbackServer server = LoopbackServer.playing(REPLY);
                EndpointFixture fixture = EndpointFixture.of(server)) {
            fixture.post();
            List<Thread> threads = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().startsWith("HttpClient"))
                    .toList();

            assertFalse(threads.isEmpty());
            assertTrue(threads.stream().allMatch(Thread::isDaemon), threads.toString());
        }
    }

    @Test
    void javaThreadsShareAnEndpoint() {
        int callers = 8;
        try (LoopbackServer server = LoopbackServer.playing(
                        Stream.generate(() -> REPLY).limit(callers).toArray(Play[]::new));
                EndpointFixture fixture = EndpointFixture.of(server)) {
            List<CompletableFuture<String>> replies = Stream.generate(() ->
                            CompletableFuture.supplyAsync(() -> fixture.post().text()))
                    .limit(callers)
                    .toList();

            replies.forEach(reply -> assertEquals("hi", reply.join()));
        }
    }
}
