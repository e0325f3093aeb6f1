package dev.escapement.restate;

import dev.escapement.run.StoreException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Requests to one or more addresses of Restate. After a failed connection and a temporary fault, the same request is sent to
 * the next address, and to all addresses again for a limited time. Safe for concurrent use.
 */
final class RestateHttp {

    /** The time for which requests are repeated of which none was sent. */
    private static final Duration UNREACHABLE = Duration.ofSeconds(2);

    /** The time for which requests with an unknown outcome are repeated, in which a server can start. */
    private static final Duration LOST = Duration.ofSeconds(10);

    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final int MAX_DOUBLINGS = 4;

    private static final Duration CONNECT_TIME = Duration.ofSeconds(5);

    private final HttpClient http;
    private final List<URI> addresses;
    private final Map<String, String> headers;

    /** The index of the address that answered last. */
    private volatile int preferred;

    /**
     * Creates a client.
     *
     * @param addresses one or more addresses, which end with a slash
     * @param headers the headers of all requests
     */
    RestateHttp(HttpClient http, List<URI> addresses, Map<String, String> headers) {
        this.http = http;
        this.addresses = List.copyOf(addresses);
        this.headers = Map.copyOf(headers);
    }

    /** Returns a client with the default settings. */
    static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1) // else, each new connection begins with an upgrade
                .connectTimeout(CONNECT_TIME)
                .build();
    }

    /**
     * Requires a valid header.
     *
     * @throws IllegalArgumentException if a request cannot have the header
     */
    static void requireHeader(String name, String value) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
        try {
            HttpRequest.newBuilder().header(name, value);
        } catch (IllegalArgumentException e) { // its message can contain the value
            throw new IllegalArgumentException("A request cannot have the header " + name
                    + " with this value. Remove line breaks and other characters that a header cannot contain.");
        }
    }

    /**
     * Returns addresses that end with a slash.
     *
     * @throws IllegalArgumentException if one is not an address of Restate
     */
    static List<URI> addresses(URI first, URI... more) {
        List<URI> addresses = new ArrayList<>();
        addresses.add(address(first));
        for (URI address : more) {
            addresses.add(address(address));
        }
        return addresses;
    }

    private static URI address(URI address) {
        String scheme = Objects.requireNonNull(address, "address").getScheme();
        boolean isHttp = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
        boolean isBase = address.getUserInfo() == null && address.getQuery() == null && address.getFragment() == null;
        if (!isHttp || address.getHost() == null || !isBase) {
            throw new IllegalArgumentException(
                    "The address of Restate must be an http or https address without a user name"
                            + " and a query, for example http://127.0.0.1:8080. Correct the address.");
        }
        String text = address.toString();
        return text.endsWith("/") ? address : URI.create(text + "/");
    }

    /**
     * Sends a request and returns the body of the response. The caller makes the repetition of a request harmless.
     *
     * @throws StoreException if Restate does not answer, or answers with a status other than success
     */
    String send(RestateRequest request) {
        try {
            return repeated(request);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RestateFailures.interrupted(request, e);
        }
    }

    private String repeated(RestateRequest request) throws InterruptedException {
        long start = System.nanoTime();
        int first = preferred;
        boolean isSent = false;
        for (int attempt = 0; ; attempt++) {
            int index = (first + attempt) % addresses.size();
            URI address = addresses.get(index);
            StoreException failure;
            try {
                HttpResponse<String> response = http.send(
                        http(address, request, left(request, start)),
                        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
                if (response.statusCode() / 100 == 2) {
                    preferred = index;
                    return response.body();
                }
                failure = RestateFailures.status(request, address, response.statusCode(), response.body());
                if (!RestateFailures.isTemporary(response.statusCode())) {
                    throw failure;
                }
                isSent = true;
            } catch (IOException e) {
                boolean isUnsent = RestateFailures.isUnsent(e);
                failure = e instanceof HttpTimeoutException && !isUnsent
                        ? RestateFailures.timeout(request, address, e)
                        : RestateFailures.connection(request, address, e);
                isSent |= !isUnsent;
            }
            Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
            boolean isRoundOver = attempt % addresses.size() == addresses.size() - 1;
            if (elapsed.compareTo(request.timeout()) >= 0
                    || (isRoundOver && elapsed.compareTo(isSent ? LOST : UNREACHABLE) >= 0)) {
                throw failure;
            }
            if (isRoundOver) {
                pause(attempt / addresses.size());
            }
        }
    }

    /** Returns the time for the next attempt. An address that does not answer leaves time for each of the others. */
    private Duration left(RestateRequest request, long start) {
        Duration share = request.timeout().dividedBy(addresses.size());
        Duration left = request.timeout().minusNanos(System.nanoTime() - start);
        Duration time = left.compareTo(share) < 0 ? left : share;
        return time.compareTo(Duration.ofMillis(1)) < 0 ? Duration.ofMillis(1) : time;
    }

    private HttpRequest http(URI address, RestateRequest request, Duration timeout) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(address + request.path()))
                .timeout(timeout)
                .POST(HttpRequest.BodyPublishers.ofString(request.json(), StandardCharsets.UTF_8));
        headers.forEach(builder::setHeader);
        request.headers().forEach(builder::setHeader);
        return builder.setHeader("Content-Type", "application/json")
                .setHeader("Accept", "application/json")
                .build();
    }

    /** Waits twice as long as before, and a random part, so that competitors separate. */
    private static void pause(int round) throws InterruptedException {
        long millis = FIRST_PAUSE_MILLIS << Math.min(round, MAX_DOUBLINGS);
        TimeUnit.MILLISECONDS.sleep(millis + ThreadLocalRandom.current().nextLong(millis));
    }
}
