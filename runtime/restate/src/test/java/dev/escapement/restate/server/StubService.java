package dev.escapement.restate.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A service "Stub" with a handler "run" that Restate can discover with HTTP/1.1. Its invocations fail and are retried. */
final class StubService implements AutoCloseable {

    private static final String MANIFEST = """
            {
              "protocolMode": "REQUEST_RESPONSE",
              "minProtocolVersion": 5,
              "maxProtocolVersion": 5,
              "services": [{"name": "Stub", "ty": "SERVICE", "handlers": [{"name": "run"}]}]
            }
            """;

    private final HttpServer server;

    private StubService(HttpServer server) {
        this.server = server;
    }

    static StubService start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/discover", StubService::discover);
        server.createContext("/invoke", StubService::fail);
        server.start();
        return new StubService(server);
    }

    private static void discover(HttpExchange exchange) throws IOException {
        byte[] manifest = MANIFEST.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/vnd.restate.endpointmanifest.v1+json");
        exchange.sendResponseHeaders(200, manifest.length);
        exchange.getResponseBody().write(manifest);
        exchange.close();
    }

    private static void fail(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(503, -1);
        exchange.close();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
