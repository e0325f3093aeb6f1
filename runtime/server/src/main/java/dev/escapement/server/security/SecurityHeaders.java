package dev.escapement.server.security;

import dev.escapement.server.ServerResponse;
import java.util.Map;
import java.util.TreeMap;

/** The headers of every response, which restrict what browsers do with it. */
final class SecurityHeaders {
    private static final String CACHE_CONTROL = "Cache-Control";
    private static final String NO_STORE = "no-store";

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            String.join(
                    "; ",
                    "default-src 'none'",
                    "script-src 'self'",
                    "style-src 'self'",
                    "img-src 'self' data:",
                    "connect-src 'self'",
                    "worker-src 'self'",
                    "base-uri 'none'",
                    "form-action 'none'",
                    "frame-ancestors 'none'",
                    "require-trusted-types-for 'script'"),
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin");

    private SecurityHeaders() {}

    /**
     * Returns a response with further headers, which replace those of the response.
     *
     * @param response the response
     * @param more headers of this request
     * @param isPublic whether the response may determine how browsers store it
     */
    static ServerResponse added(ServerResponse response, Map<String, String> more, boolean isPublic) {
        Map<String, String> headers = new TreeMap<>(response.headers());
        headers.putAll(HEADERS);
        headers.putAll(more);
        if (isPublic) {
            headers.putIfAbsent(CACHE_CONTROL, NO_STORE);
        } else {
            headers.put(CACHE_CONTROL, NO_STORE);
        }
        return response.accept(new ServerResponse.Visitor<ServerResponse, RuntimeException>() {
            @Override
            public ServerResponse complete(ServerResponse.Complete complete) {
                return new ServerResponse.Complete(complete.status(), headers, complete.body());
            }

            @Override
            public ServerResponse stream(ServerResponse.Stream stream) {
                return new ServerResponse.Stream(stream.status(), headers, stream.source());
            }
        });
    }
}
