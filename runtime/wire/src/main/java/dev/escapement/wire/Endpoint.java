package dev.escapement.wire;

import dev.escapement.model.Delta;
import dev.escapement.model.ModelException;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelUnavailableException;
import dev.escapement.model.RequestRejectedException;
import dev.escapement.model.UnreadableReplyException;
import dev.escapement.model.spi.ContentHash;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One address at which a model is asked. Nothing that goes along as a secret header is ever seen in a log or an exception,
 * not even if the provider repeats it. Keeps connections open for a while; has no threads but daemons. Safe for use by many
 * threads.
 */
public final class Endpoint {

    private static final System.Logger LOG = System.getLogger(Endpoint.class.getName());
    private static final Duration LONG_WAIT = Duration.ofSeconds(2);

    private final URI uri;
    private final HttpSettings http;
    private final Headers headers;
    private final Failures failures;
    private final Backoff backoff;
    private final Waiting waiting;
    private final HttpClient client;

    /**
     * An address.
     *
     * @param model the model that answers there, for messages
     * @param uri where requests are posted to
     * @param secrets the secret headers that go with each request, beside those of the settings, which count as secret too
     * @param http how it is talked to
     * @throws IllegalArgumentException if the address or a header is none; no value is repeated
     */
    public Endpoint(ModelInfo model, URI uri, Map<String, String> secrets, HttpSettings http) {
        this(model, uri, Map.of(), secrets, http);
    }

    /**
     * An address whose requests have headers that everybody may know.
     *
     * @param model the model that answers there, for messages
     * @param uri where requests are posted to
     * @param known headers whose values may be seen in messages, since they stand in the documentation of the provider
     * @param secrets the secret headers that go with each request, beside those of the settings, which count as secret too
     * @param http how it is talked to
     * @throws IllegalArgumentException if the address or a header is none; no value is repeated
     */
    public Endpoint(
            ModelInfo model, URI uri, Map<String, String> known, Map<String, String> secrets, HttpSettings http) {
        this(model, uri, known, secrets, http, Waiting.REAL);
    }

    Endpoint(
            ModelInfo model,
            URI uri,
            Map<String, String> known,
            Map<String, String> secrets,
            HttpSettings http,
            Waiting waiting) {
        Headers hidden = Headers.of(secrets).with(http.headers());
        this.uri = BaseUrl.checked(uri);
        this.http = http;
        this.headers = Headers.of(known).with(hidden);
        this.failures = new Failures(model, uri, new Redaction(hidden));
        this.backoff = new Backoff(http.retryRules(), waiting.chance());
        this.waiting = waiting;
        this.client = client(uri, http);
    }

    private static HttpClient client(URI uri, HttpSettings http) {
        HttpClient.Builder client = HttpClient.newBuilder()
                .connectTimeout(http.timeouts().connect())
                .followRedirects(HttpClient.Redirect.NEVER);
        http.proxy().ifPresent(client::proxy);
        if ("http".equalsIgnoreCase(uri.getScheme())) {
            client.version(HttpClient.Version.HTTP_1_1); // many servers stumble over being asked to upgrade
        }
        return client.build();
    }

    /**
     * Posts a request and reads the reply. Asks again after faults that may pass, as often as the settings say, and writes
     * each of them to the log as a warning, and a long wait for the rate limit as information once it is over. What was shown
     * of a reply that is lost is {@linkplain Delta.Discarded void}.
     *
     * @param json the body of the request
     * @param deltas whoever watches, on the caller's thread of execution; null if nobody does
     * @param readers makes a reader for each attempt, which gives the deltas of a stream to the consumer
     * @return the reply, with the hashes of its exchange
     * @throws ModelUnavailableException if no attempt succeeded
     * @throws RequestRejectedException if the provider does not accept the request
     * @throws UnreadableReplyException if what answers is not what is expected
     * @throws CancellationException if the thread of execution was interrupted; it still is
     */
    public ModelReply ask(
            String json, @Nullable Consumer<Delta> deltas, Function<Consumer<Delta>, ReplyReader> readers) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        ShownDeltas shown = new ShownDeltas(deltas);
        try {
            int retry = 0;
            while (true) {
                awaitTurn();
                try {
                    Attempt.Received received = new Attempt(http, failures, waiting.clock(), readers.apply(shown))
                            .reply(client, request(body));
                    return received.reply()
                            .hashes(ContentHash.hex(body), received.sha256())
                            .build();
                } catch (TemporaryFault fault) {
                    retry++;
                    Duration wait = waitAfter(fault, retry);
                    shown.discard();
                    waiting.pause().rest(wait);
                }
            }
        } catch (ModelException failure) {
            shown.discard();
            throw failure;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            shown.discard();
            CancellationException interrupted =
                    new CancellationException("interrupted while asking " + failures.subject());
            interrupted.initCause(e);
            throw interrupted;
        }
    }

    private HttpRequest request(byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .setHeader("Content-Type", "application/json")
                .setHeader("Accept", "application/json, text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::setHeader);
        return request.build();
    }

    private void awaitTurn() throws InterruptedException {
        if (http.rateLimit().isPresent()) {
            Instant before = waiting.clock().instant();
            http.rateLimit().get().acquire();
            Duration waited = Duration.between(before, waiting.clock().instant());
            if (waited.compareTo(LONG_WAIT) > 0) {
                LOG.log(
                        System.Logger.Level.INFO,
                        failures.subject() + ": the rate limit made the caller wait for " + TimeText.of(waited));
            }
        }
    }

    private Duration waitAfter(TemporaryFault fault, int retry) {
        RetryRules rules = http.retryRules();
        if (retry > rules.retries()) {
            throw failures.unavailable(fault, retry);
        }
        Duration wait = fault.retryAfter().orElseGet(() -> backoff.before(retry));
        if (fault.retryAfter().isPresent() && wait.compareTo(rules.longestRetryAfter()) > 0) {
            throw failures.leftAlone(fault, wait, rules.longestRetryAfter());
        }
        LOG.log(
                System.Logger.Level.WARNING,
                failures.subject() + ": " + fault.getMessage() + ". Asked again in " + TimeText.of(wait) + ", retry "
                        + retry + " of " + rules.retries()
                        + (wait.compareTo(LONG_WAIT) > 0 ? "; the caller waits that long" : ""));
        return wait;
    }
}
