package dev.escapement.http;

import dev.escapement.http.request.Headers;
import dev.escapement.model.RateLimit;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the HTTP exchanges with a provider. Immutable. Methods whose names begin with {@code with} return a
 * changed copy.
 *
 * <pre>{@code
 * HttpSettings patient = HttpSettings.DEFAULT.withReplyTimeout(Duration.ofMinutes(30)).withRetries(5);
 * }</pre>
 */
public final class HttpSettings {

    /**
     * The default settings. The timeouts are 10 s to connect, 10 min for a reply and 2 min between chunks. There are 2
     * retries, after 500 ms and 1 s. The maximum size of a reply is 32 MiB. The proxy is that of the Java platform;
     * headers and a rate limit are not set.
     */
    public static final HttpSettings DEFAULT = new HttpSettings(
            new TimeoutSettings(Duration.ofSeconds(10), Duration.ofMinutes(10), Duration.ofMinutes(2)),
            new RetryPolicy(2, Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofSeconds(60)),
            32 << 20,
            ConnectionSettings.DEFAULT,
            Headers.NONE,
            null);

    private final TimeoutSettings timeouts;
    private final RetryPolicy retryPolicy;
    private final int maxReplyBytes;
    private final ConnectionSettings connection;
    private final Headers headers;
    private final @Nullable RateLimit rateLimit;

    private HttpSettings(
            TimeoutSettings timeouts,
            RetryPolicy retryPolicy,
            int maxReplyBytes,
            ConnectionSettings connection,
            Headers headers,
            @Nullable RateLimit rateLimit) {
        this.timeouts = timeouts;
        this.retryPolicy = retryPolicy;
        this.maxReplyBytes = maxReplyBytes;
        this.connection = connection;
        this.headers = headers;
        this.rateLimit = rateLimit;
    }

    /**
     * Returns a copy with the given connect timeout. Default: 10 s.
     *
     * @param time more than zero, at most 365 days
     * @return the changed settings
     * @throws IllegalArgumentException if it is out of range
     */
    public HttpSettings withConnectTimeout(Duration time) {
        return with(new TimeoutSettings(time, timeouts.reply(), timeouts.idle()));
    }

    /**
     * Returns a copy with the given timeout for each attempt. It covers the attempt from its start to the last byte of
     * the reply. Default: 10 min.
     *
     * @param time more than zero, at most 365 days
     * @return the changed settings
     * @throws IllegalArgumentException if it is out of range
     */
    public HttpSettings withReplyTimeout(Duration time) {
        return with(new TimeoutSettings(timeouts.connect(), time, timeouts.idle()));
    }

    /**
     * Returns a copy with the given idle timeout, which limits the time between two chunks of a reply after its
     * headers. Default: 2 min. Before the headers only the reply timeout applies, because a model that thinks sends
     * nothing.
     *
     * @param time more than zero, at most 365 days
     * @return the changed settings
     * @throws IllegalArgumentException if it is out of range
     */
    public HttpSettings withIdleTimeout(Duration time) {
        return with(new TimeoutSettings(timeouts.connect(), timeouts.reply(), time));
    }

    /**
     * Returns a copy with the given maximum number of retries. Default: 2. Temporary failures are retried: a status of
     * 408, 409, 425, 429 or 5xx, a connection that fails or falls silent, a stream that ends too early. The header
     * {@code x-should-retry} overrides the status. An exhausted quota and an untrusted certificate are not retried.
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
     * Returns a copy with the given delays before retries. They apply if the provider does not request a delay.
     * Defaults: 500 ms and 30 s. Up to a quarter of each delay is subtracted at random, so that clients that failed
     * together do not retry together.
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
     * Returns a copy with the given limit on the delay that a provider may request. Default: 60 s. A longer delay ends
     * the request at once; {@link dev.escapement.model.ModelUnavailableException#retryAfter} returns it.
     *
     * @param time zero or more, at most 365 days
     * @return the changed settings
     * @throws IllegalArgumentException if it is out of range
     */
    public HttpSettings withLongestRetryAfter(Duration time) {
        return with(new RetryPolicy(retryPolicy.retries(), retryPolicy.firstDelay(), retryPolicy.longestDelay(), time));
    }

    /**
     * Returns a copy with the given maximum size of a reply. Default: 33,554,432 bytes, which is 32 MiB. A larger reply
     * ends the connection.
     *
     * @param bytes 1 or more
     * @return the changed settings
     * @throws IllegalArgumentException if it is less than 1
     */
    public HttpSettings withMaxReplyBytes(int bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("The limit of a reply is " + bytes + " bytes. It must be 1 or more.");
        }
        return new HttpSettings(timeouts, retryPolicy, bytes, connection, headers, rateLimit);
    }

    /**
     * Returns a copy with the given proxy selector. Default: {@link ProxySelector#getDefault()}, which reads the system
     * properties of the Java platform.
     *
     * @param proxy selects the proxy of each address
     * @return the changed settings
     */
    public HttpSettings withProxy(ProxySelector proxy) {
        return with(connection.withProxy(Objects.requireNonNull(proxy, "proxy")));
    }

    /**
     * Returns a copy with the name and password for a proxy that requires Basic authentication. Default: none. They are
     * sent to the proxy only.
     *
     * <p>The Java platform does not send a password to a proxy that opens a tunnel, which every {@code https} address
     * requires, unless the system property {@code jdk.http.auth.tunneling.disabledSchemes} is empty. Start the JVM with
     * {@code -Djdk.http.auth.tunneling.disabledSchemes=}.
     *
     * @param user the name, without a colon
     * @param password the password
     * @return the changed settings
     * @throws IllegalArgumentException if the name contains a colon
     */
    public HttpSettings withProxyPassword(String user, String password) {
        return with(connection.withProxyPassword(user, password));
    }

    /**
     * Returns a copy with a TLS context, for a private certificate authority or a client certificate. Default: that of
     * the Java platform.
     *
     * @param context the context
     * @return the changed settings
     */
    public HttpSettings withSslContext(SSLContext context) {
        return with(connection.withSslContext(Objects.requireNonNull(context, "context")));
    }

    /**
     * Returns a copy with an HTTP client that sends the requests, for example one that several models share or that has
     * an executor of the application. Default: a new client for each model. The client determines the connect timeout,
     * the proxy, the TLS context and the HTTP version; these settings then have no effect. It should not follow
     * redirects, because it would send the key to the new address.
     *
     * @param client the client, which the application closes
     * @return the changed settings
     */
    public HttpSettings withHttpClient(HttpClient client) {
        return with(connection.withClient(Objects.requireNonNull(client, "client")));
    }

    /**
     * Returns a copy with an additional header for every request. It replaces a header of the same name, including the
     * client's own. Its value may be a secret, so messages do not contain it.
     *
     * @param name the name
     * @param value the value: visible ASCII characters, spaces and tabs
     * @return the changed settings
     * @throws IllegalArgumentException if a request cannot have the header
     */
    public HttpSettings withHeader(String name, String value) {
        return new HttpSettings(timeouts, retryPolicy, maxReplyBytes, connection, headers.with(name, value), rateLimit);
    }

    /**
     * Returns a copy with the given rate limit. Default: none. Each attempt counts.
     *
     * @param rateLimit the limit; clients that share a quota share it
     * @return the changed settings
     */
    public HttpSettings withRateLimit(RateLimit rateLimit) {
        return new HttpSettings(
                timeouts,
                retryPolicy,
                maxReplyBytes,
                connection,
                headers,
                Objects.requireNonNull(rateLimit, "rateLimit"));
    }

    private HttpSettings with(TimeoutSettings changed) {
        return new HttpSettings(changed, retryPolicy, maxReplyBytes, connection, headers, rateLimit);
    }

    private HttpSettings with(RetryPolicy changed) {
        return new HttpSettings(timeouts, changed, maxReplyBytes, connection, headers, rateLimit);
    }

    private HttpSettings with(ConnectionSettings changed) {
        return new HttpSettings(timeouts, retryPolicy, maxReplyBytes, changed, headers, rateLimit);
    }

    /**
     * Returns the connect timeout.
     *
     * @return more than zero
     */
    public Duration connectTimeout() {
        return timeouts.connect();
    }

    /**
     * Returns the timeout for each attempt, measured from the start of the attempt to the last byte of the reply.
     *
     * @return more than zero
     */
    public Duration replyTimeout() {
        return timeouts.reply();
    }

    /**
     * Returns the idle timeout, which limits the time between two chunks of a reply after its headers.
     *
     * @return more than zero
     */
    public Duration idleTimeout() {
        return timeouts.idle();
    }

    /**
     * Returns the maximum number of retries after the first attempt.
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
     * Returns the maximum delay before a retry when the provider does not request a delay.
     *
     * @return zero or more
     */
    public Duration longestRetryDelay() {
        return retryPolicy.longestDelay();
    }

    /**
     * Returns the maximum delay that a provider may request.
     *
     * @return zero or more
     */
    public Duration longestRetryAfter() {
        return retryPolicy.longestRetryAfter();
    }

    /**
     * Returns the maximum size of a reply.
     *
     * @return bytes, 1 or more
     */
    public int maxReplyBytes() {
        return maxReplyBytes;
    }

    /**
     * Returns the proxy selector.
     *
     * @return the selector; empty for that of the Java platform
     */
    public Optional<ProxySelector> proxy() {
        return Optional.ofNullable(connection.proxy());
    }

    /**
     * Returns the value of the header that authenticates requests to the proxy. It is a secret.
     *
     * @return the value of {@code Proxy-Authorization}; empty without a password
     */
    public Optional<String> proxyAuthorization() {
        return Optional.ofNullable(connection.proxyAuthorization());
    }

    /**
     * Returns the TLS context.
     *
     * @return the context; empty for that of the Java platform
     */
    public Optional<SSLContext> sslContext() {
        return Optional.ofNullable(connection.sslContext());
    }

    /**
     * Returns the HTTP client of the application.
     *
     * @return the client; empty if each model creates one
     */
    public Optional<HttpClient> httpClient() {
        return Optional.ofNullable(connection.client());
    }

    /**
     * Returns the additional headers of every request. Their values may be secrets.
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

    /** Returns a description of all settings that contains the names of the headers but not their values. */
    @Override
    public String toString() {
        return "HttpSettings[" + timeouts + ", " + retryPolicy + ", maxReplyBytes=" + maxReplyBytes + ", " + connection
                + ", headers=" + headers + ", rateLimit="
                + (rateLimit == null ? "none" : "set") + "]";
    }
}
