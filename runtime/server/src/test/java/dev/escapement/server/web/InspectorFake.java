package dev.escapement.server.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.escapement.thread.Event;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A server with the files of the inspector, the headers of the real server, and the responses of {@link FakeApi}. Safe for
 * concurrent use.
 */
final class InspectorFake implements AutoCloseable {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
                    + "require-trusted-types-for 'script'";

    private static final Map<String, String> TYPES =
            Map.of("html", "text/html; charset=utf-8", "js", "text/javascript; charset=utf-8", "css", "text/css");

    final FakeApi api = new FakeApi();
    private final HttpServer server;
    private final ExecutorService executor = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "inspector-fake");
        thread.setDaemon(true);
        return thread;
    });
    private final List<HttpExchange> streams = new CopyOnWriteArrayList<>();

    InspectorFake() throws IOException {
        this(0);
    }

    private InspectorFake(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(executor);
        server.createContext("/inspector/", this::handle);
        server.start();
    }

    /** Starts the server at a port, for work on the pages with a browser. */
    public static void main(String[] arguments) throws IOException {
        InspectorFake fake = new InspectorFake(Integer.parseInt(arguments[0]));
        System.out.println(fake.url("threads.html"));
    }

    /** Returns the URL of a page. */
    String url(String page) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/inspector/" + page;
    }

    /** Appends an event to a thread and sends it to all followers. */
    void append(String id, Event event) {
        int position = api.append(id, event);
        String data = "{\"position\":" + position + ",\"event\":" + Event.CODEC.encode(event) + '}';
        send("id: " + (position + 1) + "\nevent: event\ndata: " + data + "\n\n");
    }

    /** Sends a part of the stream to all followers. */
    void send(String text) {
        for (HttpExchange stream : streams) {
            try {
                stream.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
                stream.getResponseBody().flush();
            } catch (IOException e) {
                streams.remove(stream); // the page has closed the stream
            }
        }
    }

    /** Returns the number of followers. */
    int followers() {
        return streams.size();
    }

    private void handle(HttpExchange exchange) {
        try {
            URI uri = exchange.getRequestURI();
            String path = uri.getRawPath().substring("/inspector/".length());
            exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
            if (path.endsWith("/follow")) {
                follow(exchange);
            } else if (path.startsWith("api/")) {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                FakeApi.Answer answer = api.answer(exchange.getRequestMethod(), path, uri.getQuery(), body);
                send(
                        exchange,
                        answer.status(),
                        "application/json",
                        answer.json().getBytes(StandardCharsets.UTF_8));
            } else {
                file(exchange, path.isEmpty() ? "index.html" : path.replace("assets/", ""));
            }
        } catch (IOException e) {
            exchange.close(); // the page has closed the connection
        }
    }

    private void follow(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write("retry: 2000\n\n".getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
        streams.add(exchange);
    }

    private static void file(HttpExchange exchange, String name) throws IOException {
        String resource = InspectorFiles.VENDORED.getOrDefault(name, name);
        try (InputStream stream = StaticFiles.class.getResourceAsStream(resource)) {
            if (stream == null) {
                send(exchange, 404, "text/plain", new byte[0]);
                return;
            }
            String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
            send(exchange, 200, type, stream.readAllBytes());
        }
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] content) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
        try (var body = exchange.getResponseBody()) {
            body.write(content);
        }
    }

    /** Returns the text of a resource of the pages. */
    static String resource(String name) {
        try (InputStream stream = StaticFiles.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        streams.forEach(HttpExchange::close);
        server.stop(0);
        executor.shutdownNow();
    }
}
