package dev.escapement.server.follow;

import dev.escapement.run.ThreadIndex;
import dev.escapement.server.Identity;
import dev.escapement.server.ServerResponse;
import dev.escapement.server.http.Access;
import dev.escapement.server.http.BodySchema;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * The routes of the event streams, and of the increments of replies that other processes receive. The pipeline repeats the check of
 * the access of open streams.
 */
public final class FollowRoutes implements RouteGroup {
    private static final int LOADS = 16;
    private static final String LAST_EVENT_ID = "Last-Event-ID";
    private static final String AFTER = "after";
    private static final String COUNT = "{\"type\":\"integer\",\"minimum\":0}";
    private static final BodySchema DELTAS = new BodySchema("DeltaBatch", DeltaBatchCodec.SCHEMA);

    private final ServerContext context;
    private final Followers followers;
    private final ReplyBuffers replies;
    private final VisibleThreads visible;
    private final QuestionDigests digests;
    private final Semaphore loads = new Semaphore(LOADS);

    /**
     * Creates the routes.
     *
     * @param context the parts of the application
     * @param followers the open streams
     * @param replies the replies in progress
     */
    public FollowRoutes(ServerContext context, Followers followers, ReplyBuffers replies) {
        this.context = context;
        this.followers = followers;
        this.replies = replies;
        this.visible = new VisibleThreads(context);
        this.digests = new QuestionDigests(context.index());
    }

    @Override
    public List<Route> routes() {
        RouteOperation thread = new RouteOperation(
                "followThread",
                "Follow the events of a thread and the reply in progress as server-sent events",
                List.of(
                        RouteParameter.query(AFTER, "The number of events that the client has received.", COUNT),
                        RouteParameter.header(
                                LAST_EVENT_ID,
                                "The id of the last received event, which takes precedence over after.",
                                COUNT)),
                Optional.empty(),
                Map.of(200, Optional.empty(), 204, Optional.empty()));
        RouteOperation questions = new RouteOperation(
                "followQuestions",
                "Follow changes of the open questions as server-sent events",
                List.of(),
                Optional.empty(),
                Map.of(200, Optional.empty()));
        RouteOperation deltas = new RouteOperation(
                "addDeltas",
                "Show increments of a reply that the driver of a thread receives in another process",
                List.of(),
                Optional.of(DELTAS),
                Map.of(204, Optional.empty()));
        return List.of(
                new Route("GET", "/api/threads/{id}/follow", Access.READER, thread, this::followThread),
                new Route("GET", "/api/questions/follow", Access.READER, questions, this::followQuestions),
                new Route("POST", "/api/threads/{id}/deltas", Access.DRIVER, deltas, this::addDeltas));
    }

    private ServerResponse followThread(RequestContext exchange) {
        Identity identity = exchange.identity();
        ThreadIndex.ThreadEntry entry = visible.entry(identity, exchange.parameter("id"));
        if (entry.erased()) {
            throw new ProblemException(ProblemType.ERASED, "The content of this thread was erased.");
        }
        int start = start(exchange, entry.size());
        if (start == entry.size() && entry.standing().phase().isEnd()) {
            return Responses.empty(204);
        }
        requireRoom();
        return followers.response(new ThreadFollow(context, replies, loads, entry.id(), start));
    }

    private ServerResponse followQuestions(RequestContext exchange) {
        requireRoom();
        return followers.response(new QuestionFollow(digests, exchange.identity()));
    }

    private ServerResponse addDeltas(RequestContext exchange) {
        DeltaBatch batch = exchange.body(DeltaBatchCodec.INSTANCE);
        ThreadIndex.ThreadEntry entry = visible.entry(exchange.identity(), exchange.parameter("id"));
        replies.add(entry.id(), batch);
        return Responses.empty(204);
    }

    private static int start(RequestContext exchange, int size) {
        boolean isResumed = !exchange.request().values(LAST_EVENT_ID).isEmpty();
        String value = isResumed
                ? exchange.request().header(LAST_EVENT_ID).orElse("")
                : exchange.query().first(AFTER).orElse("0");
        return Query.integer(value, 0, size)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.INVALID_REQUEST,
                        "The value of " + (isResumed ? LAST_EVENT_ID : AFTER)
                                + " must be the id of an event of this thread."));
    }

    private void requireRoom() {
        if (followers.isClosed()) {
            throw new ProblemException(
                    ProblemType.UNAVAILABLE, "The server is shutting down. Repeat the request later.");
        }
        if (!followers.hasRoom()) {
            throw new ProblemException(
                    ProblemType.UNAVAILABLE,
                    "Too many clients follow threads. Close a page, or repeat the request later.");
        }
    }
}
