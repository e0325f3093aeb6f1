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
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The endpoint of the OpenAPI document, which the first request computes. Safe for concurrent use. */
public final class OpenApiRoutes implements RouteGroup {
    private final Supplier<String> source;
    private final Route route;
    private @Nullable Document document;

    private record Document(String json, String etag) {}

    /**
     * Creates the endpoint.
     *
     * @param groups the other groups of the server, in order
     * @param loops the agents
     * @param webhooks the webhooks
     */
    public OpenApiRoutes(List<RouteGroup> groups, Collection<AgentLoop> loops, List<Webhook> webhooks) {
        this.route = new Route("GET", "/api/openapi.json", Access.READER, operation(), this::answer);
        List<Route> routes = Stream.concat(groups.stream().flatMap(group -> group.routes().stream()), Stream.of(route))
                .toList();
        AgentRoutePaths paths = new AgentRoutePaths(loops, webhooks);
        this.source = () -> OpenApiDocument.of(routes, paths, loops);
    }

    /** Returns the document, whose computation would take the largest part of the start of a server. */
    private synchronized Document document() {
        if (document == null) {
            String json = source.get();
            document = new Document(json, '"' + ContentHash.hex(json) + '"');
        }
        return document;
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
        Document current = document();
        Map<String, String> headers = Map.of("ETag", current.etag());
        return exchange.knownTags().contains(current.etag())
                ? Responses.empty(304, headers)
                : Responses.json(200, current.json(), headers);
    }
}
