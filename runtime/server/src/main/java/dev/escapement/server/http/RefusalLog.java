package dev.escapement.server.http;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The log of refused requests and exceeded limits. A line contains the method, the template of the route, the status and the
 * name of a constant; never the path, headers, query or body. Equal lines within ten seconds are counted and logged as
 * one. Safe for concurrent use.
 */
public final class RefusalLog {
    /** The route of a request that is refused before its route is known, or that has none. */
    public static final String NO_ROUTE = "-";

    private static final System.Logger LOGGER = System.getLogger("dev.escapement.server");
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");
    private static final long WINDOW = 10_000;

    private final Clock clock;
    private final Map<RefusalLine, Window> windows = new ConcurrentHashMap<>();

    /** A line, whose parts have a limited number of values. */
    private record RefusalLine(String text, Level level) {}

    /** The time of the last log entry for a line, and the number of equal lines since then. */
    private record Window(long loggedAt, int suppressed) {}

    /**
     * Creates a log.
     *
     * @param clock the clock that determines which lines are equal
     */
    public RefusalLog(Clock clock) {
        this.clock = clock;
    }

    /**
     * Logs a refused request.
     *
     * @param method the method
     * @param template the path of the route; a dash if the path does not exist
     * @param status the status of the response
     * @param reason the name of a constant
     */
    public void refused(String method, String template, int status, String reason) {
        String known = METHODS.contains(method) ? method : "OTHER";
        write(new RefusalLine("Refused " + known + " " + template + ": " + status + " " + reason, level(status)));
    }

    /**
     * Logs a request without an answer of the handlers, because a client has exceeded a limit.
     *
     * @param limit the limit
     */
    public void exceeded(ExceededLimit limit) {
        write(new RefusalLine("A client has exceeded a limit: " + limit, Level.INFO));
    }

    /**
     * Logs, at the level DEBUG, the end of a connection without a request. In most cases its client has closed it. It can also
     * have sent what the HTTP server refuses itself, which an adapter cannot distinguish.
     */
    public void endedWithoutRequest() {
        write(new RefusalLine("A connection has ended without a request", Level.DEBUG));
    }

    private void write(RefusalLine line) {
        long now = clock.millis();
        windows.compute(line, (key, window) -> {
            if (window != null && now - window.loggedAt() < WINDOW) {
                return new Window(window.loggedAt(), window.suppressed() + 1);
            }
            log(line, window == null ? 0 : window.suppressed());
            return new Window(now, 0);
        });
    }

    private static void log(RefusalLine line, int suppressed) {
        String text = line.text();
        LOGGER.log(line.level(), suppressed == 0 ? text : text + " (and " + suppressed + " before)");
    }

    private static Level level(int status) {
        return switch (status) {
            case 401, 403, 413, 500, 503 -> Level.WARNING;
            default -> Level.INFO;
        };
    }
}
