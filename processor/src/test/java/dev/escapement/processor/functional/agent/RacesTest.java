package dev.escapement.processor.functional.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.model.ModelReply;
import dev.escapement.run.Approver;
import dev.escapement.run.NotWaitingException;
import dev.escapement.run.Runner;
import dev.escapement.thread.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.RepeatedTest;

/**
 * Tests of twenty simultaneous decisions about one call of a generated loop: one succeeds, and the others are rejected.
 */
class RacesTest {

    private static final int RACERS = 20;

    private final AllControls agent = new AllControls();
    private final AtomicBoolean asked = new AtomicBoolean();

    @RepeatedTest(5)
    void oneOfTwentyApprovalsCounts() throws Exception {
        Runner runner = waitingFor("pay", "{\"cents\":5}");

        int decided = race(
                racer -> runner.approve("t", "c", Approver.of("racer " + racer)),
                racer -> runner.approve("t", "c", Approver.of("racer " + racer)));

        assertEquals(1, decided);
        assertEquals(1, count(runner, Event.Approved.class));
        assertEquals(1, count(runner, Event.StepStarted.class));
    }

    @RepeatedTest(5)
    void oneOfApprovalsAndRefusalsCounts() throws Exception {
        Runner runner = waitingFor("pay", "{\"cents\":5}");

        int decided = race(
                racer -> runner.approve("t", "c", Approver.of("racer " + racer)),
                racer -> runner.refuse("t", "c", Approver.of("racer " + racer), "No."));

        assertEquals(1, decided);
        assertEquals(1, count(runner, Event.Approved.class) + count(runner, Event.Refused.class));
        assertEquals(count(runner, Event.Approved.class), count(runner, Event.StepStarted.class));
    }

    /** A thread that continued after its reply can also be cancelled: then both take effect, one after the other. */
    @RepeatedTest(5)
    void oneOfRepliesCountsUnlessACancellationWasFaster() throws Exception {
        Runner runner = waitingFor("ask_word", "{}");

        int decided = race(
                racer -> runner.reply("t", "c", AllControlsLoop.replyToAskWord("word " + racer)),
                racer -> runner.cancel("t", "Enough."));

        List<String> kinds = runner.resume("t").events().stream()
                .map(event -> event.getClass().getSimpleName())
                .filter(Set.of("ReplyReceived", "Stopped", "Finished")::contains)
                .toList();
        assertTrue(
                Set.of(List.of("Stopped"), List.of("ReplyReceived", "Finished"), List.of("ReplyReceived", "Stopped"))
                        .contains(kinds),
                kinds::toString);
        assertEquals(kinds.stream().filter(kind -> !kind.equals("Finished")).count(), decided);
    }

    /** Returns a runner with a thread whose only call waits for a person; the model's last text finishes it. */
    private Runner waitingFor(String tool, String arguments) {
        Runner runner = Runner.of(new AllControlsLoop(agent))
                .model(request ->
                        asked.getAndSet(true) ? ModelReply.text("bye") : ModelReply.call("c", tool, arguments))
                .build();
        runner.start("t", "Go");
        return runner;
    }

    private static long count(Runner runner, Class<? extends Event> kind) {
        return runner.resume("t").events().stream().filter(kind::isInstance).count();
    }

    /** The action of one racer. */
    @FunctionalInterface
    private interface Racer {
        void decide(int number);
    }

    /** Runs twenty alternating decisions at once, and returns how many of them were not rejected as too late. */
    private static int race(Racer even, Racer odd) throws Exception {
        CyclicBarrier start = new CyclicBarrier(RACERS);
        List<Callable<Integer>> racers = new ArrayList<>();
        for (int i = 0; i < RACERS; i++) {
            int number = i;
            racers.add(() -> {
                start.await(60, TimeUnit.SECONDS);
                try {
                    (number % 2 == 0 ? even : odd).decide(number);
                    return 1;
                } catch (NotWaitingException late) {
                    return 0;
                }
            });
        }
        ExecutorService executor = Executors.newFixedThreadPool(RACERS);
        try {
            int decided = 0;
            for (Future<Integer> racer : executor.invokeAll(racers)) {
                decided += racer.get();
            }
            return decided;
        } finally {
            executor.shutdownNow();
        }
    }
}
