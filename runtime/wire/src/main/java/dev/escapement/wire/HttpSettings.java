package dev.escapement.wire;

import dev.escapement.model.RateLimit;
import java.net.ProxySelector;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a provider is talked to: {@link #DEFAULT}, changed with the methods whose names begin with {@code with}. Each time is
 * at most 365 days. Immutable.
 *
 * <pre>{@code
 * HttpSettings patient = HttpSettings.DEFAULT.withReplyTimeout(Duration.ofMinutes(30)).withRetries(5);
 * }</pre>
 */
public final class HttpSettings {

    /**
     * What serves most: 10 s to connect, 10 min for a reply, 2 min of silence, 2 retries after 500 ms and 1 s, replies of
     * up to 32 MiB, the proxy of the Java platform, no headers, no limit of requests.
     */
    public static final HttpSettings DEFAULT = new HttpSettings(
            new Timeouts(Duration.ofSeconds(10), Duration.ofMinutes(10), Duration.ofMinutes(2)),
            new RetryRules(2, Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofSeconds(60)),
            32 << 20,
            null,
            Headers.NONE,
            null);

    private final Timeouts timeouts;
    private final RetryRules retryRules;
    private final int maxReplyBytes;
    private final @Nullable ProxySelector proxy;
    private final Headers headers;
    private final @Nullable RateLimit rateLimit;

    private HttpSettings(
            Timeouts timeouts,
            RetryRules retryRules,
            int maxReplyBytes,
            @Nullable ProxySelector proxy,
            Headers headers,
            @Nullable RateLimit rateLimit) {
        this.timeouts = timeouts;
        this.retryRules = retryRules;
        this.maxReplyBytes = maxReplyBytes;
        this.proxy = proxy;
        this.headers = headers;
        this.rateLimit = rateLimit;
    }

    /**
     * Sets how long a connection may take.
     *
     * @param time more than zero; 10 s by default
     * @return settings that differ in this
     * @throws IllegalArgumentException if it is out of range
     */
    public HttpSettings withConnectTimeout(Duration time) {
        return with(new Timeouts(time, timeouts.reply(), timeouts.idle()));
    }

    /**
     * Sets how long one attempt may take as a whole, from its beginning to the last byte of the reply.
     *
     * @param time more than zero; 10 min by default
     * @return settings that differ in this
     * @throws IllegalArgumentException if it is out of range
     */
    public HttpSettings withReplyTimeout(Duration time) {
        return with(new Timeouts(timeouts.connect(), time, timeouts.idle()));
    }

    /**
     * Sets how long a provider may be silent once the headers of its reply have come. Before that only the timeout of the
     * reply counts: a model that thinks sends nothing.
     *
     * @param time more than zero; 2 min by default
     * @return settings that differ in this
     * @throws IllegalArgumentException if it is out of range
     */
    public HttpSettings withIdleTimeout(Duration time) {
        return with(new Timeouts(timeouts.connect(), timeouts.reply(), time));
    }

    /**
     * Sets how often a request is sent again after a fault that may pass: a status of 429 or 5xx, a connection that fails
     * or falls silent, a stream that ends too early. A quota that is used up and a certificate that is not trusted do not
     * pass.
     *
     * @param retries how often after the first attempt, 0 or more; 2 by default
     * @return settings that differ in this
     * @throws IllegalArgumentException if it is negative
     */
    public HttpSettings withRetries(int retries) {
        return with(new RetryRules(
                retries, retryRules.firstDelay(), retryRules.longestDelay(), retryRules.longestRetryAfter()));
    }

    /**
     * Sets how long is waited before a retry if the provider does not say it. Up to a quarter of each wait is left off at
     * random, so that clients which failed together do not come back together.
     *
     * @param first the wait before the first retry, doubled for each one after it, zero or more; 500 ms by default
     * @param longest what the doubling ends at, not less than the first; 30 s by default
     * @return settings that differ in this
     * @throws IllegalArgumentException if one is out of range
     */
    public HttpSettings withRetryDelays(Duration first, Duration longest) {
        return with(new RetryRules(retryRules.retries(), first, longest, retryRules.longestRetryAfter()));
    }

    /**
     * Sets for how long a provider may ask to be left alone. If it asks for more, the request is given up at once, and the
     * exception says when to come back.
     *
     * @param time zero or more; 60 s by default
     * @return settings that differ in this
     * @throws IllegalArgumentException if it is out of range
     */
    public HttpSettings withLongestRetryAfter(Duration time) {
        return with(new RetryRules(retryRules.retries(), retryRules.firstDelay(), retryRules.longestDelay(), time));
    }

    /**
     * Sets how large a reply may be. The connection of a larger one is dropped.
     *
     * @param bytes 1 or more; 33,554,432 by default, which is 32 MiB
     * @return settings that differ in this
     * @throws IllegalArgumentException if it is less than 1
     */
    public HttpSettings withMaxReplyBytes(int bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("a reply has at least 1 byte, not " + bytes);
        }
        return new HttpSettings(timeouts, retryRules, bytes, proxy, headers, rateLimit);
    }

    /**
     * Sets which proxy is used.
     *
     * @param proxy says it for each address; {@link ProxySelector#getDefault()} by default, which goes by the system
     *     properties of the Java platform
     * @return settings that differ in this
     */
    public HttpSettings withProxy(ProxySelector proxy) {
        return new HttpSettings(
                timeouts, retryRules, maxReplyBytes, Objects.requireNonNull(proxy, "proxy"), headers, rateLimit);
    }

    /**
     * Adds a header to every request, in place of the client's own header of that name, if it has one. Its value may be a
     * secret: it is shown nowhere.
     *
     * @param name the name
     * @param value the value, of visible ASCII characters, spaces and tabs
     * @return settings with one header more
     * @throws IllegalArgumentException if it is not a header that can be sent
     */
    public HttpSettings withHeader(String name, String value) {
        return new HttpSettings(timeouts, retryRules, maxReplyBytes, proxy, headers.with(name, value), rateLimit);
    }

    /**
     * Sets how often requests are sent; each retry counts.
     *
     * @param rateLimit the limit, to be shared by all clients that share a quota
     * @return settings that differ in this
     */
    public HttpSettings withRateLimit(RateLimit rateLimit) {
        return new HttpSettings(
                timeouts, retryRules, maxReplyBytes, proxy, headers, Objects.requireNonNull(rateLimit, "rateLimit"));
    }

    private HttpSettings with(Timeouts changed) {
        return new HttpSettings(changed, retryRules, maxReplyBytes, proxy, headers, rateLimit);
    }

    private HttpSettings with(RetryRules changed) {
        return new HttpSettings(timeouts, changed, maxReplyBytes, proxy, headers, rateLimit);
    }

    Timeouts timeouts() {
        return timeouts;
    }

    RetryRules retryRules() {
        return retryRules;
    }

    int maxReplyBytes() {
        return maxReplyBytes;
    }

    Optional<ProxySelector> proxy() {
        return Optional.ofNullable(proxy);
    }

    Headers headers() {
        return headers;
    }

    Optional<RateLimit> rateLimit() {
        return Optional.ofNullable(rateLimit);
    }

    /** All that is set, but of the headers only the names. */
    @Override
    public String toString() {
        return "HttpSettings[" + timeouts + ", " + retryRules + ", maxReplyBytes=" + maxReplyBytes + ", proxy="
                + (proxy == null ? "default" : "set") + ", headers=" + headers + ", rateLimit="
                + (rateLimit == null ? "none" : "set") + "]";
    }
}
