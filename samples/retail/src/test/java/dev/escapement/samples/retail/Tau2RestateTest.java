package dev.escapement.samples.retail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.restate.server.RestateExtension;
import dev.escapement.restate.server.RestateServer;
import dev.escapement.samples.retail.shop.Database;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests of the agents with recorded conversations on a real server of Restate: the same calls have the same results as in
 * one process. The system property {@code retail.restate.tasks} sets the number of tasks, beginning with the longest; 74
 * are all. Default: 4.
 */
@Tag("restate")
@ExtendWith(RestateExtension.class)
class Tau2RestateTest {

    private static final int TASKS = Integer.getInteger("retail.restate.tasks", 4);

    private Tau2Data data;
    private Database pristine;

    @BeforeEach
    void findTheData() throws IOException {
        data = Tau2Data.orSkip();
        pristine = data.shop();
    }

    @Test
    void recordedCallsHaveRecordedResults(RestateServer restate) throws IOException {
        Tau2Replay replay = Tau2Replay.on(pristine, new RestateExecution(restate));

        tasks(steps()).forEach(replay::play);

        assertSame(replay, "");
    }

    @Test
    void recordedCallsOfSubAgentsHaveRecordedResults(RestateServer restate) throws IOException {
        Tau2Replay replay = Tau2Replay.on(pristine, new RestateExecution(restate));
        Comparator<Map<String, Object>> threads =
                Comparator.comparing(task -> new DeskTreeCase(task, pristine).threads());

        tasks(threads.thenComparing(steps())).forEach(replay::playTree);

        assertSame(replay, ", with sub-agents");
    }

    private static Comparator<Map<String, Object>> steps() {
        return Comparator.comparing(task -> PythonJson.array(task.get("steps")).size());
    }

    private List<Map<String, Object>> tasks(Comparator<Map<String, Object>> order) throws IOException {
        return data.tasks().stream().sorted(order.reversed()).limit(TASKS).toList();
    }

    private static void assertSame(Tau2Replay replay, String suffix) {
        System.out.println(replay.summary() + " on Restate" + suffix);
        assertEquals(TASKS, replay.tasks());
        assertTrue(
                replay.differences().isEmpty(),
                () -> replay.differences().size() + " differences\n" + String.join("\n", replay.differences()));
    }
}
