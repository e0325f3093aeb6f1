package dev.escapement.server.http;

import dev.escapement.server.Identity;
import dev.escapement.server.ServerRequest;
import dev.escapement.server.ServerResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The path of a request: filter, route, access, handler. Every failure becomes a problem without content of threads, and is
 * logged without it. Safe for concurrent use.
 */
public final class RequestPipeline {
    private final RequestFilter filter;
    private final Clock clock;
    private final List<Route> routes;
    private final Router router;
    private final RefusalLog log;

    /**
     * Creates a pipeline.
     *
     * @param filter the checks of every request
     * @param clock the clock
     * @param groups the groups of routes, in order
     */
    public RequestPipeline(RequestFilter filter, Clock clock, List<RouteGroup> groups) {
        this.filter = filter;
        this.clock = clock;
        this.log = new RefusalLog(clock);
        this.routes = groups.stream().flatMap(group -> group.routes().stream()).toList();
        this.router = new Router(routes);
    }

    /** {@return the routes, in the order of the groups} */
    public List<Route> routes() {
        return routes;
    }

    /** {@return the response to a request, also if a handler fails} */
    public ServerResponse handle(ServerRequest request) {
        String path = request.path();
        try {
            Optional<ServerResponse> preflight = filter.admit(request);
            if (preflight.isPresent()) {
                return filter.secured(request, preflight.get(), false);
            }
            Router.Match match = router.match(method(request), path);
            Route route = match.route();
            Optional<Identity> sender = filter.authorize(request, route);
            Query parameters = Query.of(request.query());
            requireDeclared(request, route, parameters);
            ServerResponse response =
                    route.handler().handle(new RequestContext(request, match.parameters(), parameters, sender));
            logStatus(request, route, response.status());
            StreamGuard guard = new StreamGuard(filter, log, clock, request, route, sender);
            return filter.secured(request, response.accept(guard), route.access() == Access.PUBLIC);
        } catch (ProblemException e) {
            return refused(request, path, e);
        } catch (RuntimeException | Error e) {
            return refused(request, path, ProblemMapper.problem(e));
        }
    }

    /** Returns the method of the route: a request with HEAD is answered like one with GET. */
    private static String method(ServerRequest request) {
        return request.method().equals("HEAD") ? "GET" : request.method();
    }

    private static void requireDeclared(ServerRequest request, Route route, Query query) {
        Map<String, RouteParameter> declared = new HashMap<>();
        for (RouteParameter parameter : route.operation().parameters()) {
            if (parameter.in() == RouteParameter.In.QUERY) {
                declared.put(parameter.name(), parameter);
            } else if (!parameter.repeatable()
                    && request.values(parameter.name()).size() > 1) {
                throw RefusalReason.REPEATED_HEADER.exception();
            }
        }
        query.values().forEach((name, values) -> {
            RouteParameter parameter = declared.get(name);
            if (parameter == null || (values.size() > 1 && !parameter.repeatable())) {
                throw RefusalReason.QUERY.exception();
            }
        });
    }

    private void logStatus(ServerRequest request, Route route, int status) {
        if (status >= 400) {
            log.refused(request.method(), route.path(), status, "HANDLER");
        }
    }

    private ServerResponse refused(ServerRequest request, String path, ProblemException refusal) {
        ProblemType type = refusal.problem().kind();
        log.refused(request.method(), router.template(path), type.status(), refusal.reason());
        Map<String, String> headers = new HashMap<>(headers(type, path));
        headers.put("Content-Type", "application/problem+json");
        return filter.secured(
                request, Responses.json(type.status(), refusal.problem().json(), headers), false);
    }

    private Map<String, String> headers(ProblemType type, String path) {
        return switch (type) {
            case METHOD_NOT_ALLOWED -> Map.of("Allow", String.join(", ", router.methods(path)));
            case UNAUTHENTICATED -> Map.of("WWW-Authenticate", "Escapement realm=\"session\"");
            case INVALID_SIGNATURE -> Map.of("WWW-Authenticate", "Signature realm=\"webhook\"");
            case UNAVAILABLE -> Map.of("Retry-After", "1");
            case INVALID_REQUEST,
                    FORBIDDEN,
                    FOREIGN_ORIGIN,
                    NOT_FOUND,
                    CONFLICT,
                    ERASED,
                    TOO_LARGE,
                    UNSUPPORTED_MEDIA_TYPE,
                    INVALID_CONTENT,
                    INTERNAL -> Map.of();
        };
    }
}
