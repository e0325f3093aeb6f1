package dev.escapement.samples.retail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.run.ThreadStore;
import dev.escapement.samples.retail.shop.Database;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Tests of recorded tasks of the front desk and its sub-agents, stopped after every event of every thread and continued by
 * another process on the same shop and store. The system property {@code retail.tree.tasks} sets the number of tasks,
 * beginning with those of the most threads and calls. Default: 2. The property {@code retail.tree.seed} selects the places of
 * repeated stops.
 */
abstract class DeskTreeCrashContract {

    private static final int TASKS = Integer.getInteger("retail.tree.tasks", 2);
    private static final long SEED = Long.getLong("retail.tree.seed", 17);

    /** Returns empty storage, which opens a store for each process. */
    protected abstract Supplier<ThreadStore> newDisk() throws Exception;

    @Test
    void treeStoppedAfterAnyEventEndsAsIfItHadNotBeen() throws Exception {
        Tau2Data data = Tau2Data.orSkip();
        Database pristine = data.shop();
        List<Map<String, Object>> tasks = longest(data, pristine);
        int stops = 0;
        int events = 0;
        for (Map<String, Object> task : tasks) {
            stops += verify(task, pristine);
            events += new DeskTreeCase(task, pristine).events();
        }
        System.out.println("tau2: " + tasks.size() + " tasks with sub-agents, stopped " + stops
                + " times, each continued to the same end");
        assertEquals(events, stops);
    }

    @Test
    void treeStoppedAgainAndAgainEndsAsIfItHadNotBeen() throws Exception {
        Tau2Data data = Tau2Data.orSkip();
        Database pristine = data.shop();
        Random random = new Random(SEED);
        for (Map<String, Object> task : longest(data, pristine)) {
            DeskTreeCase whole = new DeskTreeCase(task, pristine);
            List<AgentThread> threads = whole.play(newDisk().get());
            DeskTreeCase stopped = new DeskTreeCase(task, pristine);

            List<AgentThread> continued = stopped.playStoppedAgain(random, newDisk());

            assertEquals(timeless(threads), timeless(continued));
            assertEquals(whole.shop().snapshot(), stopped.shop().snapshot());
        }
    }

    private static List<Map<String, Object>> longest(Tau2Data data, Database pristine) throws IOException {
        Comparator<Map<String, Object>> threads =
                Comparator.comparing(task -> new DeskTreeCase(task, pristine).threads());
        Comparator<Map<String, Object>> calls =
                Comparator.comparing(task -> PythonJson.array(task.get("steps")).size());
        return data.tasks().stream()
                .sorted(threads.thenComparing(calls).reversed())
                .limit(TASKS)
                .toList();
    }

    /** Stops a task after each event, and returns the number of stops. */
    private int verify(Map<String, Object> task, Database pristine) throws Exception {
        DeskTreeCase whole = new DeskTreeCase(task, pristine);
        List<AgentThread> threads = whole.play(newDisk().get());
        int all = threads.stream().mapToInt(thread -> thread.events().size()).sum();
        for (int events = 1; events <= all; events++) {
            DeskTreeCase stopped = new DeskTreeCase(task, pristine);
            String place = threads.get(0).id() + ", stopped after " + events + " events";

            List<AgentThread> continued = stopped.playStoppedAfter(events, newDisk());

            assertEquals(timeless(threads), timeless(continued), place);
            assertEquals(whole.steps(), stopped.steps(), place);
            assertEquals(whole.shop().snapshot(), stopped.shop().snapshot(), place);
        }
        return all;
    }

    /** Returns the events without times. Only a step that was stopped has further attempts, which are omitted. */
    private static List<String> timeless(List<AgentThread> threads) {
        List<String> events = new ArrayList<>();
        for (AgentThread thread : threads) {
            for (Event event : thread.events()) {
                if (!(event instanceof Event.StepStarted started) || started.attempt() == 1) {
                    events.add(thread.id()
                            + Event.CODEC
                                    .encode(event)
                                    .replaceFirst("\"at\":\"[^\"]*\",?", "")
                                    .replaceAll(",?\"[a-zA-Z]+\":\"PT[^\"]*\"", ""));
                }
            }
        }
        return events;
    }
}
