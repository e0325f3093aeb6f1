package dev.escapement.server.adapter;

import dev.escapement.server.ServerResponse;
import dev.escapement.server.http.HttpProblem;
import dev.escapement.server.http.Responses;
import java.util.Map;

/** The responses to requests that an adapter refuses before the filter. */
final class Refusals {
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Type", "application/problem+json",
            "Cache-Control", "no-store",
            "Connection", "close",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options", "nosniff");

    private Refusals() {}

    /** {@return a problem after which the connection is closed} */
    static ServerResponse of(HttpProblem problem) {
        return Responses.json(problem.kind().status(), problem.json(), HEADERS);
    }
}
