package dev.escapement.server.follow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** Tests the limit with an executor whose tasks the test runs. */
class LimitedExecutorTest {
    private final Queue<Runnable> started = new ArrayDeque<>();
    private final List<String> ended = new ArrayList<>();
    private final LimitedExecutor executor = new LimitedExecutor(this::start, 2);
    private Runnable beforeFailure = () -> {};
    private int failures;

    private void start(Runnable task) {
        if (failures > 0) {
            failures--;
            beforeFailure.run();
            throw new RejectedExecutionException("without a Java thread");
        }
        started.add(task);
    }

    private void execute(String... tasks) {
        for (String task : tasks) {
            executor.execute(() -> ended.add(task));
        }
    }

    private void runAll() {
        while (!started.isEmpty()) {
            started.remove().run();
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
        runAll();

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

    @Test
    void rejectedTaskLeavesRoom() {
        failures = 2;
        for (int i = 0; i < 2; i++) {
            assertThrows(RejectedExecutionException.class, () -> execute("rejected"));
        }
        execute("a", "b");
        runAll();

        assertEquals(List.of("a", "b"), ended);
    }

    @Test
    void rejectedTaskStartsTheWaitingOne() {
        execute("a");
        failures = 1;
        beforeFailure = () -> execute("c"); // waits for the places of a and b
        assertThrows(RejectedExecutionException.class, () -> execute("b"));

        assertEquals(2, started.size(), "of a and c");
    }

    @Test
    void waitingTaskRunsWithoutAnotherJavaThread() {
        execute("a", "b", "c", "d", "e");
        failures = 2;
        assertThrows(RejectedExecutionException.class, started.remove()::run);

        assertEquals(List.of("a", "c", "d"), ended);
        assertEquals(2, started.size(), "of b and e");
    }

    @Test
    void tasksAfterFailedStartsRunWithTheNext() {
        execute("a");
        failures = 2;
        beforeFailure = () -> {
            if (failures == 1) {
                execute("c"); // waits for the places of a and b
            }
        };
        assertThrows(RejectedExecutionException.class, () -> execute("b"));
        runAll();

        assertEquals(List.of("a", "c"), ended);
    }
}
