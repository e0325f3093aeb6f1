package dev.escapement.jdbc.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.jdbc.chaos.HaltPoint.Moment;
import dev.escapement.run.Standing.Phase;
import dev.escapement.run.ThreadStore;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tests that a process that is stopped with SIGSTOP until another one has taken over its thread does not store anything
 * when it continues, and does not begin a step.
 */
abstract class StoppedWorkerContract {

    static final Duration LEASE_TIME = Duration.ofSeconds(1);

    private static final Duration REST_TIME = Duration.ofSeconds(60);

    private ChaosRun run;

    abstract ChaosRun newRun() throws Exception;

    @BeforeEach
    void createRun() throws Exception {
        run = newRun();
    }

    @AfterEach
    void closeRun() throws Exception {
        run.close();
    }

    /** Stops a process at a moment, lets another one finish the thread, and returns the id of the stopped one. */
    private long continueAfterTakeover(Moment moment, String tool) throws Exception {
        run.startThread("t1", "order book");
        WorkerProcess process = run.startProcess(moment, tool);
        process.awaitWaiting();
        run.stop(process);
        run.startWorker();
        run.awaitRest(REST_TIME);
        assertEquals(Phase.FINISHED, run.phase("t1"));
        AgentThread finished = run.store().load("t1").orElseThrow();

        process.signal("CONT");
        process.proceed();
        process.awaitIdle();

        assertEquals(finished, run.store().load("t1").orElseThrow(), "the stopped process must not store anything");
        assertEquals(List.of(), run.verify());
        return process.pid();
    }

    private List<Integer> attempts(boolean ofStopped, long pid) throws Exception {
        return run.ledger().read().stream()
                .filter(taken -> taken.effect() == ChaosStep.BOOK.effect())
                .filter(taken -> taken.process() == pid == ofStopped)
                .map(EffectLedger.Taken::attempt)
                .toList();
    }

    @Test
    void leaseIsCheckedBeforeStep() throws Exception {
        long stopped = continueAfterTakeover(Moment.BEFORE_STEP, "book");

        assertEquals(List.of(), attempts(true, stopped), "the stopped process must not begin its step");
        assertEquals(List.of(2), attempts(false, stopped));
    }

    @Test
    void outcomeOfStoppedStepIsNotStored() throws Exception {
        long stopped = continueAfterTakeover(Moment.BEFORE_EFFECT, "book");

        assertEquals(List.of(1), attempts(true, stopped), "the running step ends with its effect, under the same key");
        assertEquals(List.of(2), attempts(false, stopped));
    }

    /** The next holder has not stored an event, so that only the token prevents the append at the same position. */
    @Test
    void replyOfStoppedRequestIsNotStored() throws Exception {
        run.startThread("t1", "order book");
        WorkerProcess process = run.startProcess(Moment.REQUEST, "");
        process.awaitWaiting();
        run.stop(process);
        Optional<ThreadStore.Lease> next = Optional.empty();
        while (next.isEmpty()) {
            Thread.sleep(20);
            next = run.store().lease("t1", REST_TIME);
        }

        process.signal("CONT");
        process.proceed();
        process.awaitIdle();

        assertTrue(
                run.store().load("t1").orElseThrow().events().stream().noneMatch(Event.ModelReplied.class::isInstance),
                "the reply must not be stored");
        assertEquals(List.of(), run.ledger().read(), "the stopped process must not begin a step");
        next.get().close();
        run.awaitRest(REST_TIME);
        assertEquals(List.of(), run.verify());
        assertEquals(Phase.FINISHED, run.phase("t1"));
    }
}
