package dev.escapement.server.openapi;

import dev.escapement.engine.AgentLoop;
import dev.escapement.engine.TriggerSpec;
import dev.escapement.server.Webhook;
import dev.escapement.server.http.Access;
import dev.escapement.server.http.BodySchema;
import dev.escapement.server.http.PathSegment;
import dev.escapement.server.http.Route;
import dev.escapement.server.http.RouteOperation;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The routes of the document: a route with the parameters {@code {agent}} and {@code {trigger}} is followed by a route for
 * each trigger, whose body has the schema of its payload. The general form of the path of webhooks is omitted, because only
 * registered triggers have webhooks.
 */
final class AgentRoutePaths {
    private static final String AGENT = "{agent}";
    private static final String TRIGGER = "{trigger}";

    private final Collection<AgentLoop> loops;
    private final List<Webhook> webhooks;

    /** Creates the paths of agents and their webhooks. */
    AgentRoutePaths(Collection<AgentLoop> loops, List<Webhook> webhooks) {
        this.loops = loops;
        this.webhooks = webhooks;
    }

    /** Returns the route, and the routes for the triggers if it has their parameters. */
    Stream<Route> expand(Route route) {
        if (!route.path().contains(AGENT) || !route.path().contains(TRIGGER)) {
            return Stream.of(route);
        }
        boolean webhook = route.access() == Access.SIGNATURE;
        Stream<Route> general = webhook ? Stream.empty() : Stream.of(route);
        return Stream.concat(
                general,
                loops.stream()
                        .flatMap(loop -> loop.triggers().stream().flatMap(trigger -> specific(route, loop, trigger))));
    }

    private Stream<Route> specific(Route route, AgentLoop loop, TriggerSpec trigger) {
        if (route.access() != Access.SIGNATURE) {
            return Stream.of(specific(route, loop, trigger, trigger.schema()));
        }
        return webhooks.stream()
                .filter(webhook -> webhook.isFor(loop.agent(), trigger.name()))
                .map(webhook ->
                        specific(route, loop, trigger, webhook.conversion().isPresent() ? "{}" : trigger.schema()));
    }

    private static Route specific(Route route, AgentLoop loop, TriggerSpec trigger, String schema) {
        RouteOperation general = route.operation();
        String id = SchemaComponents.componentName(general.id() + "." + loop.agent() + "." + trigger.name());
        RouteOperation operation = new RouteOperation(
                id,
                trigger.description().isEmpty() ? general.summary() : trigger.description(),
                general.parameters(),
                Optional.of(new BodySchema("", schema)),
                general.responses());
        String path = route.path()
                .replace(AGENT, PathSegment.encode(loop.agent()))
                .replace(TRIGGER, PathSegment.encode(trigger.name()));
        return new Route(route.method(), path, route.access(), operation, route.handler());
    }
}
