package dev.escapement.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.engine.ModelMessages;
import dev.escapement.model.Message;
import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.run.Append;
import dev.escapement.run.Approver;
import dev.escapement.run.ErasedThreadException;
import dev.escapement.run.InboxQuestion;
import dev.escapement.run.Retention;
import dev.escapement.run.Runner;
import dev.escapement.run.Standing;
import dev.escapement.run.ThreadInbox;
import dev.escapement.run.ThreadQueue;
import dev.escapement.run.TransactionalStore;
import dev.escapement.testkit.TransactionalFixture;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.DelegateEnded;
import dev.escapement.thread.DelegateStarted;
import dev.escapement.thread.Event;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests of a thread and its child on each database. The processes that execute them have separate stores. */
abstract class ThreadTreeContract {

    private static final ModelReply CLOSE = ModelReply.calls(TreeLoop.CLOSE.call("z"));

    private TransactionalFixture fixture;
    private JdbcThreadStore store;
    private Map<String, List<ModelReply>> replies;

    abstract TransactionalFixture newFixture() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        fixture = newFixture();
        store = open();
        replies = Map.of(
                "Front", List.of(ModelReply.calls(TreeLoop.HAND.call("h")), CLOSE),
                "Back", List.of(ModelReply.calls(TreeLoop.BOOK.call("b")), CLOSE));
    }

    @AfterEach
    void removeStore() throws Exception {
        fixture.close();
    }

    private JdbcThreadStore open() throws Exception {
        return (JdbcThreadStore) fixture.open();
    }

    private TreeLoop loop(String agent) {
        return new TreeLoop(agent, fixture::insertRow);
    }

    private Runner runner(TransactionalStore used, String agent, String... more) {
        Model model = request -> replies.get(request.prompt()).get((int) request.messages().stream()
                .filter(Message.Assistant.class::isInstance)
                .count());
        TreeLoop[] others = List.of(more).stream().map(this::loop).toArray(TreeLoop[]::new);
        return Runner.of(loop(agent), others).model(model).store(used).build();
    }

    /** Executes all threads of an agent that are due, as a worker of another process does. */
    private void work(String agent) throws Exception {
        try (JdbcThreadStore other = open()) {
            Runner runner = runner(other, agent);
            for (ThreadQueue.Claim claim : other.claim(Set.of(agent), 10, Duration.ofSeconds(30))) {
                AgentThread unused = runner.drive(claim.lease());
            }
        }
    }

    private AgentThread thread(String id) {
        return store.load(id).orElseThrow();
    }

    private static <E extends Event> List<E> events(AgentThread thread, Class<E> type) {
        return thread.events().stream().filter(type::isInstance).map(type::cast).toList();
    }

    private String child(String parent) {
        return events(thread(parent), DelegateStarted.class).get(0).threadId();
    }

    private Standing.Phase phase(String id) {
        return store.entry(id).orElseThrow().standing().phase();
    }

    private void assertFinished(String parent) throws Exception {
        AgentThread thread = thread(parent);
        assertEquals(Standing.Phase.FINISHED, phase(parent), thread::toString);
        assertEquals(Standing.Phase.FINISHED, phase(child(parent)));
        assertEquals(1, events(thread, DelegateEnded.class).size());
        assertEquals("\"closed\"", events(thread, DelegateEnded.class).get(0).result());
    }

    @Test
    void workerOfAnotherProcessExecutesTheChild() throws Exception {
        AgentThread started = runner(store, "Front").start("t1", "go");
        assertFalse(started.hasEnded());
        assertEquals(Standing.Phase.WAITING, phase("t1"));
        assertEquals(Standing.Phase.RUNNABLE, phase(child("t1")));

        work("Back");
        work("Front");

        assertFinished("t1");
        assertEquals(1, fixture.countRows());
    }

    @Test
    void runnerOfBothAgentsExecutesTheTree() throws Exception {
        assertTrue(runner(store, "Front", "Back").start("t1", "go").hasEnded());

        assertFinished("t1");
        assertEquals(1, fixture.countRows());
    }

    /** The end of a process. */
    private static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Returns a store whose process ends before an event of a type is appended. */
    private TransactionalStore crashingBefore(Class<? extends Event> type) {
        return (TransactionalStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), JdbcThreadStore.class.getInterfaces(), (proxy, method, arguments) -> {
                    if (method.getName().equals("append")
                            && ((Append) arguments[0]).events().stream().anyMatch(type::isInstance)) {
                        throw new Crash();
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void crashBeforeTheReport() {
        Runner crashing = runner(crashingBefore(DelegateEnded.class), "Front", "Back");
        assertThrows(Crash.class, () -> crashing.start("t1", "go"));
        assertTrue(thread(child("t1")).hasEnded());
        assertEquals(0, events(thread("t1"), DelegateEnded.class).size());
    }

    @Test
    void workerReportsTheEndAfterACrash() throws Exception {
        crashBeforeTheReport();
        assertEquals(Standing.Phase.RUNNABLE, phase(child("t1")));

        work("Back");
        work("Front");

        assertFinished("t1");
        assertEquals(1, fixture.countRows(), "the transactional step ran once");
    }

    @Test
    void runnerReportsTheEndAfterACrash() throws Exception {
        crashBeforeTheReport();

        assertTrue(runner(store, "Front", "Back").resume("t1").hasEnded());

        assertFinished("t1");
        assertEquals(1, fixture.countRows());
    }

    @Test
    void rowOfAStepWhoseOutcomeIsNotStoredIsRolledBack() throws Exception {
        TransactionalStore used = store;
        AgentThread unused = runner(used, "Front").start("t1", "go");
        TreeLoop failing = new TreeLoop("Back", (resources, value) -> {
            fixture.insertRow(resources, value);
            throw new Crash();
        });
        replies = Map.of("Back", List.of(ModelReply.calls(TreeLoop.BOOK.call("b")), CLOSE), "Front", List.of(CLOSE));
        Runner back = Runner.of(failing)
                .model(request -> replies.get("Back").get(request.messages().size() > 1 ? 1 : 0))
                .store(used)
                .build();

        AgentThread child = back.resume(child("t1"));

        assertTrue(child.hasEnded());
        assertEquals(0, fixture.countRows());
        assertEquals(1, events(child, Event.StepFailed.class).size());
    }

    @Test
    void inboxWithoutLoopsCancelsTheTree() throws Exception {
        AgentThread unused = runner(store, "Front").start("t1", "go");

        AgentThread cancelled = ThreadInbox.of(open()).cancel("t1", "enough");

        assertTrue(cancelled.hasEnded());
        assertEquals(Standing.Phase.STOPPED, phase("t1"));
        assertEquals(Standing.Phase.STOPPED, phase(child("t1")));
        assertEquals(Map.of(), thread("t1").state().delegates());
        work("Back");
        assertEquals(0, fixture.countRows());
    }

    @Test
    void copyOfAParentHasItsOwnChild() throws Exception {
        Runner front = runner(store, "Front");
        AgentThread started = front.start("t1", "go");

        AgentThread copy = front.fork("t1", started.events().size(), "t2");

        assertFalse(copy.hasEnded());
        assertNotEquals(child("t1"), child("t2"));
        work("Back");
        work("Front");
        assertFinished("t1");
        assertFinished("t2");
        assertEquals(2, fixture.countRows());
    }

    @Test
    void runnerOfBothAgentsExecutesTheChildOfACopy() throws Exception {
        AgentThread started = runner(store, "Front").start("t1", "go");

        AgentThread copy =
                runner(store, "Front", "Back").fork("t1", started.events().size(), "t2");

        assertTrue(copy.hasEnded());
        assertFinished("t2");
        assertFalse(thread("t1").hasEnded());
        assertEquals(1, thread(child("t1")).events().size());
    }

    @Test
    void questionOfTheChildIsAQuestionOfTheTree() throws Exception {
        replies =
                Map.of("Front", replies.get("Front"), "Back", List.of(ModelReply.calls(TreeLoop.PAY.call("p")), CLOSE));
        Runner runner = runner(store, "Front", "Back");
        AgentThread unused = runner.start("t1", "go");

        List<InboxQuestion> questions = ThreadInbox.of(open()).questions("t1");

        assertEquals(1, questions.size());
        assertEquals(List.of("Front", "Back"), questions.get(0).path());
        assertEquals("Pay?", questions.get(0).text());
        AgentThread child = runner.approve(questions.get(0).threadId(), "p", Approver.of("alice"));
        assertTrue(child.hasEnded());
        assertFinished("t1");
        assertEquals(List.of(), ThreadInbox.of(store).questions("t1"));
    }

    @Test
    void retentionKeepsAChildUntilItsEndIsRecorded() throws Exception {
        crashBeforeTheReport();
        Retention retention = Retention.of(store)
                .deleteAfter(Standing.Phase.FINISHED, Duration.ZERO)
                .deleteAfter(Standing.Phase.STOPPED, Duration.ZERO);

        assertEquals(0, retention.apply(fixture.now().plusSeconds(1)));

        work("Back");
        work("Front");
        assertFinished("t1");
        assertEquals(2, retention.apply(fixture.now().plusSeconds(1)));
    }

    @Test
    void erasedChildIsAFailureOfTheCall() throws Exception {
        Runner front = runner(store, "Front");
        AgentThread unused = front.start("t1", "go");
        assertTrue(store.erase(child("t1")));

        assertTrue(front.resume("t1").hasEnded());

        DelegateEnded ended = events(thread("t1"), DelegateEnded.class).get(0);
        assertFalse(ended.succeeded());
        assertEquals(ModelMessages.childErased("Back"), ended.result());
    }

    @Test
    void childOfAnErasedParentEndsWithoutAReport() throws Exception {
        AgentThread unused = runner(store, "Front").start("t1", "go");
        String child = child("t1");
        assertTrue(store.erase("t1"));

        work("Back");

        assertEquals(Standing.Phase.FINISHED, phase(child));
        assertThrows(ErasedThreadException.class, () -> store.load("t1"));
    }

    @Test
    void childOfADeletedParentEndsWithoutAReport() throws Exception {
        AgentThread unused = runner(store, "Front").start("t1", "go");
        String child = child("t1");
        assertTrue(store.delete("t1"));

        work("Back");

        assertEquals(Standing.Phase.FINISHED, phase(child));
        assertTrue(store.load("t1").isEmpty());
    }
}
