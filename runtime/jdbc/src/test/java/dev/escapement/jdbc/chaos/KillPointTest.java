package dev.escapement.jdbc.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.jdbc.chaos.HaltPoint.Moment;
import dev.escapement.run.Standing.Phase;
import dev.escapement.run.Worker;
import dev.escapement.thread.Event;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests the recovery of threads whose process is killed with SIGKILL at three fixed moments, on SQLite. */
class KillPointTest {

    /** Longer than the test: the store notices the death of the holder. */
    private static final Duration LEASE_TIME = Duration.ofMinutes(5);

    private static final Duration REST_TIME = Duration.ofMinutes(2);

    private ChaosRun run;

    @BeforeEach
    void createRun() throws Exception {
        run = ChaosRun.onSqlite(LEASE_TIME, 1);
    }

    @AfterEach
    void closeRun() throws Exception {
        run.close();
    }

    private void kill(WorkerProcess process) throws Exception {
        process.awaitWaiting();
        run.kill(process);
    }

    private void finish() throws Exception {
        run.startWorker();
        run.restarted();
        run.awaitRest(REST_TIME);
        assertEquals(List.of(), run.verify());
        assertEquals(Phase.FINISHED, run.phase("t1"));
    }

    private List<Integer> attempts(String callId) {
        return run.store().load("t1").orElseThrow().events().stream()
                .filter(Event.StepStarted.class::isInstance)
                .map(Event.StepStarted.class::cast)
                .filter(start -> start.callId().equals(callId))
                .map(Event.StepStarted::attempt)
                .toList();
    }

    /** Returns the attempts that took effect, of all steps of a thread except the last one. */
    private List<Integer> effects() throws Exception {
        List<EffectLedger.Taken> taken = run.ledger().read();
        return taken.subList(0, taken.size() - 1).stream()
                .map(EffectLedger.Taken::attempt)
                .toList();
    }

    @Test
    void writeRunsAgainWithItsKey() throws Exception {
        run.startThread("t1", "order book");
        kill(run.startProcess(Moment.BEFORE_EFFECT, "book"));

        finish();

        assertEquals(List.of(1, 2), attempts("c1-0"));
        assertEquals(List.of(2), effects());
        assertEquals(1, run.report().get("takeovers"));
    }

    @Test
    void rowsWithoutCommitAreRolledBack() throws Exception {
        run.startThread("t1", "order post");
        kill(run.startProcess(Moment.AFTER_EFFECT, "post"));
        assertEquals(List.of("0"), run.database().query("select count(*) from app_row"));

        finish();

        assertEquals(List.of(1, 2), attempts("c1-0"));
        assertEquals(List.of("0", "1"), run.database().query("select part from app_row order by part"));
        assertEquals(1, run.report().get("takeovers"));
    }

    @Test
    void approvalWithoutDriveIsContinued() throws Exception {
        run.startThread("t1", "order charge");
        Worker worker = run.startWorker();
        while (run.phase("t1") != Phase.WAITING) {
            Thread.sleep(10);
        }
        worker.close();
        kill(run.startProcess(0, "approve", "t1", ""));
        assertEquals(Phase.RUNNABLE, run.phase("t1"));

        finish();

        assertEquals(List.of(1), attempts("c1-0"));
        assertEquals(List.of(1), effects());
    }
}
