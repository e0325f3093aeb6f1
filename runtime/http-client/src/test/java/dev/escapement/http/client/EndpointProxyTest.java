package dev.escapement.http.client;

import static dev.escapement.http.client.LoopbackServer.json;
import static dev.escapement.http.client.LoopbackServer.raw;
import static dev.escapement.http.client.LoopbackServer.response;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.escapement.http.HttpSettings;
import dev.escapement.http.client.LoopbackServer.Play;
import dev.escapement.model.RequestRejectedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests of proxies that require a password, and of TLS contexts and clients of the application. The system property
 * {@code jdk.http.auth.tunneling.disabledSchemes} is set for the tests of this module.
 */
@Timeout(60)
class EndpointProxyTest {

    private static final String USER = "build";
    private static final String PASSWORD = "pr0xy:pässword";
    private static final String BASIC =
            "Basic " + Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));

    @TempDir
    private Path directory;

    private static HttpSettings through(LoopbackServer proxy) {
        return HttpSettings.DEFAULT
                .withProxy(ProxySelector.of(proxy.address()))
                .withProxyPassword(USER, PASSWORD)
                .withRetries(0);
    }

    /** Connects the client of a proxy to a port and copies the bytes in both directions. */
    private static Play tunnelTo(int port) {
        return raw("HTTP/1.1 200 Connected\r\n\r\n").then((client, out) -> {
            try (Socket target = new Socket(InetAddress.getLoopbackAddress(), port)) {
                Thread back = new Thread(() -> copy(target, out), "tunnel");
                back.setDaemon(true);
                back.start();
                client.getInputStream().transferTo(target.getOutputStream());
            }
        });
    }

    private static void copy(Socket from, OutputStream to) {
        try (InputStream in = from.getInputStream()) {
            in.transferTo(to);
        } catch (IOException closed) {
            // the test has ended
        }
    }

    @Test
    void passwordIsSentToTheProxy() {
        try (LoopbackServer proxy = LoopbackServer.playing(json("{\"text\":\"hi\"}"));
                EndpointFixture fixture =
                        EndpointFixture.of(URI.create("http://provider.invalid/v1/chat"), through(proxy))) {
            assertEquals("hi", fixture.post().text());
            assertEquals(BASIC, proxy.requests().get(0).headers().get("proxy-authorization"));
        }
    }

    @Test
    void passwordOpensATunnelToATrustedServer() throws Exception {
        SelfSignedKeys keys = SelfSignedKeys.in(directory);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(keys.server()));
        AtomicInteger leaked = new AtomicInteger();
        server.createContext("/v1/chat", exchange -> {
            leaked.addAndGet(exchange.getRequestHeaders().containsKey("Proxy-Authorization") ? 1 : 0);
            byte[] body = "{\"text\":\"hi\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        URI uri = URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/v1/chat");
        try (LoopbackServer proxy =
                        LoopbackServer.playing(tunnelTo(server.getAddress().getPort()));
                EndpointFixture fixture = EndpointFixture.of(uri, through(proxy).withSslContext(keys.client()))) {
            assertEquals("hi", fixture.post().text());
            assertEquals(BASIC, proxy.requests().get(0).headers().get("proxy-authorization"));
            assertNull(proxy.requests().get(0).headers().get("authorization"));
            assertEquals(0, leaked.get());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void rejectedPasswordIsNotRepeated() {
        Play locked = response(407, "Not " + PASSWORD + " " + BASIC, "Proxy-Authenticate: Basic realm=\"door\"");
        try (LoopbackServer proxy = LoopbackServer.playing(locked);
                EndpointFixture fixture =
                        EndpointFixture.of(URI.create("http://provider.invalid/v1/chat"), through(proxy))) {
            RequestRejectedException rejected = fixture.failsWith(RequestRejectedException.class);
            String message = String.valueOf(rejected.getMessage());

            assertEquals(407, rejected.status());
            assertTrue(message.contains("Check the user and the password of the proxy."), message);
            assertTrue(message.contains("jdk.http.auth.tunneling.disabledSchemes"), message);
            assertFalse(message.contains(PASSWORD) || message.contains(BASIC.substring(6)), message);
        }
    }

    @Test
    void settingsDoNotShowThePassword() {
        String text = HttpSettings.DEFAULT.withProxyPassword(USER, PASSWORD).toString();

        assertTrue(text.contains("proxyPassword=set"), text);
        assertFalse(text.contains(PASSWORD) || text.contains(BASIC.substring(6)), text);
        assertThrows(IllegalArgumentException.class, () -> HttpSettings.DEFAULT.withProxyPassword("a:b", "c"));
    }

    @Test
    void clientOfTheApplicationSendsTheRequest() {
        AtomicInteger tasks = new AtomicInteger();
        ExecutorService executor = Executors.newCachedThreadPool();
        HttpClient client = HttpClient.newBuilder()
                .executor(task -> {
                    tasks.incrementAndGet();
                    executor.execute(task);
                })
                .build();
        try (LoopbackServer server = LoopbackServer.playing(json("{\"text\":\"hi\"}"));
                EndpointFixture fixture = EndpointFixture.of(server, HttpSettings.DEFAULT.withHttpClient(client))) {
            assertEquals("hi", fixture.post().text());
            assertTrue(tasks.get() > 0);
        } finally {
            executor.shutdown();
        }
    }
}
