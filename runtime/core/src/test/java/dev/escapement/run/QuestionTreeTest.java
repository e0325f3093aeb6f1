package dev.escapement.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.Effect;
import dev.escapement.fixture.TestLoop;
import dev.escapement.model.Usage;
import dev.escapement.run.Standing.Kind;
import dev.escapement.run.Standing.Phase;
import dev.escapement.testing.ForwardingStore;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Budget;
import dev.escapement.thread.DelegateEnded;
import dev.escapement.thread.DelegateStarted;
import dev.escapement.thread.Event;
import dev.escapement.thread.ParentCall;
import dev.escapement.thread.Start;
import dev.escapement.thread.StopCause;
import dev.escapement.tool.Call;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests of the questions of a thread and of the threads below it. */
class QuestionTreeTest {

    /** A kind of store. */
    enum TreeStore {
        MEMORY,
        FILES,
        WITHOUT_INDEX
    }

    private static final Budget FREE = Budget.UNLIMITED;

    @TempDir
    Path folder;

    private ThreadStore store(TreeStore kind) {
        return switch (kind) {
            case MEMORY -> new InMemoryThreadStore();
            case FILES -> FileThreadStore.in(folder.resolve("threads"));
            case WITHOUT_INDEX -> new ForwardingStore(new InMemoryThreadStore()) {};
        };
    }

    private static Instant at(int second) {
        return Instant.EPOCH.plusSeconds(second);
    }

    /** Creates a desk that delegates to orders, which delegates to the stock. Each of them has a question. */
    private static ThreadStore fill(ThreadStore store) {
        store.append(Append.of(
                        "t1",
                        0,
                        new Event.Started(at(0), "x.Desk", "A-1"),
                        reply(0, new Call("c1", "orders", "{}"), new Call("c2", "pay", "{\"cents\":5}")),
                        started("c1"),
                        delegate("c1", "x.Orders", "t1~o"),
                        new Event.ApprovalAsked(at(5), "c2", "Pay?", "ab12"))
                .with(waiting(question("c1", Kind.CHILD, 1), question("c2", Kind.APPROVAL, 5))));
        store.append(Append.of(
                        "t1~o",
                        0,
                        child("x.Orders", "t1", "c1", "x.Desk"),
                        reply(1, new Call("d1", "ask", "{}"), new Call("d2", "stock", "{}")),
                        started("d1"),
                        new Event.ReplyAsked(at(2), "d1", "Which?", "{\"type\":\"string\"}"),
                        started("d2"),
                        delegate("d2", "x.Stock", "t1~o~s"))
                .with(waiting(question("d1", Kind.REPLY, 2), question("d2", Kind.CHILD, 1))));
        store.append(
                Append.of("t1~o~s", 0, child("x.Stock", "t1~o", "d2", "x.Desk", "x.Orders"), text(3, "Which shelf?"))
                        .with(waiting(question("", Kind.MESSAGE, 3))));
        return store;
    }

    private static Event reply(int second, Call... calls) {
        return new Event.ModelReplied(at(second), "", List.of(calls), Usage.NONE);
    }

    private static Event text(int second, String text) {
        return new Event.ModelReplied(at(second), text, List.of(), Usage.NONE);
    }

    private static Event started(String callId) {
        return new Event.StepStarted(at(1), callId, Effect.WRITE, "k/" + callId, 1, "delegates");
    }

    private static Event delegate(String callId, String agent, String threadId) {
        return new DelegateStarted(at(1), callId, agent, threadId, Start.of("A-1"), FREE, false);
    }

    private static Event child(String agent, String parent, String callId, String... path) {
        ParentCall call = new ParentCall(parent, callId, List.of(path), 3);
        return new Event.Started(at(1), agent, Start.of("A-1"), FREE, Optional.of(call), Map.of(), Optional.empty());
    }

    private static Standing.Question question(String callId, Kind kind, int second) {
        return new Standing.Question(callId, kind, at(second), Optional.empty());
    }

    private static Standing waiting(Standing.Question... questions) {
        return new Standing(Phase.WAITING, Optional.empty(), List.of(questions));
    }

    private static List<String> listed(ThreadStore store, String id) {
        return ThreadInbox.of(store).questions(id).stream()
                .map(question -> String.join("/", question.path()) + " " + question.threadId() + " " + question.callId()
                        + " " + question.kind())
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void questionsOfTheTreeAreListedOldestFirst(TreeStore kind) {
        List<InboxQuestion> questions = ThreadInbox.of(fill(store(kind))).questions("t1");

        assertEquals(
                List.of(
                        new InboxQuestion(
                                List.of("x.Desk", "x.Orders"),
                                "t1~o",
                                question("d1", Kind.REPLY, 2),
                                Optional.of(new Call("d1", "ask", "{}")),
                                "Which?",
                                "{\"type\":\"string\"}",
                                ""),
                        new InboxQuestion(
                                List.of("x.Desk", "x.Orders", "x.Stock"),
                                "t1~o~s",
                                question("", Kind.MESSAGE, 3),
                                Optional.empty(),
                                "Which shelf?",
                                "",
                                ""),
                        new InboxQuestion(
                                List.of("x.Desk"),
                                "t1",
                                question("c2", Kind.APPROVAL, 5),
                                Optional.of(new Call("c2", "pay", "{\"cents\":5}")),
                                "Pay?",
                                "",
                                "ab12")),
                questions);
    }

    @ParameterizedTest
    @EnumSource
    void questionIsAnsweredWithTheIdOfTheChild(TreeStore kind) {
        ThreadStore store = fill(store(kind));

        ThreadInbox.of(store).reply("t1~o", "d1", "\"the red one\"");
        ThreadInbox.of(store).approve("t1", "c2", Approver.of("alice"));

        assertEquals(List.of("x.Desk/x.Orders/x.Stock t1~o~s  MESSAGE"), listed(store, "t1"));
    }

    @Test
    void questionsOfAChildHaveThePathFromTheRoot() {
        assertEquals(
                List.of("x.Desk/x.Orders t1~o d1 REPLY", "x.Desk/x.Orders/x.Stock t1~o~s  MESSAGE"),
                listed(fill(new InMemoryThreadStore()), "t1~o"));
    }

    @Test
    void openChildOfAnEndedParentIsListed() {
        ThreadStore store = fill(new InMemoryThreadStore());

        store.append(Append.of("t1", 5, new Event.Stopped(at(7), "", StopCause.CANCELLED, "enough"))
                .with(Standing.RUNNABLE));

        assertEquals(
                List.of("x.Desk/x.Orders t1~o d1 REPLY", "x.Desk/x.Orders/x.Stock t1~o~s  MESSAGE"),
                listed(store, "t1"));
    }

    @Test
    void childWhoseEndIsRecordedIsNotRead() {
        ThreadStore store = fill(new InMemoryThreadStore());
        store.append(Append.of("t1", 5, new DelegateEnded(at(6), "c1", true, "1", "", Usage.NONE, List.of(), false))
                .with(waiting(question("c2", Kind.APPROVAL, 5))));

        assertEquals(List.of("x.Desk t1 c2 APPROVAL"), listed(store, "t1"));
    }

    @Test
    void endedChildHasNoQuestions() {
        ThreadStore store = fill(new InMemoryThreadStore());
        store.append(Append.of("t1~o~s", 2, new Event.Stopped(at(7), "", StopCause.CANCELLED, "enough"))
                .with(Standing.RUNNABLE));

        assertEquals(List.of("x.Desk/x.Orders t1~o d1 REPLY", "x.Desk t1 c2 APPROVAL"), listed(store, "t1"));
    }

    @Test
    void missingAndErasedChildrenAreOmitted() {
        ThreadStore store = fill(new InMemoryThreadStore());
        store.erase("t1~o~s");
        assertEquals(List.of("x.Desk/x.Orders t1~o d1 REPLY", "x.Desk t1 c2 APPROVAL"), listed(store, "t1"));

        store.delete("t1~o");
        assertEquals(List.of("x.Desk t1 c2 APPROVAL"), listed(store, "t1"));
    }

    /** A damaged thread can name itself or another tree as its child. */
    @Test
    void threadOfAnotherParentIsOmitted() {
        ThreadStore store = new InMemoryThreadStore();
        store.append(Append.of(
                        "t1",
                        0,
                        new Event.Started(at(0), "x.Desk", "A-1"),
                        reply(0, new Call("c1", "a", "{}"), new Call("c2", "b", "{}"), new Call("c3", "c", "{}")),
                        delegate("c1", "x.Desk", "t1"),
                        delegate("c2", "x.Orders", "other"))
                .with(waiting(question("c1", Kind.CHILD, 1))));
        store.append(Append.of("other", 0, child("x.Orders", "t1", "c9", "x.Desk"), text(1, "Which?"))
                .with(waiting(question("", Kind.MESSAGE, 1))));

        assertEquals(List.of(), listed(store, "t1"));
    }

    @Test
    void questionOfAnEarlierPageIsAnsweredByAMessage() {
        Standing.Question waiting = question("", Kind.MESSAGE, 1);
        AgentThread thread =
                new AgentThread("t1", List.of(new Event.Started(at(0), "x.Desk", "A-1"), text(1, "Which?")));
        AgentThread answered = thread.with(new Event.MessageReceived(at(2), "The blue one", List.of()));

        assertEquals("Which?", InboxQuestion.of(thread, waiting).orElseThrow().text());
        assertEquals(Optional.empty(), InboxQuestion.of(answered, waiting));
    }

    @Test
    void rootOfEveryThreadIsFound() {
        ThreadInbox inbox = ThreadInbox.of(fill(new InMemoryThreadStore()));

        for (String id : List.of("t1", "t1~o", "t1~o~s")) {
            assertEquals("t1", inbox.root(id).id());
        }
    }

    @Test
    void missingParentIsReported() {
        ThreadStore store = fill(new InMemoryThreadStore());
        store.delete("t1");

        assertEquals(
                "t1",
                assertThrows(
                                UnknownThreadException.class,
                                () -> ThreadInbox.of(store).root("t1~o~s"))
                        .threadId());
    }

    @Test
    void entryOfTheIndexHasItsPathAndContent() {
        InMemoryThreadStore store = new InMemoryThreadStore();
        ThreadInbox inbox = ThreadInbox.of(fill(store));
        List<ThreadIndex.QuestionEntry> page = store.questions(
                        QuestionQuery.all().kind(Kind.REPLY).kind(Kind.CHILD))
                .entries();

        assertEquals(
                List.of("x.Desk CHILD", "x.Desk/x.Orders CHILD", "x.Desk/x.Orders REPLY"),
                page.stream()
                        .map(entry -> inbox.question(entry).orElseThrow())
                        .map(question -> String.join("/", question.path()) + " " + question.kind())
                        .toList());

        inbox.reply("t1~o", "d1", "\"the red one\"");
        assertTrue(inbox.question(page.get(2)).isEmpty());
        store.erase("t1~o");
        assertTrue(inbox.question(page.get(1)).isEmpty());
        store.delete("t1");
        assertTrue(inbox.question(page.get(0)).isEmpty());
    }

    @Test
    void inboxWithALoopListsThreadsOfOtherAgents() {
        ThreadInbox inbox = ThreadInbox.of(fill(new InMemoryThreadStore()), TestLoop.of());

        assertEquals(3, inbox.questions("t1").size());
    }
}
