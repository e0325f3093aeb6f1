package dev.escapement.http.client;

import dev.escapement.http.HttpSettings;
import dev.escapement.http.request.BaseUrl;
import dev.escapement.http.request.Headers;
import dev.escapement.model.Delta;
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
 * An HTTP client for the endpoint of one model. No log entry and no exception contains the value of a secret header,
 * even if the provider repeats it. Keeps connections open for reuse; its Java threads are daemons. Safe for use by
 * several Java threads.
 */
public final class Endpoint {

    private static final System.Logger LOG = System.getLogger(Endpoint.class.getName());
    private static final Duration LONG_WAIT = Duration.ofSeconds(2);

    private final URI uri;
    private final HttpSettings http;
    private final Headers headers;
    private final EndpointExceptions exceptions;
    private final Backoff backoff;
    private final Sleeper sleeper;
    private final HttpClient client;

    /**
     * Creates an endpoint for requests to a model. Sends nothing.
     *
     * @param model the model, for messages
     * @param uri the address to which requests are posted
     * @param known headers whose values may appear in messages
     * @param secrets headers whose values are secret, in addition to the headers of the settings
     * @param http the settings of the exchanges
     * @throws IllegalArgumentException if the address or a header is invalid; the message contains no value
     */
    public Endpoint(
            ModelInfo model, URI uri, Map<String, String> known, Map<String, String> secrets, HttpSettings http) {
        this(model, uri, known, secrets, http, Sleeper.SYSTEM);
    }

    Endpoint(
            ModelInfo model,
            URI uri,
            Map<String, String> known,
            Map<String, String> secrets,
            HttpSettings http,
            Sleeper sleeper) {
        Headers hidden = Headers.of(secrets).with(http.headers());
        this.uri = BaseUrl.checked(uri);
        this.http = http;
        this.headers = Headers.of(known).with(hidden.toMap());
        this.exceptions = new EndpointExceptions(model, uri, new Redaction(hidden), http);
        this.backoff = new Backoff(http, sleeper.random());
        this.sleeper = sleeper;
        this.client = client(uri, http);
    }

    private static HttpClient client(URI uri, HttpSettings http) {
        HttpClient.Builder client = HttpClient.newBuilder()
                .connectTimeout(http.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER);
        http.proxy().ifPresent(client::proxy);
        if ("http".equalsIgnoreCase(uri.getScheme())) {
            client.version(HttpClient.Version.HTTP_1_1); // many servers fail on a request to upgrade
        }
        return client.build();
    }

    /**
     * Sends a request and returns the reply. Retries after temporary failures as the settings specify and logs each of
     * them as a warning; logs a long wait for the rate limit as information. Before a retry, the deltas so far are
     * declared {@linkplain Delta.Discarded void}. An exception makes them void without a further delta.
     *
     * @param json the body of the request
     * @param deltas receives the deltas on the caller's Java thread; null if the reply is not watched
     * @param readers creates a reader for each attempt, which passes the deltas of a stream to the consumer
     * @return the reply, with the hashes of its exchange
     * @throws ModelUnavailableException if no attempt succeeded
     * @throws RequestRejectedException if the provider rejects the request
     * @throws UnreadableReplyException if the response is not a reply
     * @throws CancellationException if the Java thread was interrupted; it remains interrupted
     */
    public ModelReply post(
            String json, @Nullable Consumer<Delta> deltas, Function<Consumer<Delta>, ReplyReader> readers) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        DeltaTracker tracker = new DeltaTracker(deltas);
        try {
            int retry = 0;
            while (true) {
                awaitRateLimit();
                try {
                    Attempt.ReceivedReply received = new Attempt(
                                    http, exceptions, sleeper.clock(), readers.apply(tracker))
                            .reply(client, request(body));
                    return received.reply()
                            .hashes(ContentHash.hex(body), received.sha256())
                            .build();
                } catch (RetryableException failure) {
                    retry++;
                    Duration delay = delayAfter(failure, retry);
                    tracker.discard();
                    sleeper.sleep(delay);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            CancellationException interrupted =
                    new CancellationException("Interrupted during a request to " + exceptions.subject());
            interrupted.initCause(e);
            throw interrupted;
        }
    }

    private HttpRequest request(byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .setHeader("Content-Type", "application/json")
                .setHeader("Accept", "application/json, text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.toMap().forEach(request::setHeader);
        return request.build();
    }

    private void awaitRateLimit() throws InterruptedException {
        if (http.rateLimit().isPresent()) {
            Instant before = sleeper.clock().instant();
            http.rateLimit().get().acquire();
            Duration waited = Duration.between(before, sleeper.clock().instant());
            if (waited.compareTo(LONG_WAIT) > 0) {
                LOG.log(
                        System.Logger.Level.INFO,
                        exceptions.subject() + ": the rate limit delayed the request by " + DurationText.of(waited));
            }
        }
    }

    private Duration delayAfter(RetryableException failure, int retry) {
        if (retry > http.retries()) {
            throw exceptions.unavailable(failure, retry);
        }
        Duration delay = failure.retryAfter().orElseGet(() -> backoff.before(retry));
        if (failure.retryAfter().isPresent() && delay.compareTo(http.longestRetryAfter()) > 0) {
            throw exceptions.delayTooLong(failure, delay);
        }
        LOG.log(
                System.Logger.Level.WARNING,
                exceptions.subject() + ": " + failure.getMessage() + ". Retry " + retry + " of " + http.retries()
                        + " in "
                        + DurationText.of(delay)
                        + (delay.compareTo(LONG_WAIT) > 0 ? "; the caller waits" : ""));
        return delay;
    }
}
