package dev.escapement.server.web;

import com.sun.net.httpserver.HttpExchange;
import dev.escapement.thread.Event;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/** The pages of the inspector with the responses of {@link FakeApi}, and with streams of events. Safe for concurrent use. */
final class InspectorFake implements AutoCloseable {
    private static final String STREAM = "/follow";

    final FakeApi api = new FakeApi();
    private final List<HttpExchange> streams = new CopyOnWriteArrayList<>();
    private final WebHost host;

    InspectorFake(int port) {
        host = WebHost.start(port, this::handle);
    }

    /** Starts the server at a port, for work on the pages with a browser. */
    public static void main(String[] arguments) {
        InspectorFake fake = new InspectorFake(Integer.parseInt(arguments[0]));
        System.out.println(fake.list());
    }

    /** Returns the URL of the list of threads. */
    String list() {
        return host.uri() + "threads.html";
    }

    /** Returns the URL of a thread. */
    String thread(String id) {
        return host.uri() + "thread.html#"
                + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Appends an event to a thread and sends it to all followers. */
    void append(String id, Event event) {
        int position = api.append(id, event);
        send("id: " + (position + 1) + "\nevent: event\ndata: {\"position\":" + position + ",\"event\":"
                + Event.CODEC.encode(event) + "}\n\n");
    }

    /** Sends a part of the stream to all followers. */
    void send(String text) {
        for (HttpExchange stream : streams) {
            try {
                write(stream, text);
            } catch (IOException e) {
                streams.remove(stream); // the page has closed the stream
            }
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        URI uri = exchange.getRequestURI();
        String path = uri.getRawPath().substring(WebHost.PREFIX.length() + 1);
        if (path.endsWith(STREAM)) {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            streams.add(exchange);
            write(exchange, "retry: 2000\n\n");
            return;
        }
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        FakeApi.Answer answer = api.answer(exchange.getRequestMethod(), path, uri.getQuery(), body);
        byte[] content = answer.json().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), content.length);
        exchange.getResponseBody().write(content);
        exchange.close();
    }

    private static void write(HttpExchange exchange, String text) throws IOException {
        synchronized (exchange) {
            exchange.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
        }
    }

    /** Returns the text of a resource of this package. */
    static String resource(String name) {
        try (InputStream stream = Objects.requireNonNull(StaticFiles.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        streams.forEach(HttpExchange::close);
        host.close();
    }
}
