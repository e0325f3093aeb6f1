package dev.escapement.server.threads;

import dev.escapement.run.InvalidInputException;
import dev.escapement.run.NotWaitingException;
import dev.escapement.run.ThreadIndex;
import dev.escapement.server.ServerResponse;
import dev.escapement.server.body.DecisionBody;
import dev.escapement.server.body.DecisionBodyCodec;
import dev.escapement.server.body.ThreadBody;
import dev.escapement.server.body.ThreadBodyCodec;
import dev.escapement.server.http.Access;
import dev.escapement.server.http.ProblemException;
import dev.escapement.server.http.ProblemType;
import dev.escapement.server.http.RequestContext;
import dev.escapement.server.http.Responses;
import dev.escapement.server.http.Route;
import dev.escapement.server.http.RouteGroup;
import dev.escapement.server.http.RouteOperation;
import dev.escapement.server.http.ServerContext;
import dev.escapement.server.security.VisibleThreads;
import dev.escapement.thread.AgentThread;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The endpoint that records decisions. */
public final class DecisionRoutes implements RouteGroup {
    private final ServerContext context;
    private final VisibleThreads visible;

    /**
     * Creates the endpoint.
     *
     * @param context the parts of the application
     */
    public DecisionRoutes(ServerContext context) {
        this.context = context;
        this.visible = new VisibleThreads(context);
    }

    @Override
    public List<Route> routes() {
        return List.of(new Route(
                "POST",
                "/api/threads/{id}/decisions",
                Access.IDENTITY,
                new RouteOperation(
                        "decide",
                        "Records a decision. Except for replies and messages, it contains the name of the sender.",
                        List.of(),
                        Optional.of(ApiSchemas.DECISION),
                        Map.of(200, Optional.of(ApiSchemas.THREAD))),
                this::decide));
    }

    private ServerResponse decide(RequestContext request) {
        DecisionBody decision = request.body(DecisionBodyCodec.INSTANCE);
        AgentThread thread = visible.load(request.identity(), request.parameter("id"));
        AgentThread decided = record(new DecisionRecorder(context, request.identity(), thread), decision);
        context.recorded().run();
        ThreadIndex.ThreadEntry entry = context.index()
                .entry(decided.id())
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND, "The decision was recorded, but the thread was deleted afterwards."));
        return Responses.json(200, ThreadBodyCodec.INSTANCE, view(request, entry, decided));
    }

    private ThreadBody view(RequestContext request, ThreadIndex.ThreadEntry entry, AgentThread decided) {
        return ThreadViews.thread(entry, decided, new ThreadActions(context, request.identity()).of(decided));
    }

    private AgentThread record(DecisionRecorder recorder, DecisionBody decision) {
        try {
            return decision.accept(recorder);
        } catch (NotWaitingException e) {
            if (DecisionConflicts.isOfRelease(e)) {
                context.recorded().run(); // the inbox has made the thread due
            }
            throw DecisionConflicts.of(e);
        } catch (InvalidInputException e) {
            throw decision.accept(new DecisionFaults(context, e));
        }
    }
}
