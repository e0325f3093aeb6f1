package dev.escapement.server.security;

import dev.escapement.server.ServerRequest;
import dev.escapement.server.http.ProblemException;
import dev.escapement.server.http.RefusalReason;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The check of the origin of a request. Pages of the server itself and of listed origins can send requests; programs, which
 * do not send an origin, can as well. Immutable.
 */
final class OriginCheck {
    private static final String ORIGIN = "Origin";
    private static final String HTTPS = "https://";

    private final SecuritySettings settings;

    OriginCheck(SecuritySettings settings) {
        this.settings = settings;
    }

    /**
     * Checks a request.
     *
     * @param host the checked host in lower case
     * @throws ProblemException to refuse the request
     */
    void require(ServerRequest request, String host) {
        List<String> origins = request.values(ORIGIN);
        if (origins.isEmpty()) {
            if (isCrossSite(request) && !isRead(request)) {
                throw RefusalReason.FETCH_SITE.exception();
            }
        } else if (origins.size() > 1 || !(isOwn(origins.get(0), request, host) || isListed(origins.get(0)))) {
            throw RefusalReason.ORIGIN.exception();
        }
    }

    /**
     * Checks a request for data. In contrast to pages, data cannot be requested by links on other sites.
     *
     * @throws ProblemException to refuse the request
     */
    void requireSameSite(ServerRequest request) {
        if (request.values(ORIGIN).isEmpty() && isCrossSite(request)) {
            throw RefusalReason.FETCH_SITE.exception();
        }
    }

    /** {@return the headers with which a browser permits the page of a listed origin to read the response} */
    Map<String, String> headers(ServerRequest request) {
        Map<String, String> headers = new TreeMap<>();
        if (!settings.origins().isEmpty()) {
            headers.put("Vary", ORIGIN);
            listed(request).ifPresent(origin -> {
                headers.put("Access-Control-Allow-Origin", origin);
                headers.put("Access-Control-Allow-Credentials", "true");
                headers.put("Access-Control-Expose-Headers", "ETag, Location, Retry-After");
            });
        }
        return headers;
    }

    /** {@return whether a request is the preflight for a request by the page of a listed origin} */
    boolean isPermittedPreflight(ServerRequest request) {
        return request.method().equals("OPTIONS")
                && request.header("Access-Control-Request-Method").isPresent()
                && listed(request).isPresent();
    }

    /** {@return the headers of the response to a preflight} */
    static Map<String, String> preflightHeaders() {
        return Map.of(
                "Access-Control-Allow-Methods", "GET, HEAD, POST",
                "Access-Control-Allow-Headers",
                        "Authorization, Content-Type, Escapement-Anti-Forgery, Idempotency-Key, If-None-Match, Last-Event-ID",
                "Access-Control-Max-Age", "600");
    }

    private Optional<String> listed(ServerRequest request) {
        return request.header(ORIGIN).filter(this::isListed);
    }

    private boolean isListed(String origin) {
        return settings.origins().contains(origin.toLowerCase(Locale.ROOT));
    }

    /** Returns whether the origin is that of the server, whose connections a proxy may have decrypted. */
    private boolean isOwn(String origin, ServerRequest request, String host) {
        String lower = origin.toLowerCase(Locale.ROOT);
        return lower.equals(HTTPS + host)
                || (!request.secure() && lower.equals("http://" + host))
                || (lower.startsWith(HTTPS) && settings.hosts().contains(lower.substring(HTTPS.length())));
    }

    private static boolean isCrossSite(ServerRequest request) {
        List<String> sites = request.values("Sec-Fetch-Site");
        return sites.size() > 1 || sites.contains("cross-site");
    }

    private static boolean isRead(ServerRequest request) {
        return request.method().equals("GET") || request.method().equals("HEAD");
    }
}
