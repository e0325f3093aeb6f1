package dev.escapement.samples.retail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.engine.AgentLoop;
import dev.escapement.engine.Command;
import dev.escapement.samples.retail.shop.Database;
import dev.escapement.samples.retail.shop.Shop;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tests of the twenty longest recorded tasks, stopped after every event and continued by another process on the same
 * shop.
 *
 * <p>A crash between a step's change to the shop and its stored result is not tested: such a step runs again, and this
 * shop does not support idempotency keys.
 */
class Tau2CrashTest {

    private static final int TASKS = 20;

    private List<Map<String, Object>> tasks;
    private Database pristine;

    @BeforeEach
    void findTheData() throws IOException {
        Tau2Data data = Tau2Data.orSkip();
        tasks = data.tasks().stream()
                .sorted(Comparator.comparing((Map<String, Object> task) -> length(task))
                        .reversed())
                .limit(TASKS)
                .toList();
        pristine = data.shop();
    }

    @Test
    void aTaskStoppedAfterAnyEventEndsAsIfItHadNotBeen() {
        int stops = 0;
        int changes = 0;
        for (Map<String, Object> task : tasks) {
            Tau2Case whole = new Tau2Case(task, pristine);
            AgentThread thread = whole.play();
            changes += whole.database().equals(pristine) ? 0 : 1;
            for (int events = 1; events <= thread.events().size(); events++) {
                Tau2Case stopped = new Tau2Case(task, pristine);
                String place = thread.id() + ", stopped after " + events + " events";

                assertEquals(timeless(thread), timeless(stopped.playStoppedAfter(events)), place);
                assertEquals(whole.steps(), stopped.steps(), place);
                assertEquals(whole.database(), stopped.database(), place);
                stops++;
            }
        }
        System.out.println("tau2: " + tasks.size() + " tasks, " + changes + " of which change the shop, stopped "
                + stops + " times, each continued to the same end");
        assertEquals(TASKS, tasks.size());
    }

    @Test
    void whatIsNextDependsOnTheThreadAlone() throws Exception {
        AgentLoop loop = new RetailDeskLoop(new RetailDesk(new Shop(pristine)));
        List<AgentThread> prefixes = tasks.stream()
                .map(task -> new Tau2Case(task, pristine).play())
                .flatMap(thread -> IntStream.rangeClosed(1, thread.events().size())
                        .mapToObj(length ->
                                new AgentThread(thread.id(), thread.events().subList(0, length))))
                .toList();
        Callable<List<Command>> next = () -> prefixes.stream().map(loop::next).toList();
        List<Command> commands = next.call();

        assertEquals(commands, next.call());
        ExecutorService executor = Executors.newFixedThreadPool(4);
        try {
            for (Future<List<Command>> meanwhile : executor.invokeAll(List.of(next, next, next, next))) {
                assertEquals(commands, meanwhile.get());
            }
        } finally {
            executor.shutdownNow();
        }
    }

    private static int length(Map<String, Object> task) {
        return PythonJson.array(task.get("steps")).size();
    }

    /** Returns the events without times. Only a step that was stopped has further attempts, which are omitted. */
    private static List<String> timeless(AgentThread thread) {
        List<String> events = new ArrayList<>();
        for (Event event : thread.events()) {
            if (!(event instanceof Event.StepStarted started) || started.attempt() == 1) {
                events.add(Event.CODEC
                        .encode(event)
                        .replaceFirst("\"at\":\"[^\"]*\",?", "")
                        .replaceFirst(",?\"took\":\"[^\"]*\"", ""));
            }
        }
        return events;
    }
}
