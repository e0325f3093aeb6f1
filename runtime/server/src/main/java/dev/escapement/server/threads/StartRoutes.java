package dev.escapement.server.threads;

import dev.escapement.engine.AgentLoop;
import dev.escapement.json.Decoded;
import dev.escapement.json.Violation;
import dev.escapement.run.InvalidInputException;
import dev.escapement.run.Runner;
import dev.escapement.run.ThreadExistsException;
import dev.escapement.run.ThreadIndex;
import dev.escapement.server.Identity;
import dev.escapement.server.ServerResponse;
import dev.escapement.server.body.ForkBody;
import dev.escapement.server.body.ForkBodyCodec;
import dev.escapement.server.body.StartBody;
import dev.escapement.server.body.StartBodyCodec;
import dev.escapement.server.body.ThreadEntryBodyCodec;
import dev.escapement.server.http.Access;
import dev.escapement.server.http.PathSegment;
import dev.escapement.server.http.ProblemException;
import dev.escapement.server.http.ProblemType;
import dev.escapement.server.http.RequestContext;
import dev.escapement.server.http.Responses;
import dev.escapement.server.http.Route;
import dev.escapement.server.http.RouteGroup;
import dev.escapement.server.http.RouteOperation;
import dev.escapement.server.http.RouteParameter;
import dev.escapement.server.http.ServerContext;
import dev.escapement.server.security.VisibleThreads;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Start;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The endpoints that start threads. They record the start; a worker executes the thread. */
public final class StartRoutes implements RouteGroup {
    private static final RouteParameter LABEL = RouteParameter.queries(
            "label", "A label of the thread, as name:value; several are permitted.", "{\"type\":\"string\"}");

    private final ServerContext context;
    private final VisibleThreads visible;

    /**
     * Creates the endpoints.
     *
     * @param context the parts of the application
     */
    public StartRoutes(ServerContext context) {
        this.context = context;
        this.visible = new VisibleThreads(context);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                new Route(
                        "POST",
                        "/api/threads",
                        Access.STARTER,
                        new RouteOperation(
                                "startThread",
                                "Starts a thread with text.",
                                List.of(IdempotencyKey.HEADER),
                                Optional.of(ApiSchemas.START),
                                Map.of(
                                        200, Optional.of(ApiSchemas.THREAD_ENTRY),
                                        201, Optional.of(ApiSchemas.THREAD_ENTRY))),
                        this::start),
                new Route(
                        "POST",
                        "/api/agents/{agent}/triggers/{trigger}",
                        Access.STARTER,
                        new RouteOperation(
                                "trigger",
                                "Starts a thread with the payload of a trigger.",
                                List.of(LABEL, IdempotencyKey.HEADER),
                                Optional.of(ApiSchemas.ANY),
                                Map.of(
                                        200, Optional.of(ApiSchemas.THREAD_ENTRY),
                                        201, Optional.of(ApiSchemas.THREAD_ENTRY))),
                        this::trigger),
                new Route(
                        "POST",
                        "/api/threads/{id}/fork",
                        Access.OPERATOR,
                        new RouteOperation(
                                "forkThread",
                                "Starts a copy of the first events of a thread.",
                                List.of(),
                                Optional.of(ApiSchemas.FORK),
                                Map.of(201, Optional.of(ApiSchemas.THREAD_ENTRY))),
                        this::fork));
    }

    private ServerResponse start(RequestContext request) {
        StartBody body = request.body(StartBodyCodec.INSTANCE);
        Runner runner = runner(body.agent());
        Start start = labelled(
                Start.of(body.input()), request.identity(), body.labels().orElse(Map.of()));
        try {
            return started(request, runner, start, "threads/");
        } catch (InvalidInputException e) {
            throw invalid(new Violation("$.input", "a text that is not blank", "a blank text"));
        }
    }

    private Runner runner(Optional<String> agent) {
        Map<String, Runner> runners = context.runners();
        if (agent.isEmpty() && runners.size() == 1) {
            return runners.values().iterator().next();
        }
        Runner runner = agent.map(runners::get).orElse(null);
        if (runner == null) {
            throw invalid(new Violation(
                    "$.agent",
                    "the name of an agent whose threads the server starts",
                    agent.isEmpty() ? "no name" : "another name"));
        }
        return runner;
    }

    private ServerResponse trigger(RequestContext request) {
        String agent = request.parameter("agent");
        String trigger = request.parameter("trigger");
        AgentLoop loop = context.loops().get(agent);
        Runner runner = context.runners().get(agent);
        if (loop == null || runner == null) {
            throw new ProblemException(
                    ProblemType.NOT_FOUND,
                    "The server does not start threads of this agent. Check the name of the agent.");
        } else if (loop.triggers().stream().noneMatch(each -> each.name().equals(trigger))) {
            throw new ProblemException(
                    ProblemType.NOT_FOUND, "The agent does not have this trigger. Check the name of the trigger.");
        }
        Start start = loop.start(trigger, request.text()).fold(Decoded.Accepted::value, rejected -> {
            throw invalid(rejected.violations());
        });
        if (!start.files().isEmpty() && !request.identity().labels().isEmpty()) {
            throw invalid(new Violation(
                    "$", "a payload without references to files, which you cannot read", "a reference to a file"));
        }
        Start labelled = labelled(start, request.identity(), QueryFilters.labels(request.query()));
        try {
            return started(request, runner, labelled, "../../../threads/");
        } catch (InvalidInputException e) {
            throw invalid(new Violation("$", "a payload from which the trigger makes an input", "another payload"));
        }
    }

    /** Returns a start with the labels of a request and of its sender. */
    private static Start labelled(Start start, Identity identity, Map<String, String> labels) {
        Start labelled = start;
        for (Map.Entry<String, String> label :
                VisibleThreads.labels(identity, labels).entrySet()) {
            try {
                labelled = labelled.label(label.getKey(), label.getValue());
            } catch (IllegalArgumentException e) {
                throw invalid(new Violation(
                        "$.labels",
                        "names and values of 1 to " + Start.MAX_LABEL + " characters without U+0000",
                        "another name or value"));
            }
        }
        return labelled;
    }

    /** Records a start. An earlier request with the same key and content has already recorded it. */
    private ServerResponse started(RequestContext request, Runner runner, Start start, String base) {
        String id = IdempotencyKey.threadId(request.request(), request.identity(), runner.agent());
        try {
            runner.enqueue(id, start);
        } catch (ThreadExistsException e) {
            requireSame(e.thread(), start);
            return entry(200, id, base);
        }
        context.recorded().run();
        return entry(201, id, base);
    }

    /** Throws an exception unless a stored thread has a given start. The text of a trigger can depend on the time. */
    private static void requireSame(AgentThread stored, Start start) {
        Start other = stored.start();
        boolean isSame = other.trigger().equals(start.trigger())
                && other.payload().equals(start.payload())
                && other.labels().equals(start.labels())
                && (!start.trigger().isEmpty() || other.input().equals(start.input()));
        if (!isSame) {
            throw new ProblemException(
                    ProblemType.INVALID_CONTENT,
                    "The idempotency key was used for a start with other content. Use a new key for each start.");
        }
    }

    private ServerResponse fork(RequestContext request) {
        ForkBody body = request.body(ForkBodyCodec.INSTANCE);
        AgentThread original = visible.load(request.identity(), request.parameter("id"));
        int size = original.events().size();
        if (body.position() < 1 || body.position() > size) {
            throw invalid(
                    new Violation("$.position", "an integer from 1 to " + size, Integer.toString(body.position())));
        }
        new ForkPermission(context, request.identity()).require(original, body.position());
        Runner runner = AgentRunners.require(context, original.agent());
        String id = UUID.randomUUID().toString();
        runner.enqueueFork(original.id(), body.position(), id);
        context.recorded().run();
        return entry(201, id, "../");
    }

    /** Returns the response with the entry of a thread. */
    private ServerResponse entry(int status, String id, String base) {
        ThreadIndex.ThreadEntry entry = context.index()
                .entry(id)
                .orElseThrow(() ->
                        new ProblemException(ProblemType.NOT_FOUND, "The thread was started, but deleted afterwards."));
        String location = base + PathSegment.encode(id);
        return Responses.json(
                status, ThreadEntryBodyCodec.INSTANCE.encode(ThreadViews.entry(entry)), Map.of("Location", location));
    }

    private static ProblemException invalid(Violation violation) {
        return invalid(List.of(violation));
    }

    private static ProblemException invalid(List<Violation> violations) {
        return new ProblemException(
                "The request is not valid. Correct the values at the listed paths and send it again.", violations);
    }
}
