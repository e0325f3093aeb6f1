package dev.escapement.jdbc.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.jdbc.chaos.HaltPoint.Moment;
import dev.escapement.run.Standing.Phase;
import dev.escapement.run.Worker;
import dev.escapement.thread.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * The parts of the tests that kill a process with SIGKILL after a statement of a transactional step. The rows and the
 * event of the step are then stored together or not at all, and once after another process has continued the thread.
 */
abstract class StatementKillContract {

    /** Long enough that a lease does not end while its process lives. */
    static final Duration LEASE_TIME = Duration.ofMinutes(5);

    private static final Duration REST_TIME = Duration.ofMinutes(2);
    private static final String CALL = "c1-0";

    private ChaosRun run;

    abstract ChaosRun newRun() throws Exception;

    /** Ends the lease of a thread whose process was killed, if the store does not notice the death. */
    abstract void endLease(ChaosDatabase database, String id) throws Exception;

    @BeforeEach
    void createRun() throws Exception {
        run = newRun();
    }

    @AfterEach
    void closeRun() throws Exception {
        run.close();
    }

    /**
     * Kills the process of a new thread after a statement of its transactional step, and continues the thread.
     *
     * @return the number of rows between the kill and the continuation; empty if the process did not reach the statement
     */
    final OptionalInt rowsAfterKill(String id, Moment moment, String statement) throws Exception {
        run.startThread(id, "order post");
        WorkerProcess process = run.startProcess(moment, statement);
        if (!isHalted(process, id)) {
            return OptionalInt.empty();
        }
        run.kill(process);
        String rows = run.database()
                .query("select count(*) from app_row where thread_id = '" + id + "'")
                .get(0);
        boolean isStored = events(id).stream().anyMatch(Event.StepReturned.class::isInstance);
        assertEquals(Integer.parseInt(rows) > 0, isStored, id + ": the rows and the event must commit together");
        endLease(run.database(), id);
        Worker worker = run.startWorker();
        run.restarted();
        run.awaitRest(REST_TIME);
        worker.close();
        return OptionalInt.of(Integer.parseInt(rows));
    }

    /** Waits until a process is at its halt point, or until it has finished the thread without it. */
    private boolean isHalted(WorkerProcess process, String id) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(REST_TIME.toSeconds());
        while (!process.isWaiting()) {
            if (run.phase(id) == Phase.FINISHED) {
                return false;
            }
            assertTrue(
                    System.nanoTime() < end, id + ": the process neither reached its halt point nor ended the thread");
            Thread.sleep(10);
        }
        return true;
    }

    private List<Event> events(String id) {
        return run.store().load(id).orElseThrow().events();
    }

    /** Returns the attempts of the transactional step. */
    final List<Integer> attempts(String id) {
        return events(id).stream()
                .filter(Event.StepStarted.class::isInstance)
                .map(Event.StepStarted.class::cast)
                .filter(start -> start.callId().equals(CALL))
                .map(Event.StepStarted::attempt)
                .toList();
    }

    /** Verifies all threads and rows. */
    final void verify(int kills) throws Exception {
        assertEquals(List.of(), run.verify());
        assertEquals(kills, run.report().get("takeovers"), "a killed process must leave its thread to another one");
        assertEquals(run.report().get("threads"), run.report().get("threads finished"));
        assertEquals(run.report().get("threads"), run.report().get("effects TRANSACTIONAL: calls"));
    }

    /** Kills processes before the first statement and after each one, until a process ends its thread. */
    final void killAfterEachStatement() throws Exception {
        List<Integer> rows = new ArrayList<>();
        List<List<Integer>> attempts = new ArrayList<>();
        for (int statements = 0; ; statements++) {
            String id = "t" + statements;
            OptionalInt left = rowsAfterKill(id, Moment.STATEMENT_NUMBER, Integer.toString(statements));
            if (left.isEmpty()) {
                break;
            }
            rows.add(left.getAsInt());
            attempts.add(attempts(id));
        }
        int uncommitted = rows.size() - 1;

        assertTrue(uncommitted > LedgerWork.PARTS + 1, "the rows, the event and the commit are statements");
        assertEquals(results(uncommitted, 0, LedgerWork.PARTS), rows);
        assertEquals(results(uncommitted, List.of(1, 2), List.of(1)), attempts);
        verify(rows.size());
    }

    /** Returns equal results of the kills before the commit, and that of the kill after it. */
    private static <T> List<T> results(int uncommitted, T before, T after) {
        List<T> results = new ArrayList<>(Collections.nCopies(uncommitted, before));
        results.add(after);
        return results;
    }
}
