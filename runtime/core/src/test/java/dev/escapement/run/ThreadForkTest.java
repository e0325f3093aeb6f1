package dev.escapement.run;

import static dev.escapement.run.ScriptedRun.ALICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.Effect;
import dev.escapement.engine.EventFactory;
import dev.escapement.engine.Outcome;
import dev.escapement.engine.Replay;
import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.model.ModelReply;
import dev.escapement.model.Usage;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Budget;
import dev.escapement.thread.DelegateEnded;
import dev.escapement.thread.DelegateStarted;
import dev.escapement.thread.Event;
import dev.escapement.thread.ParentCall;
import dev.escapement.thread.Start;
import dev.escapement.thread.ThreadOrigin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of copies of threads that continue from a position. */
class ThreadForkTest {

    @TempDir
    Path folder;

    private final List<String> keys = new ArrayList<>();
    private final List<Event> heard = new ArrayList<>();
    private final TestStep pay = TestStep.named("pay").asking("Pay?").body((text, context) -> {
        keys.add(context.idempotencyKey());
        return Outcome.returned();
    });
    private final TestLoop loop = TestLoop.of(pay);

    private ThreadStore store(String kind) {
        return kind.equals("memory") ? new InMemoryThreadStore(DeskRunners.CLOCK) : FileThreadStore.in(folder);
    }

    private Runner runner(ThreadStore store) {
        return Runner.of(loop)
                .model(request ->
                        request.messages().size() == 1 ? ModelReply.calls(pay.call("a", "x")) : ModelReply.text("done"))
                .store(store)
                .clock(DeskRunners.CLOCK)
                .listener((thread, event) -> heard.add(event))
                .build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "files"})
    void copyContinuesWithAnotherDecision(String kind) {
        ThreadStore store = store(kind);
        Runner runner = runner(store);
        runner.start("t1", "go");
        AgentThread original = runner.refuse("t1", "a", ALICE, "Not now.");

        AgentThread copy = runner.fork("t1", 3, "t2");

        assertEquals(original.events().subList(1, 3), copy.events().subList(1, 3));
        assertEquals(
                Optional.of(new ThreadOrigin("t1", 3)),
                ((Event.Started) copy.events().get(0)).origin());
        AgentThread paid = runner.approve("t2", "a", ALICE);
        assertEquals(List.of("t2/1/a"), keys);
        assertEquals(original, store.load("t1").orElseThrow());
        assertTrue(Replay.verify(loop, paid).isVerified());
        assertEquals(paid, store.load("t2").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "files"})
    void copyCanBeMadeAtEveryPosition(String kind) {
        Runner runner = runner(store(kind));
        runner.start("t1", "go");
        AgentThread original = runner.approve("t1", "a", ALICE);
        keys.clear();

        for (int position = 1; position <= original.events().size(); position++) {
            AgentThread copy = runner.fork("t1", position, "copy-" + position);

            assertEquals(original.events().subList(1, position), copy.events().subList(1, position));
            assertTrue(Replay.verify(loop, copy).isVerified());
            assertTrue(runner.verify(copy.id()).isVerified());
        }
        // Of the copies after the approval, only those without the result run the step.
        assertEquals(List.of("copy-4/1/a", "copy-5/1/a", "t1/1/a"), keys);
    }

    @Test
    void stepWithAnUnknownOutcomeKeepsItsKey() {
        TestStep put = TestStep.named("put").effect(Effect.IDEMPOTENT).body((text, context) -> {
            keys.add(context.idempotencyKey());
            return Outcome.returned();
        });
        TestLoop puts = TestLoop.of(put);
        ScriptedRun run = ScriptedRun.of(
                puts, ModelReply.calls(put.call("a", "x")), ModelReply.text("done"), ModelReply.text("done"));
        run.start();

        AgentThread copy = run.runner().fork("t1", 3, "t2");

        assertEquals(List.of("t1/1/a", "t1/1/a"), keys);
        assertInstanceOf(Event.ModelReplied.class, copy.last());
        assertTrue(Replay.verify(puts, copy).isVerified());
    }

    @Test
    void copyOfACopyIsVerified() {
        Runner runner = runner(store("memory"));
        runner.start("t1", "go");
        runner.approve("t1", "a", ALICE);
        runner.fork("t1", 6, "t2");

        AgentThread copy = runner.fork("t2", 6, "t3");

        assertEquals(
                Optional.of(new ThreadOrigin("t2", 6)),
                ((Event.Started) copy.events().get(0)).origin());
        assertTrue(Replay.verify(loop, copy).isVerified());
    }

    @Test
    void listenerReceivesOnlyTheEventsOfTheCopy() {
        Runner runner = runner(store("memory"));
        runner.start("t1", "go");
        heard.clear();

        AgentThread copy = runner.fork("t1", 1, "t2");

        assertEquals(copy.events().subList(1, 3), heard);
    }

    @Test
    void waitingCopyIsListedAsWaiting() {
        InMemoryThreadStore store = new InMemoryThreadStore(DeskRunners.CLOCK);
        Runner runner = runner(store);
        runner.start("t1", "go");

        runner.fork("t1", 3, "t2");

        assertEquals(
                store.entry("t1").orElseThrow().standing().phase(),
                store.entry("t2").orElseThrow().standing().phase());
    }

    @Test
    void impossibleCopiesAreRejected() {
        Runner runner = runner(store("memory"));
        runner.start("t1", "go");
        runner.start("t2", "go");

        assertThrows(IllegalArgumentException.class, () -> runner.fork("t1", 0, "t3"));
        assertThrows(IllegalArgumentException.class, () -> runner.fork("t1", 4, "t3"));
        assertThrows(IllegalArgumentException.class, () -> runner.fork("t1", 2, "t1"));
        assertThrows(ThreadExistsException.class, () -> runner.fork("t1", 2, "t2"));
        assertThrows(UnknownThreadException.class, () -> runner.fork("t4", 2, "t5"));
    }

    /** An ended child remains that of the original, because its result is in the copy. */
    @Test
    void openChildIsAnotherOneInTheCopy() {
        Event started = new Event.Started(
                DeskRunners.AT,
                "Test",
                Start.of("go"),
                Budget.UNLIMITED,
                Optional.of(new ParentCall("p", "c", List.of("Parent"), 3)),
                Map.of(),
                Optional.empty());
        Event replied =
                new Event.ModelReplied(DeskRunners.AT, "", List.of(pay.call("a", "x"), pay.call("b", "x")), Usage.NONE);
        AgentThread original = new AgentThread(
                "t1",
                List.of(
                        started,
                        replied,
                        delegated("a", "t1~1"),
                        delegated("b", "t1~2"),
                        new DelegateEnded(DeskRunners.AT, "b", true, "1", "", Usage.NONE, List.of(), false)));

        List<Event> copied = EventFactory.forked(original, 5, "t2");

        assertTrue(((DelegateStarted) copied.get(2)).threadId().startsWith("t2~"));
        assertEquals("t1~2", ((DelegateStarted) copied.get(3)).threadId());
        assertEquals(Optional.empty(), ((Event.Started) copied.get(0)).parent());
    }

    private static DelegateStarted delegated(String callId, String threadId) {
        return new DelegateStarted(DeskRunners.AT, callId, "Child", threadId, Start.of("x"), Budget.UNLIMITED, false);
    }
}
