package dev.escapement.server.adapter;

import com.sun.net.httpserver.HttpExchange;
import dev.escapement.server.ServerRequest;
import dev.escapement.server.http.ProblemException;
import dev.escapement.server.http.ProblemType;
import dev.escapement.server.http.Watchdog;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;

/**
 * The conversion of an exchange of the JDK's HTTP server to a request. Headers are passed on as they were sent, also repeated
 * ones, so that the filter can check them.
 *
 * @param config the settings
 * @param watchdog the watchdog that interrupts the reading of a slow body
 */
record RequestReader(AdapterConfig config, Watchdog watchdog) {
    /**
     * Reads a request.
     *
     * @param memory receives the memory that the body needs
     * @throws ProblemException if the adapter refuses the request
     * @throws IOException if the connection failed or the body arrived too slowly
     */
    ServerRequest read(HttpExchange exchange, BodyMemory.Share memory) throws IOException {
        ServerRequest head = new ServerRequest(
                exchange.getRequestMethod(),
                target(exchange.getRequestURI()),
                exchange.getRequestHeaders(),
                ByteBuffer.allocate(0),
                exchange.getRemoteAddress(),
                config.secure());
        try (Watchdog.Guard guard = watchdog.guard(config.requestTime())) {
            try {
                return new BodyReader(config.maxBody(), config.requestTime())
                        .read(head, config.prefix(), exchange.getRequestBody(), memory);
            } catch (IOException e) {
                throw guard.isExpired() ? new SlowBodyException() : e;
            }
        }
    }

    private static String target(URI uri) {
        String path = uri.getRawPath();
        if (uri.isAbsolute() || uri.getRawAuthority() != null || path == null) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST, "The request target must be a path that begins with one slash.");
        }
        String query = uri.getRawQuery();
        return path + (query == null ? "" : "?" + query);
    }
}
