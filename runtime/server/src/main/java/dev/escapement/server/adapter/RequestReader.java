package dev.escapement.server.adapter;

import com.sun.net.httpserver.HttpExchange;
import dev.escapement.server.ServerRequest;
import dev.escapement.server.http.ProblemException;
import dev.escapement.server.http.ProblemType;
import dev.escapement.server.http.Watchdog;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * The conversion of an exchange of the JDK's HTTP server to a request. Headers are passed on as they were sent, also repeated
 * ones, so that the filter can check them.
 *
 * @param config the settings
 * @param watchdog the watchdog that interrupts the reading of a slow body
 */
record RequestReader(AdapterConfig config, Watchdog watchdog) {
    private static final System.Logger LOGGER = System.getLogger(RequestReader.class.getPackageName());

    /**
     * Reads a request.
     *
     * @throws ProblemException if the adapter refuses the request
     * @throws IOException if the connection failed or the body arrived too slowly
     */
    ServerRequest read(HttpExchange exchange) throws IOException {
        return new ServerRequest(
                exchange.getRequestMethod(),
                target(exchange.getRequestURI()),
                exchange.getRequestHeaders(),
                body(exchange),
                exchange.getRemoteAddress(),
                config.secure());
    }

    private String target(URI uri) {
        String path = uri.getRawPath();
        if (uri.isAbsolute() || uri.getRawAuthority() != null || path == null || !path.startsWith("/")) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST, "The request target must be a path that begins with one slash.");
        }
        if (!path.startsWith(config.prefix() + "/")) {
            throw new ProblemException(ProblemType.NOT_FOUND, "This path does not exist.");
        }
        String query = uri.getRawQuery();
        return path.substring(config.prefix().length()) + (query == null ? "" : "?" + query);
    }

    private ByteBuffer body(HttpExchange exchange) throws IOException {
        if (declaredLength(exchange) > config.maxBody()) {
            throw tooLarge();
        }
        try (Watchdog.Guard guard = watchdog.guard(config.requestTime())) {
            try {
                byte[] bytes = exchange.getRequestBody().readNBytes(config.maxBody() + 1);
                if (bytes.length > config.maxBody()) {
                    throw tooLarge();
                }
                return ByteBuffer.wrap(bytes);
            } catch (IOException e) {
                if (guard.isExpired()) {
                    LOGGER.log(Level.INFO, "Closed a connection whose request body arrived too slowly.");
                }
                throw e;
            }
        }
    }

    /** Returns the declared length, which the HTTP server has validated; 0 if there is none. */
    private static long declaredLength(HttpExchange exchange) {
        List<String> values = exchange.getRequestHeaders().getOrDefault("Content-Length", List.of());
        try {
            return values.isEmpty() ? 0 : Long.parseLong(values.get(0).trim());
        } catch (NumberFormatException e) {
            throw new ProblemException(ProblemType.INVALID_REQUEST, "The header Content-Length must be a number.");
        }
    }

    private ProblemException tooLarge() {
        return new ProblemException(
                ProblemType.TOO_LARGE, "The body must not be longer than " + config.maxBody() + " bytes.");
    }
}
