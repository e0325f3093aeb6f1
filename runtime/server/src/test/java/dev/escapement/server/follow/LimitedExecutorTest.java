package dev.escapement.server.follow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** Tests the limit with an executor whose tasks the test runs. */
class LimitedExecutorTest {
    private final Queue<Runnable> started = new ArrayDeque<>();
    private final List<String> ended = new ArrayList<>();
    private final LimitedExecutor executor = new LimitedExecutor(started::add, 2);

    private void execute(String... tasks) {
        for (String task : tasks) {
            executor.execute(() -> ended.add(task));
        }
    }

    @Test
    void tasksAboveTheLimitWait() {
        execute("a", "b", "c");

        assertEquals(2, started.size());
        assertTrue(executor.isContended());
    }

    @Test
    void waitingTasksStartInOrder() {
        execute("a", "b", "c", "d");
        while (!started.isEmpty()) {
            started.remove().run();
        }

        assertEquals(List.of("a", "b", "c", "d"), ended);
        assertFalse(executor.isContended());
    }

    @Test
    void endedTasksLeaveRoom() {
        execute("a", "b");
        started.remove().run();
        execute("c", "d");

        assertEquals(2, started.size());
    }

    @Test
    void failedTaskLeavesRoom() {
        executor.execute(() -> {
            throw new IllegalStateException("failed");
        });
        execute("b", "c");
        assertThrows(IllegalStateException.class, started.remove()::run);

        assertEquals(2, started.size());
    }
}
