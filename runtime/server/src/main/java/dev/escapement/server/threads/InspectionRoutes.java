package dev.escapement.server.threads;

import dev.escapement.engine.AgentLoop;
import dev.escapement.engine.DamagedThreadException;
import dev.escapement.engine.Replay;
import dev.escapement.engine.ReplayResult;
import dev.escapement.engine.RequestRenderingException;
import dev.escapement.run.Runner;
import dev.escapement.server.ServerResponse;
import dev.escapement.server.body.ModelInputBodyCodec;
import dev.escapement.server.body.SearchBodyCodec;
import dev.escapement.server.body.VerificationBody;
import dev.escapement.server.body.VerificationBodyCodec;
import dev.escapement.server.http.Access;
import dev.escapement.server.http.ProblemException;
import dev.escapement.server.http.ProblemType;
import dev.escapement.server.http.Query;
import dev.escapement.server.http.RequestContext;
import dev.escapement.server.http.Responses;
import dev.escapement.server.http.Route;
import dev.escapement.server.http.RouteGroup;
import dev.escapement.server.http.RouteOperation;
import dev.escapement.server.http.RouteParameter;
import dev.escapement.server.http.ServerContext;
import dev.escapement.server.security.VisibleThreads;
import dev.escapement.thread.AgentThread;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The endpoints that compare recorded threads with the current code of their agents, and search in them. */
public final class InspectionRoutes implements RouteGroup {
    private static final int MAX_SEARCH = 200;

    private static final RouteParameter TEXT = RouteParameter.query(
            "q",
            "The text, without regard to case.",
            "{\"type\":\"string\",\"minLength\":1,\"maxLength\":" + MAX_SEARCH + "}");

    private final ServerContext context;
    private final VisibleThreads visible;

    /**
     * Creates the endpoints.
     *
     * @param context the parts of the application
     */
    public InspectionRoutes(ServerContext context) {
        this.context = context;
        this.visible = new VisibleThreads(context);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                new Route(
                        "GET",
                        "/api/threads/{id}/requests/{position}",
                        Access.READER,
                        new RouteOperation(
                                "readRequest",
                                "Renders the input of the model for a recorded reply with the current code of the agent.",
                                List.of(),
                                ApiSchemas.none(),
                                Map.of(200, Optional.of(ApiSchemas.MODEL_INPUT))),
                        this::request),
                new Route(
                        "GET",
                        "/api/threads/{id}/verification",
                        Access.READER,
                        new RouteOperation(
                                "verifyThread",
                                "Compares a thread with the current code of its agent.",
                                List.of(),
                                ApiSchemas.none(),
                                Map.of(200, Optional.of(ApiSchemas.VERIFICATION))),
                        this::verification),
                new Route(
                        "GET",
                        "/api/threads/{id}/search",
                        Access.READER,
                        new RouteOperation(
                                "searchThread",
                                "Lists the positions of the events that contain a text.",
                                List.of(TEXT),
                                ApiSchemas.none(),
                                Map.of(200, Optional.of(ApiSchemas.SEARCH))),
                        this::search));
    }

    private ServerResponse request(RequestContext request) {
        int position = position(request.parameter("position"));
        AgentThread thread = visible.load(request.identity(), request.parameter("id"));
        if (position >= thread.events().size()
                || !thread.events().get(position).kind().endsRequest()) {
            throw new ProblemException(
                    ProblemType.NOT_FOUND,
                    "The thread does not have a request at this position. Use the position of an event model_replied or"
                            + " request_failed.");
        }
        Runner runner = AgentRunners.require(context, thread.agent());
        try {
            return Responses.json(
                    200, ModelInputBodyCodec.INSTANCE, ModelInputs.of(position, runner.request(thread.id(), position)));
        } catch (RequestRenderingException e) {
            throw new ProblemException(
                    ProblemType.INVALID_CONTENT,
                    e.part()
                            .map(part ->
                                    "The current code of the agent fails to render the request. Verify its prompt and"
                                            + " context methods.")
                            .orElse("The current code of the agent does not send a request at this position. Use the"
                                    + " release that recorded the thread."));
        } catch (DamagedThreadException e) {
            throw damaged();
        }
    }

    private static int position(String text) {
        return Query.integer(text, 0, Integer.MAX_VALUE)
                .orElseThrow(() -> QueryFilters.invalid("The position in the path must be an integer of 0 or more."));
    }

    private static ProblemException damaged() {
        return new ProblemException(
                ProblemType.INVALID_CONTENT, "The thread is damaged: its events cannot follow each other.");
    }

    private ServerResponse verification(RequestContext request) {
        AgentThread thread = visible.load(request.identity(), request.parameter("id"));
        try {
            ReplayResult result = verified(thread);
            return Responses.json(200, VerificationBodyCodec.INSTANCE, body(result));
        } catch (DamagedThreadException e) {
            throw damaged();
        }
    }

    private ReplayResult verified(AgentThread thread) {
        Optional<Runner> runner = AgentRunners.of(context, thread.agent());
        if (runner.isPresent()) {
            return runner.get().verify(thread.id());
        }
        AgentLoop loop = context.loops().get(thread.agent());
        if (loop == null) {
            throw new ProblemException(
                    ProblemType.INVALID_CONTENT,
                    "This server does not have the agent of the thread. Pass its loop to AgentServer.of.");
        }
        return Replay.verify(loop, thread);
    }

    private static VerificationBody body(ReplayResult result) {
        if (result instanceof ReplayResult.Divergence divergence) {
            return new VerificationBody(
                    false,
                    divergence.index() + 1,
                    Optional.of(new VerificationBody.DivergenceBody(divergence.index(), divergence.summary())));
        }
        return new VerificationBody(true, ((ReplayResult.Verified) result).events(), Optional.empty());
    }

    private ServerResponse search(RequestContext request) {
        String text = request.query().first("q").orElse("");
        if (text.isEmpty() || text.length() > MAX_SEARCH) {
            throw QueryFilters.invalid("The parameter q must have 1 to " + MAX_SEARCH + " characters.");
        }
        AgentThread thread = visible.load(request.identity(), request.parameter("id"));
        return Responses.json(200, SearchBodyCodec.INSTANCE, new EventSearch(text).in(thread));
    }
}
