package dev.escapement.http.client;

import dev.escapement.http.HttpSettings;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.model.Delta;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelReply;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** Asks a server, remembers what was waited for, shown and logged, and never waits. */
final class EndpointFixture implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    static final String VERSION = "2023-06-01";
    static final String KEY = "skverysecret/1+2";

    final List<Duration> waits = new ArrayList<>();
    final List<Delta> deltas = new ArrayList<>();
    final List<String> logged = new ArrayList<>();

    private final Logger log = Logger.getLogger(Endpoint.class.getName());
    private final Endpoint endpoint;
    private Instant now = NOW;
    private Duration tick = Duration.ZERO;

    private EndpointFixture(URI uri, HttpSettings http) {
        ModelInfo model = new ModelInfo("test", "model-1", uri.getHost(), uri.getPort());
        Sleeper waiting = new Sleeper(this::look, () -> 0, waits::add);
        Map<String, String> known = Map.of("Api-Version", VERSION);
        endpoint = new Endpoint(model, uri, known, Map.of("Authorization", "Bearer " + KEY), http, waiting);
        log.setFilter(entry -> {
            logged.add(entry.getMessage());
            return false;
        });
    }

    static EndpointFixture of(LoopbackServer server) {
        return of(server, HttpSettings.DEFAULT);
    }

    static EndpointFixture of(LoopbackServer server, HttpSettings http) {
        return new EndpointFixture(server.uri(), http);
    }

    static EndpointFixture of(URI uri, HttpSettings http) {
        return new EndpointFixture(uri, http);
    }

    /** From now on each look at the clock takes that long. */
    void letTimePass(Duration tick) {
        this.tick = tick;
    }

    private Instant look() {
        Instant seen = now;
        now = now.plus(tick);
        return seen;
    }

    ModelReply ask() {
        return ask(deltas::add);
    }

    ModelReply ask(Consumer<Delta> watcher) {
        return endpoint.ask("{\"hello\":\"\u00e9\"}", watcher, TextReplyReader::new);
    }

    <T extends Throwable> T failsWith(Class<T> type) {
        return assertThrows(type, this::ask);
    }

    String deltas() {
        return deltas.stream().map(EndpointFixture::shown).collect(Collectors.joining());
    }

    private static String shown(Delta delta) {
        return delta instanceof Delta.Text text ? text.text() : delta instanceof Delta.Discarded ? "|" : "?";
    }

    @Override
    public void close() {
        log.setFilter(null);
    }
}
