package dev.escapement.server;

import dev.escapement.model.Delta;
import dev.escapement.run.DeltaListener;
import dev.escapement.server.follow.DeltaBatch;
import dev.escapement.server.follow.DeltaBatchCodec;
import dev.escapement.server.follow.DeltaBody;
import dev.escapement.server.follow.DeltaOutbox;
import dev.escapement.server.http.PathSegment;
import dev.escapement.thread.AgentThread;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * A listener that sends the replies in progress of a runner to an {@link AgentServer} in another process, whose clients then see
 * them as they arrive. Sends every 0.1 seconds on a Java thread of its own, and never delays the runner: while the server is not
 * available, increments are dropped, and clients see those replies when they are recorded. If it refuses one thread, for
 * example a deleted one, those of other threads still arrive. Safe for concurrent use.
 *
 * <pre>{@code
 * DeltaForwarder forwarder = DeltaForwarder.to(URI.create("https://agents.example.com/"))
 *     .header("Authorization", "Bearer " + token)
 *     .start();
 * Runner runner = Runner.of(loop).model(model).store(store).deltas(forwarder).build();
 * }</pre>
 *
 * <p>The server must identify the sender as one with {@link Role#DRIVER}.
 */
public final class DeltaForwarder implements DeltaListener, AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger(DeltaForwarder.class.getName());
    private static final long PERIOD_MILLIS = 100;
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final long PAUSE = Duration.ofSeconds(2).toNanos();
    private static final int SUCCESS = 2;
    private static final int CLASS = 100;
    /** Also of a thread whose id is too long for a path. */
    private static final int INVALID_REQUEST = 400;

    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;
    private static final int TOO_LARGE = 413;
    private static final int INVALID_CONTENT = 422;

    private final String process = UUID.randomUUID().toString();
    private final DeltaOutbox outbox = new DeltaOutbox();
    private final URI server;
    private final Map<String, String> headers;
    private final Duration timeout;
    private final HttpClient client;
    private final ScheduledExecutorService timer;

    // used by the Java thread of the timer
    private final Set<Integer> refusals = new HashSet<>();
    private boolean isAway;
    private long pausedAt;

    /** The outcome of one request. */
    private enum ForwardOutcome {
        ACCEPTED,
        /** Other threads are not affected. */
        THREAD_REFUSED,
        SERVER_AWAY
    }

    private DeltaForwarder(Builder builder) {
        this.server = builder.server;
        this.headers = Map.copyOf(builder.headers);
        this.timeout = builder.timeout;
        this.client = HttpClient.newBuilder().connectTimeout(timeout).build();
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "escapement-delta-forwarder");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Returns a builder of a forwarder.
     *
     * @param server the URL under which the handlers of the server are mounted
     * @return a builder
     * @throws IllegalArgumentException if the URL does not begin with {@code http:} or {@code https:}
     */
    public static Builder to(URI server) {
        return new Builder(server);
    }

    @Override
    public void arrived(AgentThread thread, Delta delta) {
        outbox.add(
                thread.id(),
                process + "-" + DeltaFeed.source(thread),
                thread.events().size(),
                DeltaBody.of(delta));
    }

    private void send() {
        if (isAway && System.nanoTime() - pausedAt < PAUSE) {
            outbox.drop();
            return;
        }
        Set<String> refused = new HashSet<>();
        for (Map.Entry<String, DeltaBatch> batch : outbox.take()) {
            String id = batch.getKey();
            if (refused.contains(id)) {
                continue;
            }
            boolean isAvailable = switch (send(id, batch.getValue())) {
                case ACCEPTED -> {
                    isAway = false;
                    yield true;
                }
                case THREAD_REFUSED -> {
                    refused.add(id);
                    outbox.drop(id, batch.getValue().source());
                    yield true;
                }
                case SERVER_AWAY -> false;
            };
            if (!isAvailable) {
                isAway = true;
                pausedAt = System.nanoTime();
                outbox.drop();
                return;
            }
        }
    }

    private ForwardOutcome send(String threadId, DeltaBatch batch) {
        String path = "api/threads/" + PathSegment.encode(threadId) + "/deltas";
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path))
                    .timeout(timeout)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(DeltaBatchCodec.INSTANCE.encode(batch)));
            headers.forEach(request::header);
            return result(client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode());
        } catch (IOException | RuntimeException e) {
            return away(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ForwardOutcome.SERVER_AWAY;
        }
    }

    private ForwardOutcome result(int status) {
        if (status / CLASS == SUCCESS) {
            return ForwardOutcome.ACCEPTED;
        }
        return switch (status) {
            case INVALID_REQUEST, NOT_FOUND, GONE, TOO_LARGE, INVALID_CONTENT -> refused(status);
            default -> away("status " + status);
        };
    }

    /** Logs the first refusal with each status as a warning, because a wrong URL or a missing label refuses all threads. */
    private ForwardOutcome refused(int status) {
        LOGGER.log(
                refusals.add(status) ? Level.WARNING : Level.DEBUG,
                "The server does not accept the reply in progress of a thread: status {0}. The rest of it is dropped.",
                status);
        return ForwardOutcome.THREAD_REFUSED;
    }

    private ForwardOutcome away(String reason) {
        if (!isAway) {
            LOGGER.log(Level.WARNING, "The server does not accept replies in progress: {0}. They are dropped.", reason);
        }
        return ForwardOutcome.SERVER_AWAY;
    }

    /** Ends the Java thread. Increments that were not sent are dropped. */
    @Override
    public void close() {
        timer.shutdownNow();
    }

    /** A builder of forwarders. */
    public static final class Builder {
        private final URI server;
        private final Map<String, String> headers = new LinkedHashMap<>();
        private Duration timeout = TIMEOUT;

        private Builder(URI server) {
            String text = server.toString();
            if (!text.startsWith("http:") && !text.startsWith("https:")) {
                throw new IllegalArgumentException("The URL of the server must begin with http: or https:.");
            }
            this.server = text.endsWith("/") ? server : URI.create(text + "/");
        }

        /** Adds a header to each request, for example one that identifies the sender. Default: none. */
        public Builder header(String name, String value) {
            headers.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
            return this;
        }

        /** Sets the time of a request. Default: 2 seconds. */
        Builder timeout(Duration time) {
            this.timeout = time;
            return this;
        }

        /**
         * Starts the Java thread.
         *
         * @return the forwarder
         */
        public DeltaForwarder start() {
            DeltaForwarder forwarder = new DeltaForwarder(this);
            ScheduledFuture<?> unused = forwarder.timer.scheduleWithFixedDelay(
                    forwarder::send, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
            return forwarder;
        }
    }
}
