package dev.escapement.server.adapter;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import dev.escapement.server.ServerRequest;
import dev.escapement.server.http.ProblemException;
import dev.escapement.server.http.ProblemType;
import dev.escapement.server.http.Watchdog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The conversion of an exchange of the JDK's HTTP server to a request. Headers are passed on as they were sent, also repeated
 * ones, so that the filter can check them.
 *
 * @param config the settings
 * @param watchdog the watchdog that interrupts the reading of a slow body
 */
record RequestReader(AdapterConfig config, Watchdog watchdog) {
    private static final System.Logger LOGGER = System.getLogger(RequestReader.class.getPackageName());
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");
    private static final int PART = 1 << 13;

    /**
     * Reads a request.
     *
     * @param memory receives the memory that the body needs
     * @throws ProblemException if the adapter refuses the request
     * @throws IOException if the connection failed or the body arrived too slowly
     */
    ServerRequest read(HttpExchange exchange, BodyMemory.Share memory) throws IOException {
        requireFraming(exchange.getRequestHeaders());
        return new ServerRequest(
                exchange.getRequestMethod(),
                target(exchange.getRequestURI()),
                exchange.getRequestHeaders(),
                body(exchange, memory),
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

    private ByteBuffer body(HttpExchange exchange, BodyMemory.Share memory) throws IOException {
        if (declaredLength(exchange) > config.maxBody()) {
            throw tooLarge();
        }
        try (Watchdog.Guard guard = watchdog.guard(config.requestTime())) {
            try {
                return ByteBuffer.wrap(bytes(exchange.getRequestBody(), memory));
            } catch (IOException e) {
                if (guard.isExpired()) {
                    LOGGER.log(Level.INFO, "Closed a connection whose request body arrived too slowly.");
                }
                throw e;
            }
        }
    }

    /** Returns the body, whose parts are added to the memory in use as they arrive. */
    private byte[] bytes(InputStream in, BodyMemory.Share memory) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] part = new byte[PART];
        for (int length = in.read(part); length >= 0; length = in.read(part)) {
            memory.add(length);
            out.write(part, 0, length);
            if (out.size() > config.maxBody()) {
                throw tooLarge();
            }
        }
        return out.toByteArray();
    }

    /** Refuses a body with two ends: a proxy and this server could read different requests from the connection. */
    private static void requireFraming(Headers headers) {
        int lengths = headers.getOrDefault("Content-Length", List.of()).size();
        int encodings = headers.getOrDefault("Transfer-Encoding", List.of()).size();
        if (lengths + encodings > 1) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST, "The request must have one length or one transfer encoding.");
        }
    }

    /** Returns the declared length; 0 if there is none. Refuses signs, which the HTTP server accepts. */
    private static long declaredLength(HttpExchange exchange) {
        List<String> values = exchange.getRequestHeaders().getOrDefault("Content-Length", List.of());
        if (values.isEmpty()) {
            return 0;
        }
        String length = values.get(0).strip();
        if (!LENGTH.matcher(length).matches()) {
            throw new ProblemException(ProblemType.INVALID_REQUEST, "The header Content-Length must be a number.");
        }
        return Long.parseLong(length);
    }

    private ProblemException tooLarge() {
        return new ProblemException(
                ProblemType.TOO_LARGE, "The body must not be longer than " + config.maxBody() + " bytes.");
    }
}
