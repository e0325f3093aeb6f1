package dev.escapement.http;

import dev.escapement.http.request.Headers;
import dev.escapement.model.RateLimit;
import java.net.ProxySelector;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the HTTP exchanges with a provider: {@link #DEFAULT}, changed with the methods whose names begin with
 * {@code with}. Immutable.
 *
 * <pre>{@code
 * HttpSettings patient = HttpSettings.DEFAULT.withReplyTimeout(Duration.ofMinutes(30)).withRetries(5);
 * }</pre>
 */
public final class HttpSettings {

    /**
     * The default settings: 10 s to connect, 10 min for a reply, 2 min of silence, 2 retries after 500 ms and 1 s, replies
     * of up to 32 MiB, the proxy of the Java platform, no headers, no rate limit.
     */
    public static final HttpSettings DEFAULT = new HttpSettings(
            new TimeoutSettings(Duration.ofSeconds(10), Duration.ofMinutes(10), Duration.ofMinutes(2)),
            new RetryPolicy(2, Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofSeconds(60)),
            32 << 20,
            null,
            Headers.NONE,
            null);

    private final TimeoutSettings timeouts;
    private final RetryPolicy retryPolicy;
    private final int maxReplyBytes;
    private final @Nullable ProxySelector proxy;
    private final Headers headers;
    private final @Nullable RateLimit rateLimit;

    private HttpSettings(
            TimeoutSettings timeouts,
            RetryPolicy retryPolicy,
            int maxReplyBytes,
            @Nullable ProxySelector proxy,
            Headers headers,
            @Nullable RateLimit rateLimit) {
        this.timeouts = timeouts;
        this.retryPolicy = retryPolicy;
        this.maxReplyBytes = maxReplyBytes;
        this.proxy = proxy;
        this.headers = headers;
        this.rateLimit = rateLimit;
    }

    /**
     * Returns settings with another timeout of connections. Default: 10 s.
     *
     * @param time more than zero, at most 365 days
     * @return the changed settings
     * @throws IllegalArgumentException if it is out of range
     */
    public HttpSettings withConnectTimeout(Duration time) {
        return with(new TimeoutSettings(time, timeouts.reply(), timeouts.idle()));
    }

    /**
     * Returns settings with another timeout of each attempt, from its start to the last byte of the reply. Default: 10 min.
     *
     * @param time more than zero, at most 365 days
     * @return the changed settings
     * @throws IllegalArgumentException if it is out of range
     */
    public HttpSettings withReplyTimeout(Duration time) {
        return with(new TimeoutSettings(timeouts.connect(), time, timeouts.idle()));
    }

    /**
     * Returns settings with another limit of silence after the headers of a reply. Default: 2 min. Before the headers only
     * the reply timeout applies, because a model that thinks sends nothing.
     *
     * @param time more than zero, at most 365 days
     * @return the changed settings
     * @throws IllegalArgumentException if it is out of range
     */
    public HttpSettings withIdleTimeout(Duration time) {
        return with(new TimeoutSettings(timeouts.connect(), timeouts.reply(), time));
    }

    /**
     * Returns settings with another number of retries. Default: 2. Retried are temporary failures: a status of 429 or 5xx,
     * a connection that fails or falls silent, a stream that ends too early. Not retried are an exhausted quota and an
     * untrusted certificate.
     *
     * @param retries the number of attempts after the first one, 0 or more
     * @return the changed settings
     * @throws IllegalArgumentException if it is negative
     */
    public HttpSettings withRetries(int retries) {
        return with(new RetryPolicy(
                retries, retryPolicy.firstDelay(), retryPolicy.longestDelay(), retryPolicy.longestRetryAfter()));
    }

    /**
     * Returns settings with other delays before retries, for providers that do not request a delay. Defaults: 500 ms and
     * 30 s. Up to a quarter of each delay is subtracted at random, so that clients that failed together do not retry
     * together.
     *
     * @param first the delay before the first retry, doubled for each further one; zero or more
     * @param longest the upper limit of the doubled delays, not less than the first, at most 365 days
     * @return the changed settings
     * @throws IllegalArgumentException if one is out of range
     */
    public HttpSettings withRetryDelays(Duration first, Duration longest) {
        return with(new RetryPolicy(retryPolicy.retries(), first, longest, retryPolicy.longestRetryAfter()));
    }

    /**
     * Returns settings with another limit of the delay that a provider may request. Default: 60 s. A longer one ends the
     * request at once; {@link dev.escapement.model.ModelUnavailableException#retryAfter} returns it.
     *
     * @param time zero or more, at most 365 days
     * @return the changed settings
     * @throws IllegalArgumentException if it is out of range
     */
    public HttpSettings withLongestRetryAfter(Duration time) {
        return with(new RetryPolicy(retryPolicy.retries(), retryPolicy.firstDelay(), retryPolicy.longestDelay(), time));
    }

    /**
     * Returns settings with another limit of the size of replies. Default: 33,554,432 bytes, which is 32 MiB. A larger
     * reply ends the connection.
     *
     * @param bytes 1 or more
     * @return the changed settings
     * @throws IllegalArgumentException if it is less than 1
     */
    public HttpSettings withMaxReplyBytes(int bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("The limit of a reply is " + bytes + " bytes. It must be 1 or more.");
        }
        return new HttpSettings(timeouts, retryPolicy, bytes, proxy, headers, rateLimit);
    }

    /**
     * Returns settings with another proxy. Default: {@link ProxySelector#getDefault()}, which reads the system properties
     * of the Java platform.
     *
     * @param proxy selects the proxy of each address
     * @return the changed settings
     */
    public HttpSettings withProxy(ProxySelector proxy) {
        return new HttpSettings(
                timeouts, retryPolicy, maxReplyBytes, Objects.requireNonNull(proxy, "proxy"), headers, rateLimit);
    }

    /**
     * Returns settings with one more header of every request. It replaces a header of the same name, including the
     * client's own. Its value may be a secret: no message contains it.
     *
     * @param name the name
     * @param value the value: visible ASCII characters, spaces and tabs
     * @return the changed settings
     * @throws IllegalArgumentException if a request cannot have the header
     */
    public HttpSettings withHeader(String name, String value) {
        return new HttpSettings(timeouts, retryPolicy, maxReplyBytes, proxy, headers.with(name, value), rateLimit);
    }

    /**
     * Returns settings with a rate limit. Default: none. Each attempt counts.
     *
     * @param rateLimit the limit; clients that share a quota share it
     * @return the changed settings
     */
    public HttpSettings withRateLimit(RateLimit rateLimit) {
        return new HttpSettings(
                timeouts, retryPolicy, maxReplyBytes, proxy, headers, Objects.requireNonNull(rateLimit, "rateLimit"));
    }

    private HttpSettings with(TimeoutSettings changed) {
        return new HttpSettings(changed, retryPolicy, maxReplyBytes, proxy, headers, rateLimit);
    }

    private HttpSettings with(RetryPolicy changed) {
        return new HttpSettings(timeouts, changed, maxReplyBytes, proxy, headers, rateLimit);
    }

    /**
     * Returns the timeout of connections.
     *
     * @return more than zero
     */
    public Duration connectTimeout() {
        return timeouts.connect();
    }

    /**
     * Returns the timeout of each attempt.
     *
     * @return more than zero
     */
    public Duration replyTimeout() {
        return timeouts.reply();
    }

    /**
     * Returns the limit of silence after the headers of a reply.
     *
     * @return more than zero
     */
    public Duration idleTimeout() {
        return timeouts.idle();
    }

    /**
     * Returns the number of attempts after the first one.
     *
     * @return 0 or more
     */
    public int retries() {
        return retryPolicy.retries();
    }

    /**
     * Returns the delay before the first retry.
     *
     * @return zero or more
     */
    public Duration firstRetryDelay() {
        return retryPolicy.firstDelay();
    }

    /**
     * Returns the upper limit of the delays before retries.
     *
     * @return zero or more
     */
    public Duration longestRetryDelay() {
        return retryPolicy.longestDelay();
    }

    /**
     * Returns the longest delay that a provider may request.
     *
     * @return zero or more
     */
    public Duration longestRetryAfter() {
        return retryPolicy.longestRetryAfter();
    }

    /**
     * Returns the limit of the size of replies.
     *
     * @return bytes, 1 or more
     */
    public int maxReplyBytes() {
        return maxReplyBytes;
    }

    /**
     * Returns the proxy.
     *
     * @return the proxy; empty for that of the Java platform
     */
    public Optional<ProxySelector> proxy() {
        return Optional.ofNullable(proxy);
    }

    /**
     * Returns the headers of every request. Their values may be secrets.
     *
     * @return values by name
     */
    public Map<String, String> headers() {
        return headers.toMap();
    }

    /**
     * Returns the rate limit.
     *
     * @return the limit; empty if there is none
     */
    public Optional<RateLimit> rateLimit() {
        return Optional.ofNullable(rateLimit);
    }

    /** Returns all settings, but only the names of the headers. */
    @Override
    public String toString() {
        return "HttpSettings[" + timeouts + ", " + retryPolicy + ", maxReplyBytes=" + maxReplyBytes + ", proxy="
                + (proxy == null ? "default" : "set") + ", headers=" + headers + ", rateLimit="
                + (rateLimit == null ? "none" : "set") + "]";
    }
}
