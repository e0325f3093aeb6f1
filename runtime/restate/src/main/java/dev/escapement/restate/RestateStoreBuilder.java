package dev.escapement.restate;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A builder of {@link RestateThreadStore}s. All settings are optional, except that the {@linkplain
 * dev.escapement.run.ThreadIndex index} requires {@link #admin}. Not safe for concurrent use.
 *
 * <pre>{@code
 * RestateThreadStore threads = RestateThreadStore.of(URI.create("https://cluster.example.com:8080"))
 *         .admin(URI.create("https://cluster.example.com:9070"))
 *         .header("Authorization", "Bearer " + token)
 *         .build();
 * }</pre>
 */
public final class RestateStoreBuilder {

    private final List<URI> ingress;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private List<URI> admin = List.of();
    private String service = ObjectName.DEFAULT;
    private Duration timeout = Duration.ofSeconds(60);
    private Optional<HttpClient> http = Optional.empty();

    RestateStoreBuilder(URI first, URI... more) {
        this.ingress = RestateHttp.addresses(first, more);
    }

    /**
     * Sets the addresses of the admin API, whose SQL interface lists the threads. Default: none, so that the queries of the
     * index fail.
     *
     * @param first the address, for example {@code http://127.0.0.1:9070}
     * @param more the addresses of further nodes of the cluster, which are used if the first one fails
     * @return this builder
     * @throws IllegalArgumentException if an address is not an absolute {@code http} or {@code https} address, or has a
     *     user name, a query or a fragment
     */
    public RestateStoreBuilder admin(URI first, URI... more) {
        this.admin = RestateHttp.addresses(first, more);
        return this;
    }

    /**
     * Sets the name of the virtual object whose instances are the threads. Default: {@code AgentThread}.
     *
     * @param name the name of the {@link RestateService}: a letter followed by at most 199 letters, digits, underscores,
     *     dots and hyphens
     * @return this builder
     * @throws IllegalArgumentException if the name is not valid
     */
    public RestateStoreBuilder service(String name) {
        this.service = ObjectName.require(name);
        return this;
    }

    /**
     * Sets a header of all requests, to the ingress and to the admin API. Default: none.
     *
     * @param name the name, for example {@code Authorization}
     * @param value the value, which neither a log nor an exception contains
     * @return this builder
     * @throws IllegalArgumentException if a request cannot have the header
     */
    public RestateStoreBuilder header(String name, String value) {
        RestateHttp.requireHeader(name, value);
        headers.put(name, value);
        return this;
    }

    /**
     * Sets the time after which an operation fails. It limits how long an append waits for a running step of the thread.
     * Default: 60 seconds.
     *
     * @param time the time, positive
     * @return this builder
     * @throws IllegalArgumentException if the time is not positive
     */
    public RestateStoreBuilder timeout(Duration time) {
        if (Objects.requireNonNull(time, "time").isNegative() || time.isZero()) {
            throw new IllegalArgumentException("The timeout must be positive, not " + time + ".");
        }
        this.timeout = time;
        return this;
    }

    /**
     * Sets the HTTP client, for example one that trusts the certificates of a private cluster. Default: a client that waits
     * up to 5 seconds for a connection.
     *
     * @param client the client
     * @return this builder
     */
    public RestateStoreBuilder http(HttpClient client) {
        this.http = Optional.of(client);
        return this;
    }

    /**
     * Creates the store. Does not connect to Restate.
     *
     * @return the store
     */
    public RestateThreadStore build() {
        HttpClient client = http.orElseGet(RestateHttp::client);
        Optional<RestateHttp> sql =
                admin.isEmpty() ? Optional.empty() : Optional.of(new RestateHttp(client, admin, headers));
        return new RestateThreadStore(
                new ThreadObjects(new RestateHttp(client, ingress, headers), service, timeout),
                new RestateIndex(sql, service, timeout),
                service);
    }
}
