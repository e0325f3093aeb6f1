package dev.escapement.restate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.restate.server.Polling;
import dev.escapement.restate.server.RestateExtension;
import dev.escapement.restate.server.RestateServer;
import dev.escapement.run.Standing.Phase;
import dev.escapement.run.ThreadIndex.ThreadEntry;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Answer;
import dev.escapement.thread.Event;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests threads whose invocations an operator cancels or kills. */
@Tag("restate")
@ExtendWith(RestateExtension.class)
class RestateOperatorTest {

    private ClaimDeployment claims;
    private RestateService service;

    @BeforeEach
    void start(RestateServer server, TestInfo test) {
        claims = new ClaimDeployment(server, "Operated-" + test.getDisplayName().replaceAll("\\W.*", ""));
        service = claims.service(claims.firstRunner, 0);
        service.register(server.admin(), ClaimDeployment.address(service));
    }

    @AfterEach
    void stop() {
        claims.close();
        service.close();
    }

    /** Starts a thread, waits until its step runs, and sends an operator's command for the execution. */
    private void interrupt(String input, String command) throws Exception {
        AgentThread unused = claims.firstRunner.start("t1", input);
        Polling.until(Polling.LIMIT, () -> !claims.firstWork.waiting.isEmpty(), () -> "The step does not run.");
        claims.patch(drive("status = 'running'") + "/" + command);
    }

    private String drive(String condition) throws InterruptedException {
        return claims.await("target_handler_name = 'drive' AND " + condition).get("id");
    }

    private ThreadEntry rest() throws InterruptedException {
        return claims.store.awaitRest("t1", Duration.ofMinutes(1)).orElseThrow();
    }

    @Test
    void cancelledExecutionIsParked() throws Exception {
        interrupt("inspect", "cancel");
        claims.firstWork.release();

        assertTrue(rest().parked());
        claims.awaitNone("status <> 'completed'");
    }

    @Test
    void cancelledExecutionContinuesAfterResume() throws Exception {
        interrupt("inspect", "cancel");
        claims.firstWork.release();
        boolean parked = rest().parked();
        AgentThread unused = claims.firstRunner.resume("t1");

        assertTrue(parked);
        assertEquals(Phase.FINISHED, rest().standing().phase());
    }

    @Test
    void killedExecutionIsRunnable() throws Exception {
        interrupt("inspect", "kill");
        claims.awaitNone("status <> 'completed'");
        ThreadEntry entry = claims.store.entry("t1").orElseThrow();

        assertEquals(Phase.RUNNABLE, entry.standing().phase());
        assertFalse(entry.parked());
    }

    @Test
    void killedExecutionContinuesAfterResume() throws Exception {
        interrupt("inspect", "kill");
        claims.awaitNone("status <> 'completed'");
        claims.firstWork.release();
        AgentThread unused = claims.firstRunner.resume("t1");

        assertEquals(Phase.FINISHED, rest().standing().phase());
    }

    @Test
    void killedDestructiveStepBecomesAQuestion() throws Exception {
        interrupt("file", "kill");
        claims.awaitNone("status <> 'completed'");
        AgentThread resumed = claims.firstRunner.resume("t1");
        ThreadEntry waiting = rest();
        AgentThread unused =
                claims.firstRunner.answer("t1", "c0", ClaimDeployment.ALICE, new Answer.Returned("\"filed\""));

        assertEquals(Phase.WAITING, waiting.standing().phase());
        assertEquals(Phase.FINISHED, rest().standing().phase());
    }

    @Test
    void lostDeadlineExpiresAfterResume() throws Exception {
        AgentThread unused = claims.firstRunner.start("t1", "soon");
        claims.patch(drive("status = 'scheduled'") + "/kill");
        claims.awaitNone("status <> 'completed'");
        Phase waiting = rest().standing().phase();
        Polling.until(
                Polling.LIMIT,
                () -> {
                    AgentThread resumed = claims.firstRunner.resume("t1");
                    return rest().standing().phase() == Phase.FINISHED;
                },
                () -> "The question does not expire.");

        assertEquals(Phase.WAITING, waiting);
        assertTrue(claims.store.load("t1").orElseThrow().events().stream()
                .anyMatch(event -> event instanceof Event.Expired));
    }
}
