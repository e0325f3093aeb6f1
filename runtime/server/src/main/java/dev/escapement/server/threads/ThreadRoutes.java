package dev.escapement.server.threads;

import dev.escapement.json.JsonText;
import dev.escapement.run.Standing;
import dev.escapement.run.ThreadIndex;
import dev.escapement.run.ThreadQuery;
import dev.escapement.server.ServerResponse;
import dev.escapement.server.body.EventEntryBody;
import dev.escapement.server.body.EventPageBody;
import dev.escapement.server.body.EventPageBodyCodec;
import dev.escapement.server.body.PermittedAction;
import dev.escapement.server.body.ThreadBodyCodec;
import dev.escapement.server.body.ThreadCountBody;
import dev.escapement.server.body.ThreadCountBodyCodec;
import dev.escapement.server.body.ThreadPageBody;
import dev.escapement.server.body.ThreadPageBodyCodec;
import dev.escapement.server.http.Access;
import dev.escapement.server.http.RequestContext;
import dev.escapement.server.http.Responses;
import dev.escapement.server.http.Route;
import dev.escapement.server.http.RouteGroup;
import dev.escapement.server.http.RouteOperation;
import dev.escapement.server.http.RouteParameter;
import dev.escapement.server.http.ServerContext;
import dev.escapement.server.security.VisibleThreads;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The endpoints that list and read threads. */
public final class ThreadRoutes implements RouteGroup {
    private static final int BOUND = 10_000;
    private static final int MAX_BOUND = 100_000;
    private static final int EVENTS = 200;
    private static final int MAX_EVENTS = 1_000;

    private static final RouteParameter FROM = RouteParameter.query(
            "from",
            "The position of the first event, counted from 0. Default: 0.",
            "{\"type\":\"integer\",\"minimum\":0,\"maximum\":2147483647}");
    private static final RouteParameter IF_NONE_MATCH = RouteParameter.header(
            "If-None-Match", "The ETag of a response, to receive 304 if it is current.", "{\"type\":\"string\"}");

    private final ServerContext context;
    private final VisibleThreads visible;

    /**
     * Creates the endpoints.
     *
     * @param context the parts of the application
     */
    public ThreadRoutes(ServerContext context) {
        this.context = context;
        this.visible = new VisibleThreads(context);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                new Route(
                        "GET",
                        "/api/threads",
                        Access.READER,
                        new RouteOperation(
                                "listThreads",
                                "Lists threads.",
                                QueryFilters.THREADS,
                                ApiSchemas.none(),
                                Map.of(200, Optional.of(ApiSchemas.THREAD_PAGE))),
                        this::list),
                new Route(
                        "GET",
                        "/api/threads/count",
                        Access.READER,
                        new RouteOperation(
                                "countThreads",
                                "Counts threads up to a bound.",
                                QueryFilters.COUNT,
                                ApiSchemas.none(),
                                Map.of(200, Optional.of(ApiSchemas.THREAD_COUNT))),
                        this::count),
                new Route(
                        "GET",
                        "/api/threads/{id}",
                        Access.READER,
                        new RouteOperation(
                                "readThread",
                                "Reads a thread without its events.",
                                List.of(IF_NONE_MATCH),
                                ApiSchemas.none(),
                                Map.of(200, Optional.of(ApiSchemas.THREAD), 304, ApiSchemas.none())),
                        this::read),
                new Route(
                        "GET",
                        "/api/threads/{id}/events",
                        Access.READER,
                        new RouteOperation(
                                "listEvents",
                                "Lists a range of the events of a thread.",
                                List.of(FROM, QueryFilters.limit(MAX_EVENTS)),
                                ApiSchemas.none(),
                                Map.of(200, Optional.of(ApiSchemas.EVENT_PAGE))),
                        this::events));
    }

    private ServerResponse list(RequestContext request) {
        ThreadQuery query = QueryFilters.threads(request.query());
        Optional<ThreadIndex.Page<ThreadIndex.ThreadEntry>> page = VisibleThreads.restrict(request.identity(), query)
                .map(restricted ->
                        QueryFilters.page(query.after(), () -> context.index().threads(restricted)));
        ThreadPageBody body = page.map(found -> new ThreadPageBody(
                        found.entries().stream().map(ThreadViews::entry).toList(), found.next()))
                .orElseGet(() -> new ThreadPageBody(List.of(), Optional.empty()));
        return Responses.json(200, ThreadPageBodyCodec.INSTANCE, body);
    }

    private ServerResponse count(RequestContext request) {
        ThreadQuery query = QueryFilters.threads(request.query());
        int bound = request.query().integer("bound", BOUND, 1, MAX_BOUND);
        int count = VisibleThreads.restrict(request.identity(), query)
                .map(restricted -> context.index().count(restricted, bound))
                .orElse(0);
        return Responses.json(200, ThreadCountBodyCodec.INSTANCE, new ThreadCountBody(count, bound, count >= bound));
    }

    /**
     * Answers with a thread. The ETag is the number of events. While the thread is runnable, its phase can change without an
     * event, so the ETag is weak and the response is always complete.
     */
    private ServerResponse read(RequestContext request) {
        ThreadIndex.ThreadEntry entry = visible.entry(request.identity(), request.parameter("id"));
        String tag = tag(entry, entry.size());
        if (!isRunnable(entry) && !entry.erased() && request.knownTags().contains(tag)) {
            return Responses.empty(304, Map.of("ETag", tag));
        }
        AgentThread thread = visible.load(request.identity(), entry.id());
        List<PermittedAction> permitted = new ThreadActions(context, request.identity()).of(thread);
        String json = ThreadBodyCodec.INSTANCE.encode(ThreadViews.thread(entry, thread, permitted));
        return Responses.json(
                200, json, Map.of("ETag", tag(entry, thread.events().size())));
    }

    private static boolean isRunnable(ThreadIndex.ThreadEntry entry) {
        return entry.standing().phase() == Standing.Phase.RUNNABLE;
    }

    private static String tag(ThreadIndex.ThreadEntry entry, int size) {
        boolean isCurrent = entry.size() == size && !isRunnable(entry);
        return (isCurrent ? "" : "W/") + '"' + size + '"';
    }

    private ServerResponse events(RequestContext request) {
        int from = request.query().integer("from", 0, 0, Integer.MAX_VALUE);
        int limit = request.query().integer("limit", EVENTS, 1, MAX_EVENTS);
        ThreadIndex.ThreadEntry entry = visible.entry(request.identity(), request.parameter("id"));
        List<Event> tail = context.store().load(entry.id(), from);
        List<EventEntryBody> range = new ArrayList<>();
        for (Event event : tail.subList(0, Math.min(limit, tail.size()))) {
            range.add(new EventEntryBody(from + range.size(), new JsonText(Event.CODEC.encode(event))));
        }
        int size = tail.isEmpty() ? entry.size() : from + tail.size();
        OptionalInt next = range.size() < tail.size() ? OptionalInt.of(from + range.size()) : OptionalInt.empty();
        return Responses.json(200, EventPageBodyCodec.INSTANCE, new EventPageBody(range, size, next));
    }
}
