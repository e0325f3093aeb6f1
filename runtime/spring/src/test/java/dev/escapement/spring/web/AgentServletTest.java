package dev.escapement.spring.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.server.AgentServer;
import dev.escapement.thread.Start;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Tests of the servlet on an embedded web server, without Spring Security. */
class AgentServletTest {
    private static final String PREFIX = "/app/agents";

    private static WebApplication application;
    private static String token;
    private static String cookie;

    @BeforeAll
    static void start() throws Exception {
        application = WebApplication.startLocal(
                "server.servlet.context-path=/app",
                "server.http2.enabled=true",
                "escapement.server.path=/agents",
                "escapement.server.max-body=64KB",
                "escapement.server.origins=https://app.example.com");
        application.runner().start("thread-1", "Return parcel P-1");
        URI link = application.context().getBean(AgentServer.class).link(application.uri(PREFIX + "/"));
        HttpResponse<String> session = application.post(
                PREFIX + "/api/session",
                "{\"token\":\"" + link.getFragment().substring(2) + "\"}",
                "Content-Type",
                "application/json");
        token = WebApplication.string(session.body(), "antiForgeryToken");
        cookie = session.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        application.forgetCookies(); // the client would send them in the form of RFC 2965
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    private static HttpResponse<String> get(String path, String... headers) throws Exception {
        Stream<String> session = Stream.of("Escapement-Anti-Forgery", token, "Cookie", cookie);
        return application.get(
                PREFIX + path, Stream.concat(session, Stream.of(headers)).toArray(String[]::new));
    }

    @Test
    void pageHasTheContentSecurityPolicy() throws Exception {
        HttpResponse<String> page = application.get(PREFIX + "/");

        assertEquals(200, page.statusCode());
        assertTrue(
                page.headers()
                        .firstValue("Content-Security-Policy")
                        .orElse("")
                        .startsWith("default-src 'none'; script-src 'self'"),
                () -> page.headers().map().toString());
    }

    @Test
    void pathWithoutSlashRedirects() throws Exception {
        HttpResponse<String> redirect = application.get(PREFIX);

        assertEquals(PREFIX + "/", redirect.headers().firstValue("Location").orElse(""));
    }

    @Test
    void apiListsTheThread() throws Exception {
        HttpResponse<String> threads = get("/api/threads");

        assertTrue(threads.body().contains("thread-1"), threads.body());
    }

    @Test
    void apiWithoutTokenIsRefused() throws Exception {
        assertEquals(401, application.get(PREFIX + "/api/threads").statusCode());
    }

    @Test
    void queryArrivesAsItWasSent() throws Exception {
        application.runner().enqueue("labelled", Start.of("Return parcel P-4").label("order", "A&B"));

        HttpResponse<String> threads = get("/api/threads?label=order:A%26B");

        assertTrue(threads.body().contains("labelled"), threads.body());
    }

    @Test
    void http2IsAnswered() throws Exception {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_2)
                .connectTimeout(WebApplication.LIMIT)
                .build();
        HttpRequest page = application.request(PREFIX + "/").build();
        client.send(page, HttpResponse.BodyHandlers.discarding()); // upgrades the connection

        HttpResponse<String> second = client.send(page, HttpResponse.BodyHandlers.ofString());

        assertEquals("HTTP_2 200", second.version() + " " + second.statusCode());
    }

    @Test
    void foreignOriginIsRefused() throws Exception {
        assertEquals(403, get("/api/threads", "Origin", "https://evil.example").statusCode());
    }

    @Test
    void listedOriginIsPermitted() throws Exception {
        HttpResponse<String> threads = get("/api/threads", "Origin", "https://app.example.com");

        assertEquals(
                "https://app.example.com",
                threads.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
    }

    @Test
    void forwardedRequestIsRefused() throws Exception {
        assertEquals(403, get("/api/threads", "X-Forwarded-For", "127.0.0.1").statusCode());
    }

    @Test
    void foreignHostIsRefused() throws Exception {
        assertEquals("403", status("GET " + PREFIX + "/ HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"));
    }

    @Test
    void otherPortInTheHostIsRefused() throws Exception {
        assertEquals("403", status("GET " + PREFIX + "/ HTTP/1.1\r\nHost: localhost:1\r\nConnection: close\r\n\r\n"));
    }

    @Test
    void encodedPrefixIsRefused() throws Exception {
        assertEquals(404, application.get("/app/%61gents/").statusCode());
    }

    @Test
    void longDeclaredBodyIsRefused() throws Exception {
        assertEquals(
                413,
                application.post(PREFIX + "/api/session", "x".repeat(65 * 1024)).statusCode());
    }

    @Test
    void longChunkedBodyIsRefused() throws Exception {
        String chunk = "8000\r\n" + "x".repeat(0x8000) + "\r\n";

        assertEquals(
                "413",
                status("POST " + PREFIX + "/api/session HTTP/1.1\r\nHost: localhost:" + application.port()
                        + "\r\nTransfer-Encoding: chunked\r\nContent-Type: application/json\r\n\r\n"
                        + chunk.repeat(3)));
    }

    @Test
    void headHasTheLengthWithoutBody() throws Exception {
        HttpResponse<String> page = application.get(PREFIX + "/");

        HttpResponse<String> head =
                application.send(application.request(PREFIX + "/").method("HEAD", HttpRequest.BodyPublishers.noBody()));

        assertEquals(page.headers().firstValue("Content-Length"), head.headers().firstValue("Content-Length"));
    }

    @Test
    void streamReceivesAnEvent() throws Exception {
        application.runner().start("followed", "Return parcel P-2");
        StreamedLines stream = stream("/api/threads/followed/follow");
        stream.await("return_parcel");

        application.runner().cancel("followed", "the customer keeps it");

        assertTrue(stream.await("the customer keeps it").startsWith("data:"));
    }

    @Test
    void goneClientEndsItsStream() throws Exception {
        AgentServlet servlet = application.context().getBean(AgentServlet.class);
        int open = servlet.streams();
        try (Socket socket = new Socket("127.0.0.1", application.port())) {
            socket.getOutputStream()
                    .write(("GET " + PREFIX + "/api/questions/follow HTTP/1.1\r\nHost: 127.0.0.1:" + application.port()
                                    + "\r\nCookie: " + cookie + "\r\nEscapement-Anti-Forgery: " + token + "\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            assertTrue(new String(socket.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1).endsWith("200"));
            socket.setSoLinger(true, 0);
        }
        long deadline = System.nanoTime() + WebApplication.LIMIT.toNanos();
        int started = 0;
        while (servlet.streams() > open && System.nanoTime() - deadline < 0) {
            application.runner().start("gone-" + ++started, "Return parcel P-3");
            Thread.onSpinWait();
        }
        assertEquals(open, servlet.streams());
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void shutdownEndsOpenStreams(CapturedOutput output) throws Exception {
        WebApplication other = WebApplication.start(
                OpenDoor.class, "spring.lifecycle.timeout-per-shutdown-phase=30s", "server.shutdown=graceful");
        StreamedLines stream = followed(other);

        other.close();

        assertTrue(stream.awaitEnd());
        assertTrue(output.getAll().contains("Graceful shutdown complete"), output.toString());
    }

    /** Returns a stream of an application, which is closed if the stream does not begin. */
    private static StreamedLines followed(WebApplication other) throws Exception {
        try {
            StreamedLines stream = new StreamedLines(other, other.request("/escapement/api/questions/follow"));
            stream.await(":");
            return stream;
        } catch (Exception | Error e) {
            other.close();
            throw e;
        }
    }

    private static StreamedLines stream(String path) throws Exception {
        return new StreamedLines(
                application,
                application.request(PREFIX + path).headers("Escapement-Anti-Forgery", token, "Cookie", cookie));
    }

    private static String status(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", application.port())) {
            socket.setSoTimeout((int) WebApplication.LIMIT.toMillis());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            InputStream in = socket.getInputStream();
            String line = new String(in.readNBytes(12), StandardCharsets.ISO_8859_1);
            return line.substring(9);
        }
    }
}
