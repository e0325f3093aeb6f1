package dev.escapement.http.client;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.http.HttpSettings;
import dev.escapement.model.Delta;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelUnavailableException;
import dev.escapement.model.UnreadableReplyException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * A fixture of an endpoint at a test server that never sleeps, with the delays, deltas and log entries of its requests.
 */
final class EndpointFixture implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    static final String VERSION = "2023-06-01";
    static final String KEY = "skverysecret/1+2";

    final List<Duration> delays = new ArrayList<>();
    final List<Delta> deltas = new ArrayList<>();
    final List<String> logged = new ArrayList<>();

    private final Logger log = Logger.getLogger(Endpoint.class.getName());
    private final Endpoint endpoint;
    private Instant now = NOW;
    private Duration tick = Duration.ZERO;

    private EndpointFixture(URI uri, HttpSettings http, Supplier<Map<String, String>> secrets) {
        ModelInfo model = new ModelInfo("test", "model-1", String.valueOf(uri.getHost()), uri.getPort());
        Sleeper sleeper = new Sleeper(this::readClock, () -> 0, delays::add);
        Map<String, String> known = Map.of("Api-Version", VERSION);
        endpoint = new Endpoint(model, uri, known, secrets, http, sleeper);
        log.setFilter(entry -> {
            logged.add(entry.getMessage());
            return false;
        });
    }

    static EndpointFixture of(LoopbackServer server) {
        return of(server, HttpSettings.DEFAULT);
    }

    static EndpointFixture of(LoopbackServer server, HttpSettings http) {
        return of(server.uri(), http);
    }

    static EndpointFixture of(URI uri, HttpSettings http) {
        return of(uri, http, Endpoint.fixed(Map.of("Authorization", "Bearer " + KEY)));
    }

    static EndpointFixture of(URI uri, HttpSettings http, Supplier<Map<String, String>> secrets) {
        return new EndpointFixture(uri, http, secrets);
    }

    /** Sets the time by which the clock advances after each reading. */
    void advanceClock(Duration tick) {
        this.tick = tick;
    }

    private Instant readClock() {
        Instant read = now;
        now = now.plus(tick);
        return read;
    }

    ModelReply post() {
        return post(deltas::add);
    }

    ModelReply post(Consumer<Delta> consumer) {
        return endpoint.post(RequestBody.of("{\"hello\":\"\u00e9\"}"), consumer, TextReplyReader::new);
    }

    ModelReply send(RequestBody body) {
        return endpoint.post(body, deltas::add, TextReplyReader::new);
    }

    <T extends Throwable> T failsWith(Class<T> type) {
        return assertThrows(type, this::post);
    }

    /** Returns the kind of the last failure of an unavailable model. */
    RetryableException.Kind lastFailure() {
        Throwable last = failsWith(ModelUnavailableException.class).getCause();
        return assertInstanceOf(RetryableException.class, last).kind();
    }

    /** Returns the fault of an unreadable reply. */
    MalformedReplyException malformed() {
        Throwable fault = failsWith(UnreadableReplyException.class).getCause();
        return assertInstanceOf(MalformedReplyException.class, fault);
    }

    /** Returns the text of the deltas, with a bar for each {@link Delta.Discarded}. */
    String deltas() {
        return deltas.stream().map(EndpointFixture::text).collect(Collectors.joining());
    }

    private static String text(Delta delta) {
        return delta instanceof Delta.Text text ? text.text() : delta instanceof Delta.Discarded ? "|" : "?";
    }

    @Override
    public void close() {
        log.setFilter(null);
    }
}
