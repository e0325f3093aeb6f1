package dev.escapement.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The requests that the JDK's HTTP server refuses itself, so that they reach neither the handlers nor the log of refused
 * requests. The guide lists the same requests. The log contains only that a connection has ended.
 */
class JdkRefusalTest {
    private static final String ENDED = "A connection has ended without a request";
    private static final int READ_TIMEOUT = 60_000;

    private final List<ServerRequest> requests = new CopyOnWriteArrayList<>();
    private final ServerLog log = ServerLog.openAll();
    private final JdkServer http = JdkServer.of(this::answer, 1_000, true)
            .requestTime(Duration.ofMinutes(1))
            .start();

    private ServerResponse answer(ServerRequest request) {
        requests.add(request);
        return new ServerResponse.Complete(200, Map.of(), StandardCharsets.UTF_8.encode("hello"));
    }

    @AfterEach
    void close() {
        http.close();
        log.close();
    }

    /** Sends a request, and returns everything until the server closes the connection, which it can do with a reset. */
    private String exchange(String request) throws IOException {
        StringBuilder received = new StringBuilder();
        try (Socket socket = new Socket("127.0.0.1", http.port())) {
            socket.setSoTimeout(READ_TIMEOUT);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            for (int next = socket.getInputStream().read();
                    next >= 0;
                    next = socket.getInputStream().read()) {
                received.append((char) next);
            }
        } catch (SocketException e) {
            return received.toString();
        }
        return received.toString();
    }

    private void assertRefused(String request, String answer) throws Exception {
        String received = exchange(request);

        assertTrue(answer.isEmpty() ? received.isEmpty() : received.startsWith(answer), received);
        log.await(ENDED);
        assertEquals(List.of(), requests);
        assertFalse(String.join("", log.messages()).contains("secret"), "The log contains the request.");
    }

    @ParameterizedTest
    @CsvSource({
        "GET-secret, 400", // a request line without spaces
        "GET /secret, 400", // without a version
        "GET /secret|a HTTP/1.1, 400", // a target that is not a URI
        "OPTIONS * HTTP/1.1, 404" // a target without a path
    })
    void requestLineThatTheJdkRefuses(String line, int status) throws Exception {
        assertRefused(line + "\r\nHost: secret\r\n\r\n", "HTTP/1.1 " + status);
    }

    @ParameterizedTest
    @CsvSource({
        "secret, 400", // a header without a colon
        "X secret: a, 400", // a name with a space
        "Content-Length: secret, 400",
        "Content-Length: -1, 400",
        "Transfer-Encoding: secret, 501"
    })
    void headerThatTheJdkRefuses(String header, int status) throws Exception {
        assertRefused("POST /secret HTTP/1.1\r\nHost: a\r\n" + header + "\r\n\r\n", "HTTP/1.1 " + status);
    }

    @Test
    void headersAboveTheLimitOfTheJdkCloseTheConnection() throws Exception {
        String headers =
                IntStream.range(0, 300).mapToObj(i -> "X-" + i + ": secret\r\n").collect(Collectors.joining());

        assertRefused("GET /secret HTTP/1.1\r\n" + headers + "\r\n", "");
    }

    @Test
    void headerLengthAboveTheLimitOfTheJdkClosesTheConnection() throws Exception {
        assertRefused("GET /secret HTTP/1.1\r\nX: " + "secret".repeat(1 << 17) + "\r\n\r\n", "");
    }

    @Test
    void closedConnectionIsLoggedAlike() throws Exception {
        new Socket("127.0.0.1", http.port()).close();

        log.await(ENDED);
    }

    @Test
    void requestThatArrivesIsNotLogged() throws Exception {
        exchange("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        assertEquals(1, requests.size());
        http.close();
        assertFalse(String.join("", log.messages()).contains(ENDED));
    }
}
