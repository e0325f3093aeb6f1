package dev.escapement.run;

import static dev.escapement.run.WorkerFixture.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.content.Content;
import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.model.ModelReply;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Budget;
import dev.escapement.thread.Event;
import dev.escapement.thread.Start;
import dev.escapement.thread.ThreadOrigin;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Tests of threads whose start a runner records and that a worker executes. */
class StartQueueTest {

    private final WorkerFixture fixture = new WorkerFixture();
    private final InMemoryThreadStore store = fixture.store;
    private final AtomicInteger requests = new AtomicInteger();
    private final List<Event> heard = new CopyOnWriteArrayList<>();
    private final TestStep pay = TestStep.named("pay").asking("Pay?");
    private final TestLoop loop = TestLoop.of(pay);
    private final Runner runner = runner(loop);

    private Runner runner(TestLoop loop) {
        return Runner.of(loop)
                .model(request -> {
                    requests.incrementAndGet();
                    return request.messages().size() == 1
                            ? ModelReply.calls(pay.call("a", "x"))
                            : ModelReply.text("done");
                })
                .store(store)
                .listener((thread, event) -> heard.add(event))
                .budget(Budget.UNLIMITED.withSteps(7))
                .build();
    }

    @Test
    void enqueuedThreadIsNotExecuted() {
        AgentThread thread = runner.enqueue("t1", Start.of("go"));

        assertEquals(0, requests.get());
        assertEquals(1, thread.events().size());
        assertEquals(Optional.of(thread), store.load("t1"));
        assertEquals(
                Standing.Phase.RUNNABLE,
                store.entry("t1").orElseThrow().standing().phase());
        assertEquals(List.of(), heard);
    }

    @Test
    void enqueuedStartEqualsThatOfAStartedThread() {
        Start start = Start.of("go").label("tenant", "acme");
        Event.Started started =
                (Event.Started) runner.start("t1", start).events().get(0);

        Event.Started enqueued = (Event.Started) runner.enqueue("t2", start).last();

        assertEquals(start, enqueued.start());
        assertEquals(started.budget(), enqueued.budget());
        assertEquals(started.versions(), enqueued.versions());
        assertEquals(started.agent(), enqueued.agent());
    }

    @Test
    void workerExecutesAnEnqueuedThread() {
        AgentThread thread = runner.enqueue("t1", Start.of("go"));

        try (Worker worker = fixture.start(runner)) {
            await(() -> worker.status().completed() == 1);

            assertEquals(1, requests.get());
            assertEquals(thread.last(), heard.get(0));
            assertInstanceOf(Event.ApprovalAsked.class, heard.get(heard.size() - 1));
        }
    }

    @Test
    void resumeExecutesAnEnqueuedThread() {
        runner.enqueue("t1", Start.of("go"));

        assertInstanceOf(Event.ApprovalAsked.class, runner.resume("t1").last());
    }

    @Test
    void secondStartWithAnIdIsRejected() {
        Start start = Start.of("go").label("tenant", "acme");
        AgentThread thread = runner.enqueue("t1", start);

        ThreadExistsException exists = assertThrows(ThreadExistsException.class, () -> runner.enqueue("t1", start));

        assertEquals(thread, exists.thread());
        assertEquals(start, exists.thread().start());
        assertEquals(Optional.of(thread), store.load("t1"));
    }

    @Test
    void invalidInputIsNotEnqueued() {
        Content.File absent = new Content.File("image/png", "a.png", "0".repeat(64), 3);

        assertThrows(InvalidInputException.class, () -> runner.enqueue("t1", Start.of(" ")));
        assertThrows(InvalidInputException.class, () -> runner.enqueue("t1", Start.of("go", absent)));

        assertEquals(Optional.empty(), store.load("t1"));
    }

    @Test
    void idOfAnotherAgentsThreadIsRejected() {
        runner(loop.named("Other")).enqueue("t1", Start.of("go"));

        assertThrows(WrongAgentException.class, () -> runner.enqueue("t1", Start.of("go")));
    }

    @Test
    void enqueuedForkIsNotExecuted() {
        AgentThread original = runner.start("t1", "go");
        heard.clear();

        AgentThread copy = runner.enqueueFork("t1", 2, "t2");

        assertEquals(1, requests.get());
        assertEquals(
                Optional.of(new ThreadOrigin("t1", 2)),
                ((Event.Started) copy.events().get(0)).origin());
        assertEquals(original.events().subList(1, 2), copy.events().subList(1, 2));
        assertEquals(Optional.of(copy), store.load("t2"));
        assertEquals(
                Standing.Phase.RUNNABLE,
                store.entry("t2").orElseThrow().standing().phase());
        assertEquals(List.of(), heard);
    }

    @Test
    void workerExecutesAnEnqueuedFork() {
        runner.start("t1", "go");
        heard.clear();
        AgentThread copy = runner.enqueueFork("t1", 2, "t2");

        try (Worker worker = fixture.start(runner)) {
            await(() -> worker.status().completed() == 1);

            AgentThread executed = store.load("t2").orElseThrow();
            assertInstanceOf(Event.ApprovalAsked.class, executed.last());
            assertEquals(
                    executed.events()
                            .subList(copy.events().size(), executed.events().size()),
                    heard);
            assertEquals(
                    Standing.Phase.WAITING,
                    store.entry("t2").orElseThrow().standing().phase());
        }
    }

    @Test
    void impossibleForksAreRejected() {
        runner.start("t1", "go");
        runner.start("t2", "go");

        assertThrows(IllegalArgumentException.class, () -> runner.enqueueFork("t1", 4, "t3"));
        assertThrows(IllegalArgumentException.class, () -> runner.enqueueFork("t1", 2, "t1"));
        assertThrows(ThreadExistsException.class, () -> runner.enqueueFork("t1", 2, "t2"));
        assertThrows(UnknownThreadException.class, () -> runner.enqueueFork("t4", 2, "t5"));
    }
}
