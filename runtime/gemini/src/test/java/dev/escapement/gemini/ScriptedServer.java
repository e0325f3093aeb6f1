package dev.escapement.gemini;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A server on the loopback address that sends given responses, one per request, whatever the request contains. */
final class ScriptedServer implements AutoCloseable {

    /** A response. In the body, single quotes replace double ones. */
    record Response(int status, String type, String body) {}

    /** A request that arrived. */
    record Request(String uri, String key, String body) {}

    private final HttpServer server;
    private final Deque<Response> script = new ArrayDeque<>();
    private final List<Request> requests = new ArrayList<>();

    ScriptedServer(Response... responses) throws IOException {
        script.addAll(List.of(responses));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String key = exchange.getRequestHeaders().getFirst("x-goog-api-key");
        requests.add(new Request(exchange.getRequestURI().toString(), String.valueOf(key), body));
        Response response = script.size() > 1 ? script.remove() : script.element();
        byte[] bytes = response.body().replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        if (!response.type().isEmpty()) {
            exchange.getResponseHeaders().set("Content-Type", response.type());
        }
        exchange.sendResponseHeaders(response.status(), bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    synchronized List<Request> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
