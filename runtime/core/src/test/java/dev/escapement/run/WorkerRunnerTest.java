package dev.escapement.run;

import static dev.escapement.run.WorkerFixture.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.engine.AgentLoop;
import dev.escapement.engine.Schedule;
import dev.escapement.fixture.RecordedLog;
import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ScriptedModel;
import dev.escapement.thread.Event;
import dev.escapement.thread.Start;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Tests of a worker with the runner that applications use. */
class WorkerRunnerTest {

    private static final Schedule EACH_MINUTE = new Schedule("report", "* * * * *", ZoneId.of("UTC"));

    private final WorkerFixture fixture = new WorkerFixture();
    private final InMemoryThreadStore store = fixture.store;
    private final TestStep asking = TestStep.named("work").asking("Run it?");
    private final TestLoop loop = TestLoop.of(asking);

    @Test
    void decisionIsExecutedInTheBackground() {
        Runner runner =
                runner(loop, ScriptedModel.of(ModelReply.calls(asking.call("c1", "x")), ModelReply.text("Done")));
        fixture.due("t1");

        try (Worker worker = fixture.start(runner)) {
            awaitQuestion("t1", Standing.Kind.APPROVAL);
            await(() -> worker.status().completed() == 1);
            ThreadInbox.of(store).approve("t1", "c1", Approver.of("alice"));
            worker.wake();
            awaitQuestion("t1", Standing.Kind.MESSAGE);
            await(() -> worker.status().completed() == 2);

            assertEquals(2, worker.status().claimed());
        }
    }

    @Test
    void failureOfTheModelIsRepeated() {
        AtomicInteger requests = new AtomicInteger();
        Model model = request -> {
            if (requests.incrementAndGet() <= 2) {
                throw DeskRunners.overloaded();
            }
            return ModelReply.text("Done");
        };
        fixture.due("t1");

        try (RecordedLog log = RecordedLog.of(Worker.class);
                Worker worker = fixture.start(runner(loop, model))) {
            for (int failures = 1; failures <= 2; failures++) {
                int attempts = failures;
                await(() -> worker.status().failed() == attempts);
                assertEquals(attempts, store.entry("t1").orElseThrow().attempts());
                fixture.clock.advance(Duration.ofSeconds(attempts));
                worker.wake();
            }
            awaitQuestion("t1", Standing.Kind.MESSAGE);

            assertEquals(0, store.entry("t1").orElseThrow().attempts());
            assertEquals(2, log.entries().size());
        }
    }

    @Test
    void tickOfAScheduleStartsAThread() {
        Runner runner = runner(scheduled("It is time"), ScriptedModel.of(ModelReply.text("Done")));
        try (Worker worker = fixture.start(runner)) {
            fixture.poll(worker);
            fixture.clock.advance(Duration.ofMinutes(1));
            worker.wake();
            awaitQuestion("Test/report/2026-01-31T12:01:00Z", Standing.Kind.MESSAGE);
        }
        Event.Started started = (Event.Started) store.load("Test/report/2026-01-31T12:01:00Z")
                .orElseThrow()
                .events()
                .get(0);
        assertEquals(new Start("It is time", "report", "\"2026-01-31T12:01:00Z\""), started.start());
    }

    @Test
    void listenerReceivesTheStartOfATickOnce() {
        List<Event> heard = new CopyOnWriteArrayList<>();
        AtomicInteger requests = new AtomicInteger();
        Runner runner = Runner.of(scheduled("It is time"))
                .model(request -> {
                    if (requests.incrementAndGet() == 1) {
                        throw DeskRunners.overloaded();
                    }
                    return ModelReply.text("Done");
                })
                .store(store)
                .clock(fixture.clock)
                .listener((thread, event) -> heard.add(event))
                .build();
        String id = "Test/report/2026-01-31T12:01:00Z";
        try (RecordedLog log = RecordedLog.of(Worker.class);
                Worker worker = fixture.start(runner)) {
            fixture.poll(worker);
            fixture.clock.advance(Duration.ofMinutes(1));
            worker.wake();
            await(() -> worker.status().failed() == 1);
            fixture.clock.advance(Duration.ofSeconds(1));
            worker.wake();
            awaitQuestion(id, Standing.Kind.MESSAGE);
            await(() -> worker.status().completed() == 1);

            assertEquals(1, log.entries().size());
        }
        assertEquals(store.load(id).orElseThrow().events(), heard);
    }

    @Test
    void blankTextOfATriggerIsRejected() {
        Runner runner = runner(scheduled(" "), ScriptedModel.of());

        assertThrows(InvalidInputException.class, () -> runner.scheduled("t1", EACH_MINUTE, fixture.clock.instant()));
    }

    @Test
    void runnerOfAnotherStoreIsRejected() {
        Runner runner = runner(loop, ScriptedModel.of());
        ThreadStore other = new InMemoryThreadStore();

        assertEquals(
                WorkerMessages.otherStore("Test"),
                assertThrows(IllegalArgumentException.class, () -> Worker.of(other, runner))
                        .getMessage());
    }

    @Test
    void unknownAgentOfARunnerIsRejected() {
        Runner runner = runner(loop, ScriptedModel.of());

        assertEquals(
                DriveMessages.noAgent("Other", List.of("Test")),
                assertThrows(IllegalArgumentException.class, () -> runner.forAgent("Other"))
                        .getMessage());
    }

    private Runner runner(AgentLoop agent, Model model) {
        return Runner.of(agent).model(model).store(store).clock(fixture.clock).build();
    }

    /** Returns the loop with a schedule, whose trigger returns a given text. */
    private AgentLoop scheduled(String text) {
        return (AgentLoop) Proxy.newProxyInstance(
                AgentLoop.class.getClassLoader(), new Class<?>[] {AgentLoop.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("schedules")) {
                        return List.of(EACH_MINUTE);
                    } else if (method.getName().equals("scheduled")) {
                        Instant tick = (Instant) arguments[1];
                        return new Start(text, (String) arguments[0], "\"" + tick + "\"");
                    }
                    try {
                        return method.invoke(loop, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void awaitQuestion(String id, Standing.Kind kind) {
        await(() -> store.entry(id).stream()
                .flatMap(entry -> entry.standing().questions().stream())
                .anyMatch(question -> question.kind() == kind));
    }
}
