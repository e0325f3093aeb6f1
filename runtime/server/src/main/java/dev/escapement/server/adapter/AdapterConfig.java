package dev.escapement.server.adapter;

import dev.escapement.server.ServerRequest;
import dev.escapement.server.ServerResponse;
import java.time.Duration;
import java.util.function.Function;

/**
 * The settings of an adapter.
 *
 * @param handler the function that answers requests
 * @param prefix the path under which the handlers are mounted, without a slash at the end; empty for the root
 * @param maxBody the maximum length of a body in bytes
 * @param requestTime the time within which the headers must arrive, and then the body
 * @param writeTime the time within which the client must accept 64 KiB of a response
 * @param secure whether connections use TLS
 */
public record AdapterConfig(
        Function<ServerRequest, ServerResponse> handler,
        String prefix,
        int maxBody,
        Duration requestTime,
        Duration writeTime,
        boolean secure) {}
