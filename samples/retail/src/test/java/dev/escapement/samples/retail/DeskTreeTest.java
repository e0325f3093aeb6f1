package dev.escapement.samples.retail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests of the front desk and its sub-agents with the recorded tasks: the same calls have the same results. */
class DeskTreeTest {

    private Tau2Data data;

    @BeforeEach
    void findTheData() {
        data = Tau2Data.orSkip();
    }

    @Test
    void recordedCallsHaveRecordedResults() throws IOException {
        Tau2Replay replay = new Tau2Replay(data.shop());
        List<Map<String, Object>> tasks = data.tasks();

        tasks.forEach(replay::playTree);

        System.out.println(replay.summary() + ", with sub-agents");
        assertEquals(data.header().get("tasks"), new PythonJson.Num(Integer.toString(tasks.size())));
        assertTrue(
                replay.differences().isEmpty(),
                () -> replay.differences().size() + " differences\n" + String.join("\n", replay.differences()));
    }

    @Test
    void recordedTasksUseBothSubAgents() throws IOException {
        Map<Boolean, Long> byThreads = new TreeMap<>();
        for (Map<String, Object> task : data.tasks()) {
            byThreads.merge(new DeskTreeCase(task, data.shop()).threads() > 2, 1L, Long::sum);
        }

        assertTrue(byThreads.getOrDefault(true, 0L) >= 9, byThreads::toString);
    }

    /** A crash test of all tasks stops once after each of these events. */
    @Test
    void recordedTasksHaveAllEvents() throws IOException {
        int events = 0;
        for (Map<String, Object> task : data.tasks()) {
            events += new DeskTreeCase(task, data.shop()).events();
        }

        assertEquals(1_871, events);
    }
}
