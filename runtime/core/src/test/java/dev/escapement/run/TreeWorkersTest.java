package dev.escapement.run;

import static dev.escapement.run.ScriptedRun.events;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.engine.Outcome;
import dev.escapement.fixture.TestStep;
import dev.escapement.json.StaleCodeError;
import dev.escapement.model.ModelReply;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.DelegateEnded;
import dev.escapement.thread.DelegateStarted;
import dev.escapement.thread.Event;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tests that workers execute the threads of a tree, and that an executor executes the children of a reply concurrently. */
@Timeout(60)
class TreeWorkersTest {

    private final TestStep hand = TestStep.named("hand").delegates("Aide", false);
    private final TestStep close = TestStep.named("close").finishes();
    private final TestStep done = TestStep.named("done").finishes();
    private final TeamLoop lead = TeamLoop.of("Lead", hand, close);
    private final TeamLoop aide = TeamLoop.of("Aide", done);
    private final TeamModel model = new TeamModel()
            .script(
                    "Lead",
                    ModelReply.calls(hand.call("c1", "one"), hand.call("c2", "two")),
                    ModelReply.calls(close.call("c3", "ok")))
            .script("Aide", ModelReply.calls(done.call("d1", "found")));

    private Runner runner(ThreadStore store, TeamLoop first, TeamLoop... more) {
        return Runner.of(first, more).model(model).store(store).build();
    }

    private static Worker worker(ThreadStore store, Runner runner) {
        return Worker.of(store, runner).pollTime(Duration.ofMillis(5)).start();
    }

    private static AgentThread awaitEnd(ThreadStore store, String id) {
        WorkerFixture.await(
                () -> ((ThreadIndex) store).entry(id).orElseThrow().standing().phase() == Standing.Phase.FINISHED);
        return store.load(id).orElseThrow();
    }

    @Test
    void workerWithTheOtherLoopExecutesTheChildInMemory() {
        workerWithTheOtherLoopExecutesTheChild(new InMemoryThreadStore(), new ArrayList<>());
    }

    @Test
    void workerWithTheOtherLoopExecutesTheChildInFiles(@TempDir Path directory) {
        List<AgentThread> waiting = new ArrayList<>();
        workerWithTheOtherLoopExecutesTheChild(FileThreadStore.in(directory), waiting);
        assertEquals(1, waiting.size());
    }

    private void workerWithTheOtherLoopExecutesTheChild(ThreadStore store, List<AgentThread> waiting) {
        AgentThread started = runner(store, lead).start("t1", "go");
        assertFalse(started.hasEnded());
        waiting.add(started);
        try (Worker aides = worker(store, runner(store, aide));
                Worker leads = worker(store, runner(store, lead))) {
            AgentThread thread = awaitEnd(store, "t1");
            for (DelegateStarted child : events(thread, DelegateStarted.class)) {
                AgentThread ended = awaitEnd(store, child.threadId());
                assertTrue(ended.hasEnded());
            }
            assertEquals(2, events(thread, DelegateEnded.class).size());
            assertFalse(leads.status().draining() || aides.status().draining());
        }
    }

    @Test
    void oneRunnerServesAllItsAgentsInAWorker() {
        InMemoryThreadStore store = new InMemoryThreadStore();
        store.append(Append.of("t1", 0, new Event.Started(DeskRunners.AT, "Lead", "go")));
        try (Worker worker = worker(store, runner(store, lead, aide))) {
            assertTrue(awaitEnd(store, "t1").hasEnded());
            assertEquals(List.of("Lead", "Aide"), runner(store, lead, aide).agents());
            assertFalse(worker.status().draining());
        }
    }

    @Test
    void racingWorkersRecordEachEndOnce() {
        InMemoryThreadStore store = new InMemoryThreadStore();
        int trees = 20;
        try (Worker first = worker(store, runner(store, lead, aide));
                Worker second = worker(store, runner(store, aide, lead))) {
            Runner runner = runner(store, lead, aide);
            for (int i = 0; i < trees; i++) {
                AgentThread unused = runner.start("t" + i, "go");
            }
            for (int i = 0; i < trees; i++) {
                AgentThread thread = awaitEnd(store, "t" + i);
                assertEquals(
                        List.of("c1", "c2"),
                        events(thread, DelegateEnded.class).stream()
                                .map(DelegateEnded::callId)
                                .sorted()
                                .toList());
            }
            assertFalse(first.status().draining() || second.status().draining());
        }
    }

    @Test
    void executorExecutesTheChildrenOfAReplyConcurrently() throws InterruptedException {
        CyclicBarrier both = new CyclicBarrier(2);
        TeamLoop meeting = TeamLoop.of("Aide", done.body((text, context) -> {
            int unused = both.await(60, TimeUnit.SECONDS);
            return new Outcome.Finished("\"met\"");
        }));
        ExecutorService executor = Executors.newFixedThreadPool(2);
        try {
            AgentThread thread = Runner.of(lead, meeting)
                    .model(model)
                    .executor(executor)
                    .build()
                    .start("go");

            assertTrue(thread.hasEnded());
            assertEquals(
                    List.of("\"met\"", "\"met\""),
                    events(thread, DelegateEnded.class).stream()
                            .map(DelegateEnded::result)
                            .toList());
        } finally {
            executor.shutdown();
            assertTrue(executor.awaitTermination(60, TimeUnit.SECONDS));
        }
    }

    /** An interceptor with a context of the Java thread, such as that of a trace. */
    private static final class Contexts implements Interceptor {

        private final ThreadLocal<String> current = new ThreadLocal<>();
        private final Queue<String> seen = new ConcurrentLinkedQueue<>();

        @Override
        public DriveResult drive(AgentThread thread, Supplier<DriveResult> next) {
            seen.add(thread.agent() + " " + current.get());
            return next.get();
        }

        @Override
        public Runnable carry(Runnable work) {
            String carried = current.get();
            return () -> {
                String own = current.get();
                current.set(carried);
                try {
                    work.run();
                } finally {
                    current.set(own);
                }
            };
        }
    }

    @Test
    void concurrentChildrenHaveTheContextOfTheCaller() {
        Contexts contexts = new Contexts();
        CyclicBarrier both = new CyclicBarrier(2);
        TeamLoop meeting = TeamLoop.of("Aide", done.body((text, context) -> {
            int unused = both.await(60, TimeUnit.SECONDS);
            return new Outcome.Finished("\"met\"");
        }));
        Runner runner = Runner.of(lead, meeting)
                .model(model)
                .interceptor(contexts)
                .executor(task -> new Thread(task).start())
                .build();
        contexts.current.set("trace");

        assertTrue(runner.start("go").hasEnded());

        assertEquals(List.of("Lead trace", "Aide trace", "Aide trace", "Lead trace"), List.copyOf(contexts.seen));
    }

    @Test
    void childWithStaleCodeDoesNotEndItsSiblings() {
        AtomicBoolean stale = new AtomicBoolean(true);
        TestStep order = TestStep.named("order").delegates("Chief", false);
        TestStep joined = TestStep.named("hand").delegates("Aide", true);
        TeamLoop head = TeamLoop.of("Head", order, close).delegatingTo("Chief");
        TeamLoop chief = TeamLoop.of("Chief", joined, done).joining(result -> {
            if (stale.getAndSet(false)) {
                throw new StaleCodeError("shop.Chief", "shop.Aide", null);
            }
            return Outcome.returned();
        });
        model.script(
                        "Head",
                        ModelReply.calls(order.call("c1", "one"), order.call("c2", "two")),
                        ModelReply.calls(close.call("c3", "ok")))
                .script("Chief", ModelReply.calls(joined.call("e1", "it")), ModelReply.calls(done.call("e2", "met")));
        InMemoryThreadStore store = new InMemoryThreadStore();
        Runner runner = runner(store, head, chief, aide);

        DriveException thrown = assertThrows(DriveException.class, () -> runner.start("t1", "go"));

        assertEquals("t1", thrown.thread().id());
        assertEquals(
                List.of("c2"),
                events(thrown.thread(), DelegateEnded.class).stream()
                        .map(DelegateEnded::callId)
                        .toList());
        assertTrue(runner.resume("t1").hasEnded());
    }

    @Test
    void failingChildDoesNotEndItsSiblings() {
        model.script("Aide", "one");
        InMemoryThreadStore store = new InMemoryThreadStore();

        assertThrows(DriveException.class, () -> runner(store, lead, aide).start("t1", "go"));

        AgentThread thread = store.load("t1").orElseThrow();
        assertEquals(
                List.of("c2"),
                events(thread, DelegateEnded.class).stream()
                        .map(DelegateEnded::callId)
                        .toList());
    }
}
