package dev.escapement.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.Effect;
import dev.escapement.engine.Command;
import dev.escapement.engine.Outcome;
import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Budget;
import dev.escapement.thread.Event;
import dev.escapement.thread.Start;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;

/**
 * Tests of races between twenty decisions about one call, for each store: one decision takes effect, the others fail
 * with an exception, the step runs at most once, and the listener receives every event once and in order.
 */
abstract class RunnerRacesContract {

    private static final int RACERS = 20;
    private static final int ROUNDS = 10;

    private final List<Event> heard = Collections.synchronizedList(new ArrayList<>());
    private final List<String> ran = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService threads = Executors.newFixedThreadPool(RACERS);

    private final TestStep work = TestStep.named("work")
            .effect(Effect.DESTRUCTIVE)
            .asking("Run it?")
            .body((text, context) -> {
                ran.add(text);
                return Outcome.returned();
            });
    private final TestStep ask = TestStep.named("ask").pauses();
    private final TestStep close = TestStep.named("close").finishes();
    private final TestLoop loop = TestLoop.of(work, ask, close);

    /** Returns the store of the runner; called once per test. */
    abstract ThreadStore open() throws Exception;

    @AfterEach
    void shutDown() {
        threads.shutdownNow();
    }

    /** Returns a runner whose thread waits for a decision about one call and then finishes. */
    private Runner waiting(ModelReply first) throws Exception {
        Model model = request -> request.messages().size() == 1 ? first : ModelReply.calls(close.call("c2", "x"));
        Runner runner = DeskRunners.builder(loop, model)
                .store(open())
                .listener((thread, event) -> heard.add(event))
                .build();
        runner.start("go");
        return runner;
    }

    /** Returns the racers whose decision took effect: even racers make the first decision, odd ones the second. */
    private Set<String> race(Runner runner, BiConsumer<Runner, String> even, BiConsumer<Runner, String> odd)
            throws Exception {
        CyclicBarrier start = new CyclicBarrier(RACERS);
        List<Callable<String>> race = new ArrayList<>();
        for (int i = 0; i < RACERS; i++) {
            String name = "racer " + i;
            BiConsumer<Runner, String> decision = i % 2 == 0 ? even : odd;
            race.add(() -> {
                start.await(60, TimeUnit.SECONDS);
                try {
                    decision.accept(runner, name);
                    return name;
                } catch (NotWaitingException late) {
                    assertEquals("t1", late.thread().id());
                    return "";
                }
            });
        }
        Set<String> winners = new TreeSet<>();
        for (Future<String> racer : threads.invokeAll(race)) {
            winners.add(racer.get());
        }
        winners.remove("");
        return winners;
    }

    @RepeatedTest(ROUNDS)
    void ofTwentyApprovalsOneCounts() throws Exception {
        Runner runner = waiting(ModelReply.calls(work.call("c1", "x")));

        Set<String> winners = race(
                runner,
                (racer, name) -> racer.approve("t1", "c1", Approver.of(name)),
                (racer, name) -> racer.approve("t1", "c1", Approver.of(name)));

        AgentThread thread = runner.resume("t1");
        assertEquals(
                winners,
                new TreeSet<>(ScriptedRun.events(thread, Event.Approved.class).stream()
                        .map(Event.Approved::by)
                        .toList()));
        assertEquals(1, winners.size());
        assertEquals(List.of("x"), ran);
        assertEquals(thread.events(), heard);
    }

    @RepeatedTest(ROUNDS)
    void ofApprovalsAndRefusalsOneCounts() throws Exception {
        Runner runner = waiting(ModelReply.calls(work.call("c1", "x")));

        Set<String> winners = race(
                runner,
                (racer, name) -> racer.approve("t1", "c1", Approver.of(name)),
                (racer, name) -> racer.refuse("t1", "c1", Approver.of(name), "no"));

        AgentThread thread = runner.resume("t1");
        List<String> approved = ScriptedRun.events(thread, Event.Approved.class).stream()
                .map(Event.Approved::by)
                .toList();
        List<String> refused = ScriptedRun.events(thread, Event.Refused.class).stream()
                .map(Event.Refused::by)
                .toList();
        Set<String> recorded = new TreeSet<>(approved);
        recorded.addAll(refused);
        assertEquals(winners, recorded);
        assertEquals(1, approved.size() + refused.size());
        assertEquals(approved.size(), ran.size());
        assertEquals(thread.events(), heard);
    }

    @RepeatedTest(ROUNDS)
    void ofApprovalsWithDifferentArgumentsOneCounts() throws Exception {
        Runner runner = waiting(ModelReply.calls(work.call("c1", "x")));

        Set<String> winners = race(
                runner,
                (racer, name) -> racer.approveEdited("t1", "c1", Approver.of(name), "{\"text\":\"" + name + "\"}"),
                (racer, name) -> racer.approveEdited("t1", "c1", Approver.of(name), "{\"text\":\"" + name + "\"}"));

        AgentThread thread = runner.resume("t1");
        assertEquals(1, winners.size());
        assertEquals(List.copyOf(winners), ran);
        assertEquals(thread.events(), heard);
    }

    /** The thread can be stopped after its reply and before its end, by one racer only. */
    @RepeatedTest(ROUNDS)
    void ofRepliesAndCancellationsOneOfEachCountsAtMost() throws Exception {
        Runner runner = waiting(ModelReply.calls(ask.call("c1", "Well?")));

        Set<String> winners = race(
                runner,
                (racer, name) -> racer.reply("t1", "c1", "\"" + name + "\""),
                (racer, name) -> racer.cancel("t1", name));

        AgentThread thread = runner.resume("t1");
        List<String> replies = ScriptedRun.events(thread, Event.ReplyReceived.class).stream()
                .map(reply -> reply.reply().replace("\"", ""))
                .toList();
        List<String> stops = ScriptedRun.events(thread, Event.Stopped.class).stream()
                .map(Event.Stopped::reason)
                .toList();
        Set<String> recorded = new TreeSet<>(replies);
        recorded.addAll(stops);
        assertEquals(winners, recorded);
        assertTrue(replies.size() <= 1 && stops.size() <= 1, () -> "recorded: " + recorded);
        assertTrue(loop.next(thread) instanceof Command.Rest, "the thread has ended");
        assertEquals(thread.events(), heard);
    }

    @RepeatedTest(ROUNDS)
    void ofTwentyWhoResumeAThreadOneDrivesIt() throws Exception {
        ThreadStore store = open();
        store.append(Append.of("t1", 0, DeskRunners.started(loop, Start.of("go"), Budget.UNLIMITED)));
        List<Integer> requests = Collections.synchronizedList(new ArrayList<>());
        Model model = request -> {
            requests.add(request.messages().size());
            return ModelReply.calls(close.call("c1", "x"));
        };
        Runner runner = DeskRunners.builder(loop, model)
                .store(store)
                .listener((thread, event) -> heard.add(event))
                .build();

        race(runner, (racer, name) -> racer.resume("t1"), (racer, name) -> racer.resume("t1"));

        AgentThread thread = runner.resume("t1");
        assertEquals(List.of(1), requests);
        assertEquals(List.of("ModelReplied", "StepStarted", "Finished"), ScriptedRun.kinds(thread));
        assertEquals(thread.events().subList(1, 4), heard);
    }
}
