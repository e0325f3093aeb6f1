package dev.escapement.server.http;

import dev.escapement.server.ServerRequest;
import dev.escapement.server.ServerResponse;
import dev.escapement.server.body.ProblemBody;
import dev.escapement.server.body.ProblemBodyCodec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The path of a request: filter, route, handler. Every failure becomes a problem without content of threads. */
public final class RequestPipeline {
    private final Router router;

    /**
     * Creates a pipeline.
     *
     * @param groups the groups of routes, in order
     */
    public RequestPipeline(List<RouteGroup> groups) {
        this.router = new Router(
                groups.stream().flatMap(group -> group.routes().stream()).toList());
    }

    /** {@return the response to a request} */
    public ServerResponse handle(ServerRequest request) {
        try {
            int query = request.target().indexOf('?');
            String path = query < 0 ? request.target() : request.target().substring(0, query);
            Router.Match match = router.match(request.method(), path);
            Query parameters = Query.of(query < 0 ? "" : request.target().substring(query + 1));
            return match.route()
                    .handler()
                    .handle(new RequestContext(request, match.parameters(), parameters, Optional.empty()));
        } catch (ProblemException e) {
            return response(e.problem());
        }
    }

    private static ServerResponse response(HttpProblem problem) {
        ProblemType type = problem.kind();
        List<ProblemBody.ViolationBody> violations = problem.violations().stream()
                .map(each -> new ProblemBody.ViolationBody(each.path(), each.expected(), each.actual()))
                .toList();
        ProblemBody body = new ProblemBody(
                type.uri(),
                type.title(),
                type.status(),
                problem.detail(),
                violations.isEmpty() ? Optional.empty() : Optional.of(violations));
        return Responses.json(
                type.status(),
                ProblemBodyCodec.INSTANCE.encode(body),
                Map.of("Content-Type", "application/problem+json"));
    }
}
