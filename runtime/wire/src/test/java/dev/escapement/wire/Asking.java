package dev.escapement.wire;

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
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** Asks a server, remembers what was waited for, shown and logged, and never waits. */
final class Asking implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    static final String VERSION = "2023-06-01";
    static final String KEY = "skverysecret/1+2";

    final List<Duration> waits = new ArrayList<>();
    final List<Delta> deltas = new ArrayList<>();
    final List<String> warnings = new ArrayList<>();

    private final Logger log = Logger.getLogger(Endpoint.class.getName());
    private final Endpoint endpoint;

    private Asking(URI uri, HttpSettings http) {
        ModelInfo model = new ModelInfo("test", "model-1", uri.getHost(), uri.getPort());
        Waiting waiting = new Waiting(() -> NOW, () -> 0, waits::add);
        Map<String, String> known = Map.of("Api-Version", VERSION);
        endpoint = new Endpoint(model, uri, known, Map.of("Authorization", "Bearer " + KEY), http, waiting);
        log.setFilter(entry -> {
            warnings.add(entry.getMessage());
            return false;
        });
    }

    static Asking of(LoopbackServer server) {
        return of(server, HttpSettings.DEFAULT);
    }

    static Asking of(LoopbackServer server, HttpSettings http) {
        return new Asking(server.uri(), http);
    }

    static Asking of(URI uri, HttpSettings http) {
        return new Asking(uri, http);
    }

    ModelReply ask() {
        return endpoint.ask("{\"hello\":\"\u00e9\"}", deltas::add, TextReader::new);
    }

    <T extends Throwable> T failsWith(Class<T> type) {
        return assertThrows(type, this::ask);
    }

    String deltas() {
        return deltas.stream().map(Asking::shown).collect(Collectors.joining());
    }

    private static String shown(Delta delta) {
        return delta instanceof Delta.Text text ? text.text() : delta instanceof Delta.Discarded ? "|" : "?";
    }

    @Override
    public void close() {
        log.setFilter(null);
    }
}
