package dev.escapement.server.adapter;

import dev.escapement.server.ServerResponse;
import dev.escapement.server.body.ProblemBody;
import dev.escapement.server.body.ProblemBodyCodec;
import dev.escapement.server.http.ProblemType;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

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
    static ServerResponse.Complete of(ProblemType type, String detail) {
        ProblemBody body = new ProblemBody(type.uri(), type.title(), type.status(), detail, Optional.empty());
        return new ServerResponse.Complete(
                type.status(), HEADERS, StandardCharsets.UTF_8.encode(ProblemBodyCodec.INSTANCE.encode(body)));
    }
}
