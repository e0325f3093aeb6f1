package dev.escapement.server.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Selects the route of a request by its method and its path. */
public final class Router {
    private final List<RoutePattern> entries;

    private record RoutePattern(Route route, List<String> segments) {}

    /**
     * A route with the parameters of the path.
     *
     * @param route the route
     * @param parameters the decoded parameters by name
     */
    public record Match(Route route, Map<String, String> parameters) {}

    /**
     * Creates a router.
     *
     * @param routes the routes; for a path that matches several, the first applies
     */
    public Router(List<Route> routes) {
        this.entries = routes.stream()
                .map(route -> new RoutePattern(route, List.of(route.path().split("/", -1))))
                .toList();
    }

    /**
     * Returns the route of a request.
     *
     * @param method the method in upper case
     * @param path the encoded path without the query
     * @throws ProblemException if no route has the path, or none has the path and the method
     */
    public Match match(String method, String path) {
        List<String> segments = segments(path);
        List<String> permitted = new ArrayList<>();
        for (RoutePattern entry : entries) {
            Optional<Map<String, String>> parameters = parameters(entry.segments(), segments);
            if (parameters.isPresent()) {
                if (entry.route().method().equals(method)) {
                    return new Match(entry.route(), parameters.get());
                }
                permitted.add(entry.route().method());
            }
        }
        if (permitted.isEmpty()) {
            throw new ProblemException(ProblemType.NOT_FOUND, "This path does not exist.");
        }
        throw new ProblemException(
                ProblemType.METHOD_NOT_ALLOWED, "Use " + String.join(" or ", permitted) + " for this path.");
    }

    /**
     * Returns the template of a path, for logs.
     *
     * @param path the encoded path without the query
     * @return the path of the first route that matches; a dash if the path does not exist or is malformed
     */
    public String template(String path) {
        List<Route> routes = routes(path);
        return routes.isEmpty() ? RefusalLog.NO_ROUTE : routes.get(0).path();
    }

    /**
     * Returns the methods of a path.
     *
     * @param path the encoded path without the query
     * @return the methods, sorted, with HEAD if GET is permitted; empty if the path does not exist or is malformed
     */
    public SortedSet<String> methods(String path) {
        SortedSet<String> methods = new TreeSet<>();
        for (Route route : routes(path)) {
            methods.add(route.method());
            if (route.method().equals("GET")) {
                methods.add("HEAD");
            }
        }
        return methods;
    }

    private List<Route> routes(String path) {
        List<String> segments;
        try {
            segments = segments(path);
        } catch (ProblemException e) {
            return List.of();
        }
        return entries.stream()
                .filter(entry -> parameters(entry.segments(), segments).isPresent())
                .map(RoutePattern::route)
                .toList();
    }

    private static List<String> segments(String path) {
        List<String> segments = new ArrayList<>();
        for (String segment : path.split("/", -1)) {
            segments.add(decode(segment));
        }
        return segments;
    }

    /** Returns a decoded segment. Malformed UTF-8, which is decoded as U+FFFD, and control characters are refused. */
    private static String decode(String segment) {
        try {
            String decoded = URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
            if (decoded.chars().noneMatch(c -> c == '\uFFFD' || Character.isISOControl(c))) {
                return decoded;
            }
        } catch (IllegalArgumentException e) {
            // refused below
        }
        throw RefusalReason.PATH.exception();
    }

    private static Optional<Map<String, String>> parameters(List<String> pattern, List<String> segments) {
        if (pattern.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < pattern.size(); i++) {
            String expected = pattern.get(i);
            String actual = segments.get(i);
            if (expected.startsWith("{") && !actual.isEmpty()) {
                parameters.put(expected.substring(1, expected.length() - 1), actual);
            } else if (!expected.equals(actual)) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }
}
