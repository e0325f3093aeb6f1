package dev.escapement.server.security;

import dev.escapement.server.ServerRequest;
import dev.escapement.server.http.ProblemException;
import dev.escapement.server.http.RefusalReason;
import java.util.List;
import java.util.Map;

/** The limits on the length of a request. They apply in addition to those of the server that received it. */
final class RequestLimits {
    private static final int MAX_TARGET = 8_192;
    private static final int MAX_HEADERS = 100;
    private static final int MAX_HEADER_CHARACTERS = 32_768;

    private final int maxBody;

    RequestLimits(int maxBody) {
        this.maxBody = maxBody;
    }

    /**
     * Checks a request.
     *
     * @throws ProblemException to refuse the request
     */
    void require(ServerRequest request) {
        int headers = 0;
        long characters = 0;
        for (Map.Entry<String, List<String>> header : request.headers().entrySet()) {
            for (String value : header.getValue()) {
                headers++;
                characters += header.getKey().length() + value.length();
            }
        }
        if (request.target().length() > MAX_TARGET || headers > MAX_HEADERS || characters > MAX_HEADER_CHARACTERS) {
            throw RefusalReason.LIMIT.exception();
        }
        if (!request.target().startsWith("/")) {
            throw RefusalReason.PATH.exception();
        }
        if (request.body().remaining() > maxBody) {
            throw RefusalReason.BODY_LENGTH.exception();
        }
    }
}
