package dev.escapement.server.threads;

import dev.escapement.run.CorruptThreadException;
import dev.escapement.run.ErasedThreadException;
import dev.escapement.run.InboxQuestion;
import dev.escapement.run.NewerThreadException;
import dev.escapement.run.QuestionQuery;
import dev.escapement.run.ThreadIndex;
import dev.escapement.server.Identity;
import dev.escapement.server.ServerResponse;
import dev.escapement.server.body.QuestionBody;
import dev.escapement.server.body.QuestionPageBody;
import dev.escapement.server.body.QuestionPageBodyCodec;
import dev.escapement.server.http.Access;
import dev.escapement.server.http.RequestContext;
import dev.escapement.server.http.Responses;
import dev.escapement.server.http.Route;
import dev.escapement.server.http.RouteGroup;
import dev.escapement.server.http.RouteOperation;
import dev.escapement.server.http.ServerContext;
import dev.escapement.server.security.VisibleThreads;
import dev.escapement.thread.AgentThread;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The endpoints that list open questions. */
public final class QuestionRoutes implements RouteGroup {
    private static final System.Logger LOGGER = System.getLogger("dev.escapement.server");

    /** The number of pages of the index after which a page ends although it is not full, so that each request is bounded. */
    private static final int MAX_PAGES = 20;

    private final ServerContext context;
    private final VisibleThreads visible;
    private final QuestionViews views;

    /**
     * Creates the endpoints.
     *
     * @param context the parts of the application
     */
    public QuestionRoutes(ServerContext context) {
        this.context = context;
        this.visible = new VisibleThreads(context);
        this.views = new QuestionViews(context);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                new Route(
                        "GET",
                        "/api/questions",
                        Access.READER,
                        new RouteOperation(
                                "listQuestions",
                                "Lists open questions, the oldest first.",
                                QueryFilters.QUESTIONS,
                                ApiSchemas.none(),
                                Map.of(200, Optional.of(ApiSchemas.QUESTION_PAGE))),
                        this::list),
                new Route(
                        "GET",
                        "/api/threads/{id}/questions",
                        Access.READER,
                        new RouteOperation(
                                "listThreadQuestions",
                                "Lists the open questions of a thread and of its child threads.",
                                List.of(),
                                ApiSchemas.none(),
                                Map.of(200, Optional.of(ApiSchemas.QUESTION_PAGE))),
                        this::ofThread));
    }

    private ServerResponse list(RequestContext request) {
        boolean isMine = QueryFilters.isMine(request.query());
        QuestionPageBody page = VisibleThreads.restrict(request.identity(), QueryFilters.questions(request.query()))
                .map(query -> page(request.identity(), query, isMine))
                .orElseGet(() -> new QuestionPageBody(List.of(), Optional.empty()));
        return Responses.json(200, QuestionPageBodyCodec.INSTANCE, page);
    }

    /** Returns a page. Reads further pages of the index in place of questions that the identity may not decide. */
    private QuestionPageBody page(Identity identity, QuestionQuery query, boolean isMine) {
        Map<String, Optional<AgentThread>> threads = new HashMap<>();
        List<QuestionBody> questions = new ArrayList<>();
        QuestionQuery rest = query;
        for (int pages = 1; true; pages++) {
            QuestionQuery current = rest;
            ThreadIndex.Page<ThreadIndex.QuestionEntry> page =
                    QueryFilters.page(query.after(), () -> context.index().questions(current));
            for (ThreadIndex.QuestionEntry entry : page.entries()) {
                question(identity, entry, threads)
                        .filter(question -> !isMine || QuestionViews.isDecidable(question))
                        .ifPresent(questions::add);
            }
            int missing = query.limit() - questions.size();
            if (page.next().isEmpty() || missing == 0 || pages == MAX_PAGES) {
                return new QuestionPageBody(questions, page.next());
            }
            rest = query.after(page.next().get()).limit(missing);
        }
    }

    private Optional<QuestionBody> question(
            Identity identity, ThreadIndex.QuestionEntry entry, Map<String, Optional<AgentThread>> threads) {
        return threads.computeIfAbsent(entry.threadId(), this::load)
                .flatMap(thread -> InboxQuestion.of(thread, entry.question())
                        .map(question -> views.of(identity, thread, entry.labels(), question)));
    }

    /** Returns a thread; empty if this release cannot read it, because one such thread must not hide the others. */
    private Optional<AgentThread> load(String id) {
        try {
            return context.store().load(id);
        } catch (ErasedThreadException e) {
            return Optional.empty();
        } catch (NewerThreadException | CorruptThreadException e) {
            LOGGER.log(
                    Level.WARNING,
                    "A list of questions omits those of a thread that cannot be read: {0}.",
                    e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private ServerResponse ofThread(RequestContext request) {
        String id = visible.entry(request.identity(), request.parameter("id")).id();
        List<QuestionBody> questions = new ArrayList<>();
        Map<String, Optional<AgentThread>> threads = new HashMap<>();
        for (InboxQuestion question : context.inbox().questions(id)) {
            threads.computeIfAbsent(question.threadId(), this::load)
                    .flatMap(thread -> InboxQuestion.of(thread, question.question()) // of the version of its hash
                            .map(current -> views.of(request.identity(), thread, labels(thread.id()), current)))
                    .ifPresent(questions::add);
        }
        return Responses.json(200, QuestionPageBodyCodec.INSTANCE, new QuestionPageBody(questions, Optional.empty()));
    }

    private Map<String, String> labels(String id) {
        return context.index().entry(id).map(ThreadIndex.ThreadEntry::labels).orElse(Map.of());
    }
}
