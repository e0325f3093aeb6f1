package dev.escapement.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests the adapter with sockets. */
class JdkServerTest {
    private static final int MAX_BODY = 1_000;
    private static final int READ_TIMEOUT = 60_000;
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofSeconds(3);

    private final BlockingQueue<ServerRequest> requests = new LinkedBlockingQueue<>();
    private final List<Socket> sockets = new ArrayList<>();
    private final ServerLog log = ServerLog.open();
    private volatile ServerResponse response = text(200, "hello");
    private JdkServer http = start("", LONG);

    private JdkServer start(String prefix, Duration time) {
        return JdkServer.of(this::answer, MAX_BODY, true)
                .prefix(prefix)
                .requests(20)
                .requestTime(time)
                .writeTime(time)
                .start();
    }

    private void restart(Duration time) {
        http.close();
        http = start("", time);
    }

    private ServerResponse answer(ServerRequest request) {
        requests.add(request);
        return response;
    }

    private static ServerResponse text(int status, String text) {
        return new ServerResponse.Complete(
                status, Map.of("Content-Type", "text/plain"), StandardCharsets.UTF_8.encode(text));
    }

    @AfterEach
    void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        http.close();
        log.close();
    }

    private Socket send(String text) throws IOException {
        Socket socket = new Socket("127.0.0.1", http.port());
        sockets.add(socket);
        socket.setSoTimeout(READ_TIMEOUT);
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        return socket;
    }

    /** Sends a request and returns everything until the server closes the connection. */
    private String exchange(String request) throws IOException {
        return rest(send(request));
    }

    private static String rest(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String request(String line, String... headers) {
        return line + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
                + String.join(
                        "", List.of(headers).stream().map(each -> each + "\r\n").toList()) + "\r\n";
    }

    @Test
    void signedLengthIsRefused() throws Exception {
        String answer = exchange("POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: +2\r\n\r\n{}" + request("GET /b"));

        assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
        assertEquals(1, answer.split("HTTP/1.1 ", -1).length - 1, answer);
    }

    @Test
    void secondLengthIsRefused() throws Exception {
        for (String second : new String[] {"Content-Length: 2", "Content-Length: 300", "Transfer-Encoding: chunked"}) {
            String answer = exchange(request("POST /a", "Content-Length: 2", second) + "{}" + request("GET /b"));

            assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
            assertEquals(1, answer.split("HTTP/1.1 ", -1).length - 1, answer);
        }
        assertTrue(requests.isEmpty());
    }

    @Test
    void completeResponseHasItsLength() throws Exception {
        String answer = exchange(request("GET /a?b=c%20d"));

        assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
        assertTrue(answer.toLowerCase(Locale.ROOT).contains("content-length: 5\r\n"), answer);
        assertFalse(answer.toLowerCase(Locale.ROOT).contains("transfer-encoding"), answer);
        assertTrue(answer.endsWith("\r\n\r\nhello"), answer);
        assertEquals("/a?b=c%20d", taken().target());
    }

    private ServerRequest taken() throws InterruptedException {
        ServerRequest request = requests.poll(60, TimeUnit.SECONDS);
        return Objects.requireNonNull(request, "no request arrived");
    }

    @Test
    void repeatedHeadersArePassedOn() throws Exception {
        exchange("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n");

        assertEquals(List.of("a", "b"), taken().headers().get("host"));
    }

    @Test
    void headHasTheLengthWithoutBody() throws Exception {
        String answer = exchange(request("HEAD /"));

        assertTrue(answer.toLowerCase(Locale.ROOT).contains("content-length: 5\r\n"), answer);
        assertTrue(answer.endsWith("\r\n\r\n"), answer);
    }

    @Test
    void headWithoutBodyHasNoLength() throws Exception {
        response = text(200, "");
        String answer = exchange(request("HEAD /"));

        assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
        assertFalse(answer.toLowerCase(Locale.ROOT).contains("content-length"), answer);
    }

    @Test
    void emptyStatusesHaveNoBody() throws Exception {
        for (int status : new int[] {204, 304}) {
            response = text(status, "ignored");
            String answer = exchange(request("GET /"));
            assertTrue(answer.startsWith("HTTP/1.1 " + status) && answer.endsWith("\r\n\r\n"), answer);
            assertFalse(answer.toLowerCase(Locale.ROOT).contains("transfer-encoding"), answer);
        }
    }

    @Test
    void declaredOversizedBodyIsNotRead() throws Exception {
        String answer = exchange("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2000000000\r\n\r\n");

        assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
        assertTrue(answer.contains("urn:escapement:problem:too-large"), answer);
        assertTrue(requests.isEmpty());
        log.await("Refused POST -: 413 TOO_LARGE");
    }

    @Test
    void chunkedOversizedBodyIsRefused() throws Exception {
        String chunk = "400\r\n" + "x".repeat(1024) + "\r\n";
        String answer =
                exchange("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk + "0\r\n\r\n");

        assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
        assertTrue(requests.isEmpty());
        log.await("Refused POST -: 413 TOO_LARGE");
    }

    @Test
    void bodyOfTheMaximumLengthArrives() throws Exception {
        exchange(request("POST /", "Content-Length: " + MAX_BODY) + "x".repeat(MAX_BODY));

        assertEquals(MAX_BODY, taken().body().remaining());
    }

    @Test
    void slowHeadersCloseTheConnection() throws Exception {
        restart(SHORT);
        Socket slow = send("GET / HTTP/1.1\r\nHost:");

        assertEquals("", rest(slow));
        log.await("A client has exceeded a limit: HEADER_TIME");
    }

    @Test
    void slowBodyClosesTheConnection() throws Exception {
        restart(SHORT);
        Socket slow = send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc");

        assertEquals("", rest(slow));
        assertTrue(requests.isEmpty());
        log.await("A client has exceeded a limit: BODY_TIME");
    }

    @Test
    void malformedRequestsAreRefused() throws Exception {
        assertTrue(exchange("NONSENSE\r\n\r\n").startsWith("HTTP/1.1 400"));
        assertTrue(exchange(request("GET http://evil.test/")).startsWith("HTTP/1.1 400"));
        assertTrue(exchange(request("GET //evil.test/a")).startsWith("HTTP/1.1 400"));
        assertTrue(exchange(request("OPTIONS *")).startsWith("HTTP/1.1 404"));
        assertTrue(requests.isEmpty());
    }

    @Test
    void foreignTargetIsLoggedWithoutIt() throws Exception {
        exchange(request("GET http://evil.test/"));

        log.await("Refused GET -: 400 INVALID_REQUEST");
        assertFalse(String.join("", log.messages()).contains("evil.test"));
    }

    @Test
    void floodOfHalfRequestsIsBounded() throws Exception {
        restart(SHORT);
        for (int i = 0; i < 100; i++) {
            send("GET / HTTP/1.1\r\nHost:");
        }
        for (Socket socket : sockets) {
            assertTrue(isClosed(socket));
        }
        awaitOk();
    }

    /** Repeats a request until its response has the status 200: a stalled machine may exceed the time of a request. */
    private void awaitOk() {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!isOk()) {
            assertTrue(System.nanoTime() < deadline, "The server does not serve requests after the flood.");
        }
    }

    private boolean isOk() {
        try {
            return exchange(request("GET /")).startsWith("HTTP/1.1 200");
        } catch (IOException e) {
            return false; // the server has closed the connection
        }
    }

    private static boolean isClosed(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (IOException e) {
            return !(e instanceof SocketTimeoutException);
        }
    }

    @Test
    void clientThatDoesNotReadIsDisconnected() throws Exception {
        restart(SHORT);
        response = new ServerResponse.Complete(200, Map.of(), ByteBuffer.allocate(64 << 20));
        Socket idle = send(request("GET /"));
        taken();
        http.close(); // returns when no request is in progress
        assertTrue(idle.getInputStream().readAllBytes().length < 64 << 20);
    }

    @Test
    void halfClosedClientReceivesTheResponse() throws Exception {
        Socket socket = send("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        socket.shutdownOutput();

        assertTrue(rest(socket).endsWith("hello"));
    }

    @Test
    void prefixIsRemoved() throws Exception {
        http.close();
        http = start("/agents", LONG);

        exchange(request("GET /agents/a"));
        assertEquals("/a", taken().target());
        assertTrue(exchange(request("GET /agentsx")).startsWith("HTTP/1.1 404"));
        assertTrue(http.url().toString().endsWith("/agents/"));
    }

    @Test
    void failureOfTheHandlerClosesTheConnection() throws Exception {
        response = new ServerResponse.Complete(200, Map.of("X", "a\r\nb"), ByteBuffer.allocate(0));

        assertFalse(exchange(request("GET /")).contains("a\r\nb"));
    }

    @Test
    void wideAddressRequiresAnAuthenticator() throws Exception {
        JdkServer.Builder wide =
                JdkServer.of(this::answer, MAX_BODY, true).address(InetAddress.getByAddress(new byte[4]));

        assertThrows(IllegalStateException.class, wide::start);
    }

    @Test
    void usedPortIsReported() {
        JdkServer.Builder second = JdkServer.of(this::answer, MAX_BODY, true).port(http.port());

        assertThrows(UncheckedIOException.class, second::start);
    }

    @Test
    void streamsEndWithTheServer() throws Exception {
        response = new ServerResponse.Stream(200, Map.of("Content-Type", "text/event-stream"), sink -> {
            try {
                sink.write(":\n\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        Socket socket = send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        StringBuilder received = new StringBuilder();
        while (received.indexOf(":\n\n") < 0) {
            received.append((char) socket.getInputStream().read());
        }
        http.close();

        assertTrue(rest(socket).endsWith("0\r\n\r\n"));
    }
}
