package dev.escapement.restate;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.escapement.internal.tree.JsonValue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/**
 * A server with the ingress and the admin API of Restate, in front of objects in memory. Several servers can share the
 * objects, as the nodes of a cluster do. A request with the idempotency key of an earlier one returns its reply.
 */
final class FakeIngress implements AutoCloseable {

    private final FakeObjects objects;
    private final HttpServer server;
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private volatile UnaryOperator<String> replies = UnaryOperator.identity();

    /** A request. */
    record Received(String path, Map<String, List<String>> headers, String body) {

        Optional<String> header(String name) {
            return headers.getOrDefault(name, List.of()).stream().findFirst();
        }
    }

    /** A fault of one request, before or after its effect. */
    enum Fault {
        /** The connection is closed before the effect. */
        CLOSED,
        /** The connection is closed after the effect. */
        LOST,
        /** Status 503 without an effect. */
        UNAVAILABLE,
        /** The reply never arrives; the request has its effect. */
        SILENT,
        /** Status 404, as for a service without a deployment. */
        UNKNOWN_SERVICE,
        /** Status 401. */
        UNAUTHORIZED
    }

    private FakeIngress(FakeObjects objects) throws IOException {
        this.objects = objects;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(executor);
        server.createContext("/", this::answer);
        server.start();
    }

    static FakeIngress start(FakeObjects objects) throws IOException {
        return new FakeIngress(objects);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Adds faults of the next requests. */
    void fail(Fault... next) {
        faults.addAll(List.of(next));
    }

    /** Changes the bodies of all replies. */
    void reply(UnaryOperator<String> change) {
        replies = change;
    }

    List<Received> received() {
        return received;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getRawPath();
        received.add(new Received(path, exchange.getRequestHeaders(), body));
        Fault fault = faults.poll();
        if (fault == null) {
            respond(exchange, 200, replies.apply(reply(exchange, path, body)));
            return;
        }
        switch (fault) {
            case CLOSED -> exchange.close();
            case LOST -> {
                String unused = reply(exchange, path, body);
                exchange.close();
            }
            case SILENT -> {
                String unused = reply(exchange, path, body);
            }
            case UNAVAILABLE -> respond(exchange, 503, "{\"message\":\"no leader\"}");
            case UNKNOWN_SERVICE -> respond(exchange, 404, "{\"message\":\"service 'AgentThread' not found\"}");
            case UNAUTHORIZED -> respond(exchange, 401, "");
        }
    }

    private String reply(HttpExchange exchange, String path, String body) {
        if (path.equals("/query")) {
            return objects.rows();
        }
        if (path.equals("/deployments")) {
            return "{}";
        }
        Queue<String> segments = new ArrayDeque<>(List.of(path.substring(1).split("/", -1)));
        String service = segments.remove();
        String key = URLDecoder.decode(segments.remove(), StandardCharsets.UTF_8);
        String handler = segments.remove();
        String idempotencyKey = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        return service.equals("AgentThread")
                ? objects.call(key, handler, body, Optional.ofNullable(idempotencyKey))
                : "{\"message\":" + new JsonValue.Text(service).json() + "}";
    }

    private static void respond(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}
