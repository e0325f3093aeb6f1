package dev.escapement.testkit;

import static dev.escapement.testkit.Samples.message;
import static dev.escapement.testkit.Samples.started;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.run.Append;
import dev.escapement.run.QuestionQuery;
import dev.escapement.run.Standing;
import dev.escapement.run.Standing.Kind;
import dev.escapement.run.Standing.Phase;
import dev.escapement.run.ThreadIndex;
import dev.escapement.run.ThreadIndex.QuestionEntry;
import dev.escapement.thread.Start;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The contract of {@link dev.escapement.run.ThreadIndex#questions}. */
public abstract class QuestionIndexContract extends IndexContract {

    /** Creates the tests. */
    protected QuestionIndexContract() {}

    @Test
    void questionsOfStandingAreListed() {
        Instant deadline = Samples.AT.plusSeconds(3_600);
        Standing.Question approval = question("call_1", Kind.APPROVAL, 1, Optional.of(deadline));
        Standing.Question reply = question("call_2", Kind.REPLY, 2, Optional.empty());
        store().append(Append.of("t1", 0, started("A", Start.of("hello").label("tenant", "acme")))
                .with(waiting(approval, reply)));

        assertEquals(
                List.of(
                        new QuestionEntry("t1", "A", approval, Map.of("tenant", "acme")),
                        new QuestionEntry("t1", "A", reply, Map.of("tenant", "acme"))),
                index().questions(QuestionQuery.all()).entries(),
                "questions must list the questions of the last standing");
        assertEquals(
                List.of(approval, reply),
                entry("t1").standing().questions(),
                "the entry of the thread must have its questions in order");
    }

    @Test
    void threadWithoutQuestionsIsNotListed() {
        start("t1", Standing.of(Phase.WAITING));

        assertEquals(List.of(), questions(QuestionQuery.all()), "a thread without questions must not be listed");
    }

    @Test
    void questionsFollowStanding() {
        Standing.Question first = question("call_1", Kind.APPROVAL, 1, Optional.empty());
        Standing.Question second = question("call_2", Kind.APPROVAL, 2, Optional.empty());
        Standing.Question third = question("call_3", Kind.REPLY, 3, Optional.empty());
        start("t1", waiting(first, second));

        store().append(Append.of("t1", 1, message("a")).with(waiting(second, third)));
        assertEquals(
                List.of("t1/call_2", "t1/call_3"),
                questions(QuestionQuery.all()),
                "questions that are not in the last standing must not be listed");

        store().append(Append.of("t1", 2).with(Standing.of(Phase.FINISHED)));
        assertEquals(List.of(), questions(QuestionQuery.all()), "a thread without open questions must not be listed");
    }

    @Test
    void oldestQuestionComesFirst() {
        start("t1", waiting(question("call_1", Kind.REPLY, 5, Optional.empty())));
        start("t2", waiting(question("call_1", Kind.REPLY, 1, Optional.empty())));
        start("t3", waiting(question("call_1", Kind.REPLY, 3, Optional.empty())));

        assertEquals(
                List.of("t2/call_1", "t3/call_1", "t1/call_1"),
                questions(QuestionQuery.all()),
                "questions must be ordered by the time at which they were opened, the oldest first");
    }

    @Test
    void idsOrderQuestionsOfSameTime() {
        for (String id : List.of("b", "a", "😀", "\uffee", "B")) {
            start(
                    id,
                    waiting(
                            question("2", Kind.REPLY, 1, Optional.empty()),
                            question("10", Kind.REPLY, 1, Optional.empty())));
        }

        assertEquals(
                List.of("B/10", "B/2", "a/10", "a/2", "b/10", "b/2", "\uffee/10", "\uffee/2", "😀/10", "😀/2"),
                questions(QuestionQuery.all()),
                "questions of the same time must be ordered by the code points of the thread id and the call id");
    }

    @Test
    void kindsSelectQuestions() {
        int second = 0;
        for (Kind kind : Kind.values()) {
            String callId = kind == Kind.MESSAGE ? "" : "call_" + kind;
            start("t-" + kind, waiting(question(callId, kind, second++, Optional.empty())));
        }

        assertEquals(List.of("t-MESSAGE/"), questions(QuestionQuery.all().kind(Kind.MESSAGE)), "questions of one kind");
        assertEquals(
                List.of("t-APPROVAL/call_APPROVAL", "t-DECISION/call_DECISION"),
                questions(QuestionQuery.all().kind(Kind.DECISION).kind(Kind.APPROVAL)),
                "questions of one of two kinds");
        assertEquals(
                Kind.values().length,
                questions(QuestionQuery.all()).size(),
                "a query without kinds must return the questions of all kinds");
    }

    @Test
    void agentsAndLabelsSelectQuestions() {
        for (String agent : List.of("A", "B")) {
            for (String tenant : List.of("x", "y")) {
                Start start = Start.of("hello").label("tenant", tenant).label("user", "alice");
                store().append(Append.of(agent + tenant, 0, started(agent, start))
                        .with(waiting(question("c", Kind.APPROVAL, 1, Optional.empty()))));
            }
        }

        assertSelected(Set.of("Ax/c", "Ay/c"), QuestionQuery.all().agent("A"));
        assertSelected(
                Set.of("Ax/c", "Ay/c", "Bx/c", "By/c"),
                QuestionQuery.all().agent("A").agent("B"));
        assertSelected(Set.of("Ax/c", "Bx/c"), QuestionQuery.all().label("tenant", "x"));
        assertSelected(
                Set.of("Bx/c"),
                QuestionQuery.all().label("tenant", "x").label("user", "alice").agent("B"));
        assertSelected(Set.of(), QuestionQuery.all().label("tenant", "alice"));
    }

    @Test
    void pagesContainEachQuestionOnce() {
        for (int i = 0; i < 6; i++) {
            start(
                    "t" + i,
                    waiting(
                            question("call_1", Kind.APPROVAL, i % 2, Optional.empty()),
                            question("call_2", Kind.REPLY, i % 3, Optional.empty())));
        }
        List<String> all = questions(QuestionQuery.all());

        assertEquals(12, all.size(), "one page must list all questions");
        for (int limit : List.of(1, 5, 11, 12)) {
            assertEquals(
                    all,
                    pages(QuestionQuery.all().limit(limit)),
                    () -> "the pages of " + limit + " must have the questions of one large page in the same order");
        }
        assertEquals(
                Optional.empty(),
                index().questions(QuestionQuery.all().limit(12)).next(),
                "a page that ends with the last question must not have a cursor");
    }

    @Test
    void pagesAreStableUnderAnswers() {
        for (int i = 0; i < 9; i++) {
            start("t" + i, waiting(question("c", Kind.APPROVAL, i, Optional.empty())));
        }
        List<String> all = questions(QuestionQuery.all());

        List<String> seen = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            ThreadIndex.Page<QuestionEntry> page =
                    index().questions(page(QuestionQuery.all().limit(3), cursor));
            for (QuestionEntry entry : page.entries()) {
                seen.add(entry.threadId() + "/" + entry.question().callId());
                store().append(Append.of(entry.threadId(), 1, message("answer")));
            }
            cursor = page.next();
        } while (cursor.isPresent());

        assertEquals(all, seen, "questions that are answered meanwhile must not shift the following pages");
    }

    @Test
    void deletedThreadHasNoQuestions() {
        start("t1", waiting(question("c", Kind.APPROVAL, 1, Optional.empty())));
        store().delete("t1");

        assertEquals(List.of(), questions(QuestionQuery.all()), "questions of a deleted thread must not be listed");
        start("t1");
        assertEquals(
                List.of(), questions(QuestionQuery.all()), "a new thread must not have questions of a deleted one");
    }

    @Test
    void erasedThreadHasNoQuestions() {
        start("t1", waiting(question("c", Kind.APPROVAL, 1, Optional.empty())));
        store().erase("t1");

        assertEquals(List.of(), questions(QuestionQuery.all()), "questions of an erased thread must not be listed");
    }

    private void assertSelected(Set<String> expected, QuestionQuery query) {
        assertEquals(
                expected,
                Set.copyOf(questions(query)),
                () -> "questions of the agents " + query.agents() + " with the labels " + query.labels());
    }

    private List<String> pages(QuestionQuery query) {
        List<String> seen = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            ThreadIndex.Page<QuestionEntry> page = index().questions(page(query, cursor));
            page.entries()
                    .forEach(entry ->
                            seen.add(entry.threadId() + "/" + entry.question().callId()));
            cursor = page.next();
            assertTrue(seen.size() <= 10_000, "the pages must end");
        } while (cursor.isPresent());
        return seen;
    }

    private static QuestionQuery page(QuestionQuery query, Optional<String> cursor) {
        return cursor.map(query::after).orElse(query);
    }
}
