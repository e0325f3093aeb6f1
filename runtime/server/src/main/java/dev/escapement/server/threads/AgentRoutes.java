package dev.escapement.server.threads;

import dev.escapement.engine.AgentLoop;
import dev.escapement.internal.text.AgentPath;
import dev.escapement.json.JsonText;
import dev.escapement.server.ServerResponse;
import dev.escapement.server.body.AgentListBody;
import dev.escapement.server.body.AgentListBodyCodec;
import dev.escapement.server.http.Access;
import dev.escapement.server.http.PathSegment;
import dev.escapement.server.http.RequestContext;
import dev.escapement.server.http.Responses;
import dev.escapement.server.http.Route;
import dev.escapement.server.http.RouteGroup;
import dev.escapement.server.http.RouteOperation;
import dev.escapement.server.http.ServerContext;
import dev.escapement.tool.Dialect;
import dev.escapement.tool.ToolSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The endpoint that describes the agents. */
public final class AgentRoutes implements RouteGroup {
    private final ServerContext context;

    /**
     * Creates the endpoint.
     *
     * @param context the parts of the application
     */
    public AgentRoutes(ServerContext context) {
        this.context = context;
    }

    @Override
    public List<Route> routes() {
        return List.of(new Route(
                "GET",
                "/api/agents",
                Access.READER,
                new RouteOperation(
                        "listAgents",
                        "Lists the agents with their tools, triggers and graphs.",
                        List.of(),
                        ApiSchemas.none(),
                        Map.of(200, Optional.of(ApiSchemas.AGENT_LIST))),
                this::list));
    }

    private ServerResponse list(RequestContext request) {
        List<AgentListBody.AgentBody> agents =
                context.loops().values().stream().map(this::agent).toList();
        return Responses.json(200, AgentListBodyCodec.INSTANCE, new AgentListBody(agents));
    }

    private AgentListBody.AgentBody agent(AgentLoop loop) {
        String name = loop.agent();
        return new AgentListBody.AgentBody(
                name,
                AgentPath.simpleName(name),
                context.runners().containsKey(name),
                loop.tools().stream().map(tool -> tool(loop, tool)).toList(),
                triggers(loop),
                new JsonText(loop.graph()));
    }

    private static AgentListBody.ToolBody tool(AgentLoop loop, ToolSpec<?> tool) {
        String name = tool.name();
        return new AgentListBody.ToolBody(
                name,
                tool.description(),
                loop.effect(name),
                loop.flow(name),
                loop.gated(name),
                loop.offered(name),
                new JsonText(tool.schema(Dialect.JSON_SCHEMA)));
    }

    private static List<AgentListBody.TriggerBody> triggers(AgentLoop loop) {
        return loop.triggers().stream()
                .map(trigger -> new AgentListBody.TriggerBody(
                        trigger.name(),
                        trigger.description(),
                        new JsonText(trigger.schema()),
                        "/api/agents/" + PathSegment.encode(loop.agent()) + "/triggers/"
                                + PathSegment.encode(trigger.name())))
                .toList();
    }
}
