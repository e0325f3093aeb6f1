package dev.escapement.http.client;

import dev.escapement.http.HttpSettings;
import dev.escapement.http.request.BaseUrl;
import dev.escapement.http.request.Headers;
import dev.escapement.model.Delta;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelUnavailableException;
import dev.escapement.model.RequestRejectedException;
import dev.escapement.model.StopReason;
import dev.escapement.model.UnreadableReplyException;
import dev.escapement.model.spi.ContentHash;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP client for the endpoint of one model. No log entry and no exception contains the value of a secret header,
 * even if the provider repeats it. Keeps connections open for reuse; its Java threads are daemons. Safe for use by
 * several Java threads.
 */
public final class Endpoint {

    private static final System.Logger LOG = System.getLogger(Endpoint.class.getName());
    private static final Duration LONG_WAIT = Duration.ofSeconds(2);
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int UNPROCESSABLE = 422;
    private static final int MAX_REASONS = 100;

    private final URI uri;
    private final HttpSettings http;
    private final RequestHeaders headers;
    private final EndpointExceptions exceptions;
    private final Backoff backoff;
    private final Sleeper sleeper;

    @Nullable
    private volatile HttpClient client;

    private final StreamLog log = new StreamLog();
    private final ConcurrentMap<String, Set<String>> refused = new ConcurrentHashMap<>(); // by model
    private final Set<String> unknownReasons = ConcurrentHashMap.newKeySet();

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
        this(model, uri, known, fixed(secrets), http, Sleeper.SYSTEM);
    }

    /**
     * Creates an endpoint for requests whose secret headers change. Sends nothing.
     *
     * @param model the model, for messages
     * @param uri the address to which requests are posted
     * @param known headers whose values may appear in messages
     * @param secrets returns the headers of an attempt whose values are secret, in addition to those of the settings
     * @param http the settings of the exchanges
     * @throws IllegalArgumentException if the address or a known header is invalid
     */
    public Endpoint(
            ModelInfo model,
            URI uri,
            Map<String, String> known,
            Supplier<Map<String, String>> secrets,
            HttpSettings http) {
        this(model, uri, known, secrets, http, Sleeper.SYSTEM);
    }

    Endpoint(
            ModelInfo model,
            URI uri,
            Map<String, String> known,
            Supplier<Map<String, String>> secrets,
            HttpSettings http,
            Sleeper sleeper) {
        this.uri = BaseUrl.checked(uri);
        this.http = http;
        this.headers = new RequestHeaders(model, uri, known, secrets, http);
        this.exceptions = headers.exceptions();
        this.backoff = new Backoff(http, sleeper.random());
        this.sleeper = sleeper;
        this.client = http.httpClient().orElse(null);
    }

    /** Returns the client, which is created at the first request: its TLS context reads the certificates of the JDK. */
    private HttpClient client() {
        HttpClient known = client;
        if (known == null) {
            synchronized (this) {
                known = client;
                if (known == null) {
                    known = client(uri, http);
                    client = known;
                }
            }
        }
        return known;
    }

    static Supplier<Map<String, String>> fixed(Map<String, String> secrets) {
        Map<String, String> valid = Headers.of(secrets).toMap();
        return () -> valid;
    }

    private static HttpClient client(URI uri, HttpSettings http) {
        HttpClient.Builder client = HttpClient.newBuilder()
                .connectTimeout(http.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER);
        http.proxy().ifPresent(client::proxy);
        http.sslContext().ifPresent(client::sslContext);
        if ("http".equalsIgnoreCase(uri.getScheme())) {
            client.version(HttpClient.Version.HTTP_1_1); // many servers fail on a request to upgrade
        }
        return client.build();
    }

    /**
     * Sends a request to the address of this endpoint and returns the reply. Retries after temporary failures as the
     * settings specify and logs each of them as a warning; logs a long wait for the rate limit as information. Before a
     * retry, the deltas so far are declared {@linkplain Delta.Discarded void}. An exception makes them void without a
     * further delta.
     *
     * <p>A complete reply with an {@linkplain ReplyReader#isKnownReason unknown} stop reason is logged as a warning, once
     * for each reason.
     *
     * <p>If the server rejects an {@linkplain RequestBody#optional optional property}, the request is repeated without
     * it. Later requests to the same model omit it, which is logged once. After a status of 401, the request is repeated
     * once if the supplier of the headers returns different values.
     *
     * @param body the body of the request
     * @param deltas receives the deltas on the caller's Java thread; null if the reply is not watched
     * @param readers creates a reader for each attempt, which passes the deltas of a stream to the consumer
     * @return the reply, with the hashes of its exchange and the information in the headers of the response
     * @throws ModelUnavailableException if no attempt succeeded, or the supplier of the headers failed
     * @throws RequestRejectedException if the provider rejects the request
     * @throws UnreadableReplyException if the response is not a reply
     * @throws CancellationException if the Java thread was interrupted; it remains interrupted
     */
    public ModelReply post(
            RequestBody body, @Nullable Consumer<Delta> deltas, Function<Consumer<Delta>, ReplyReader> readers) {
        return post(uri, body, deltas, readers);
    }

    /**
     * Sends a request like {@link #post(RequestBody, Consumer, Function)} to a different address of the same server.
     *
     * @param address the address, with the host and port of this endpoint
     * @param body the body of the request
     * @param deltas receives the deltas on the caller's Java thread; null if the reply is not watched
     * @param readers creates a reader for each attempt
     * @return the reply
     */
    public ModelReply post(
            URI address,
            RequestBody body,
            @Nullable Consumer<Delta> deltas,
            Function<Consumer<Delta>, ReplyReader> readers) {
        DeltaTracker tracker = new DeltaTracker(deltas);
        try {
            return new PostedRequest(address, body, tracker, readers).reply();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            CancellationException interrupted =
                    new CancellationException("Interrupted during a request to " + exceptions.subject());
            interrupted.initCause(e);
            throw interrupted;
        }
    }

    /**
     * Returns the hashes of the bodies with which requests would be sent, with all optional properties and without those
     * that the server has rejected so far. Sends nothing.
     *
     * @param bodies the bodies
     * @return the SHA-256 of each body, as 64 lower-case hexadecimal digits
     */
    public Set<String> sha256(RequestBody... bodies) {
        Set<String> hashes = new LinkedHashSet<>();
        for (RequestBody body : bodies) {
            hashes.add(ContentHash.hex(body.bytes(Set.of())));
            hashes.add(ContentHash.hex(body.bytes(Set.copyOf(refused.getOrDefault(body.model(), Set.of())))));
        }
        return hashes;
    }

    /** A request with its repetitions. */
    private final class PostedRequest {

        private final URI address;
        private final RequestBody body;
        private final DeltaTracker tracker;
        private final Function<Consumer<Delta>, ReplyReader> readers;
        private final Set<String> omitted = new TreeSet<>();
        private final Map<String, RejectedException> found = new LinkedHashMap<>();
        private byte[] json;
        private String keptSetting = "";
        private boolean isRefreshed;
        private boolean isAdapted;
        private int retries;

        PostedRequest(
                URI address, RequestBody body, DeltaTracker tracker, Function<Consumer<Delta>, ReplyReader> readers) {
            this.address = address;
            this.body = body;
            this.tracker = tracker;
            this.readers = readers;
            this.omitted.addAll(refused.getOrDefault(body.model(), Set.of()));
            this.json = body.bytes(Set.copyOf(omitted));
        }

        ModelReply reply() throws InterruptedException {
            awaitRateLimit();
            RequestHeaders.Current current = headers.next(); // after the wait, in which a key may expire
            while (true) {
                try {
                    ReplyReader reader = readers.apply(tracker);
                    Attempt.ReceivedReply received = new Attempt(
                                    http, current.exceptions(), sleeper.clock(), log, retries + 1, reader, tracker)
                            .reply(client(), request(current));
                    remember(current.exceptions());
                    ModelReply reply = received.reply()
                            .hashes(ContentHash.hex(json), received.sha256())
                            .build();
                    logUnknownReason(reply, reader, current.exceptions());
                    return reply;
                } catch (RetryableException failure) {
                    if (!omits(failure)) {
                        retries++;
                        Duration delay = delayAfter(failure, retries, current.exceptions());
                        tracker.discard();
                        sleeper.sleep(delay);
                    }
                    awaitRateLimit();
                    current = headers.next();
                } catch (RejectedException rejected) {
                    RequestHeaders.Current next = refreshed(rejected, current);
                    if (next.secrets().equals(current.secrets()) && !omits(rejected) && !adapts(rejected)) {
                        throw current.exceptions().rejected(rejected, keptSetting);
                    }
                    awaitRateLimit();
                    current = next;
                }
                tracker.discard();
            }
        }

        private HttpRequest request(RequestHeaders.Current current) throws RetryableException {
            URI resolved = HostResolver.resolved(address, current.exceptions());
            HttpRequest.Builder request = HttpRequest.newBuilder(resolved)
                    .setHeader("Content-Type", "application/json")
                    .setHeader("Accept", "application/json, text/event-stream")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(json));
            current.all().toMap().forEach(request::setHeader);
            if (!resolved.equals(address)) {
                setHost(request);
            }
            return request.build();
        }

        /** Sets the name of the host, which proxies require, if the Java platform is configured to allow it. */
        private void setHost(HttpRequest.Builder request) {
            try {
                request.setHeader("Host", address.getRawAuthority());
            } catch (IllegalArgumentException notAllowed) {
                // the header contains the IP address unless jdk.httpclient.allowRestrictedHeaders contains host
            }
        }

        /** Returns the headers for a repetition, which differ if the supplier has replaced a key that has expired. */
        private RequestHeaders.Current refreshed(RejectedException rejected, RequestHeaders.Current current) {
            if (rejected.status() != UNAUTHORIZED || isRefreshed) {
                return current;
            }
            isRefreshed = true;
            return headers.next();
        }

        /** Does the same as {@link #omits(RejectedException)} for servers that report a refusal as their fault. */
        private boolean omits(RetryableException failure) {
            return failure.error().isPresent()
                    && omits(new RejectedException(
                            failure.status(), failure.error().get(), failure.response()));
        }

        /** Returns whether the error names a property of the request that can be omitted, and omits it. */
        private boolean omits(RejectedException rejected) {
            keptSetting = "";
            if (!RefusedProperties.isPossible(rejected.status())) {
                return false;
            }
            for (String name : RefusedProperties.in(rejected.error(), body.optional())) {
                if (RefusedProperties.isKept(name)) {
                    keptSetting = body.setting(name);
                } else if (omitted.add(name)) {
                    found.put(name, rejected);
                }
            }
            if (found.isEmpty()) {
                return false;
            }
            byte[] rest = body.bytes(Set.copyOf(omitted));
            boolean isChanged = !Arrays.equals(rest, json);
            json = rest;
            return isChanged;
        }

        /** Returns whether the body adapts itself to an error, which it does once. */
        private boolean adapts(RejectedException rejected) {
            boolean isPossible = rejected.status() == BAD_REQUEST || rejected.status() == UNPROCESSABLE;
            if (!isPossible || isAdapted || !body.adapts(rejected.error().message())) {
                return false;
            }
            isAdapted = true;
            json = body.bytes(Set.copyOf(omitted));
            return true;
        }

        /** Remembers the omitted properties after the server has accepted the request without them. */
        private void remember(EndpointExceptions exceptions) {
            found.forEach((name, rejected) -> {
                if (refused.computeIfAbsent(body.model(), model -> ConcurrentHashMap.newKeySet())
                        .add(name)) {
                    LOG.log(System.Logger.Level.WARNING, exceptions.omission(name, body.setting(name), rejected));
                }
            });
        }
    }

    private void logUnknownReason(ModelReply reply, ReplyReader reader, EndpointExceptions exceptions) {
        String word = reply.provenance().finishReason();
        boolean isUnknown = reply.stop() == StopReason.COMPLETE && !word.isBlank() && !reader.isKnownReason(word);
        if (isUnknown && unknownReasons.size() < MAX_REASONS && unknownReasons.add(word)) {
            LOG.log(System.Logger.Level.WARNING, exceptions.unknownReason(word));
        }
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

    private Duration delayAfter(RetryableException failure, int retry, EndpointExceptions exceptions) {
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
