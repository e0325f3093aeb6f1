package dev.escapement.server.openapi;

import dev.escapement.engine.AgentLoop;
import dev.escapement.model.spi.ContentHash;
import dev.escapement.server.ServerResponse;
import dev.escapement.server.Webhook;
import dev.escapement.server.http.Access;
import dev.escapement.server.http.BodySchema;
import dev.escapement.server.http.RequestContext;
import dev.escapement.server.http.Responses;
import dev.escapement.server.http.Route;
import dev.escapement.server.http.RouteGroup;
import dev.escapement.server.http.RouteOperation;
import dev.escapement.server.http.RouteParameter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The endpoint of the OpenAPI document, which is computed once. */
public final class OpenApiRoutes implements RouteGroup {
    private final String document;
    private final String etag;
    private final Route route;

    /**
     * Creates the endpoint.
     *
     * @param groups the other groups of the server, in order
     * @param loops the agents
     * @param webhooks the webhooks
     * @throws IllegalStateException if two bodies have the same name and different schemas
     */
    public OpenApiRoutes(List<RouteGroup> groups, Collection<AgentLoop> loops, List<Webhook> webhooks) {
        this.route = new Route("GET", "/api/openapi.json", Access.READER, operation(), this::answer);
        List<Route> routes = Stream.concat(groups.stream().flatMap(group -> group.routes().stream()), Stream.of(route))
                .toList();
        this.document = OpenApiDocument.of(routes, new AgentRoutePaths(loops, webhooks), loops);
        this.etag = '"' + ContentHash.hex(document) + '"';
    }

    private static RouteOperation operation() {
        return new RouteOperation(
                "openApi",
                "Returns this document.",
                List.of(RouteParameter.header(
                        "If-None-Match", "The ETag of a known document.", "{\"type\":\"string\"}")),
                Optional.empty(),
                Map.of(200, Optional.of(new BodySchema("", "{\"type\":\"object\"}")), 304, Optional.empty()));
    }

    @Override
    public List<Route> routes() {
        return List.of(route);
    }

    private ServerResponse answer(RequestContext exchange) {
        if (exchange.knownTags().contains(etag)) {
            return Responses.empty(304, Map.of("ETag", etag));
        }
        return Responses.json(200, document, Map.of("ETag", etag));
    }
}
