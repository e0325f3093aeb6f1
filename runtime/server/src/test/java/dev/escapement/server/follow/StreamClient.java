package dev.escapement.server.follow;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;

/** A client of an event stream that reconnects with the id of the last event, like a browser. */
final class StreamClient implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final long RECONNECT_MILLIS = 20;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    private final Supplier<URI> url;
    private final List<Received> received = new ArrayList<>();
    private final List<Integer> statuses = new ArrayList<>();
    private final List<String> comments = new ArrayList<>();
    private final Thread reader;
    private volatile boolean closed;

    @Nullable
    private volatile InputStream open;

    /** A server-sent event, whose id is empty if it has none. */
    record Received(String id, String event, String data) {}

    private StreamClient(Supplier<URI> url) {
        this.url = url;
        this.reader = new Thread(this::run, "stream-client");
        reader.setDaemon(true);
    }

    static StreamClient open(Supplier<URI> url) {
        StreamClient client = new StreamClient(url);
        client.reader.start();
        return client;
    }

    private void run() {
        String lastId = "";
        while (!closed) {
            try {
                HttpRequest.Builder request = HttpRequest.newBuilder(url.get()).header("Authorization", "alice");
                if (!lastId.isEmpty()) {
                    request.header("Last-Event-ID", lastId);
                }
                HttpResponse<InputStream> response =
                        HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
                add(statuses, response.statusCode());
                open = response.body();
                if (response.statusCode() != 200) {
                    return;
                }
                lastId = read(response.body(), lastId);
            } catch (IOException e) {
                // the server is restarting
            } catch (InterruptedException e) {
                return;
            }
            try {
                Thread.sleep(RECONNECT_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private String read(InputStream body, String before) {
        String last = before;
        String id = "";
        String event = "";
        String data = "";
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    if (!data.isEmpty()) {
                        last = id.isEmpty() ? last : id;
                        add(received, new Received(id, event, data));
                    }
                    id = "";
                    event = "";
                    data = "";
                } else if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    event = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data = line.substring(6);
                } else if (line.startsWith(":")) {
                    add(comments, line);
                }
            }
        } catch (IOException e) {
            // an event without its empty line is not received
        }
        return last;
    }

    private synchronized <T> void add(List<T> list, T element) {
        list.add(element);
        notifyAll();
    }

    synchronized List<Received> received() {
        return List.copyOf(received);
    }

    synchronized List<Integer> statuses() {
        return List.copyOf(statuses);
    }

    /** Returns the data of the events of a kind. */
    List<String> data(String event) {
        return received().stream()
                .filter(each -> each.event().equals(event))
                .map(Received::data)
                .toList();
    }

    /** Waits until a condition on this client is true. */
    synchronized void await(Predicate<StreamClient> condition) throws InterruptedException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!condition.test(this)) {
            long millis = (deadline - System.nanoTime()) / 1_000_000;
            if (millis <= 0) {
                throw new AssertionFailedError("timeout; received " + received + ", statuses " + statuses);
            }
            wait(millis);
        }
    }

    void awaitStatus(int status) throws InterruptedException {
        await(client -> client.statuses().contains(status));
    }

    void awaitComment() throws InterruptedException {
        await(client -> !client.comments.isEmpty());
    }

    @Override
    public void close() throws IOException {
        closed = true;
        InputStream body = open;
        if (body != null) {
            body.close();
        }
        reader.interrupt();
    }
}
