package dev.escapement.restate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.restate.server.RestateExtension;
import dev.escapement.restate.server.RestateServer;
import dev.escapement.run.Approver;
import dev.escapement.run.Standing.Phase;
import dev.escapement.run.ThreadInbox;
import dev.escapement.run.ThreadIndex.ThreadEntry;
import dev.escapement.thread.AgentThread;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Decisions about threads that Restate executes. */
@Tag("restate")
@ExtendWith(RestateExtension.class)
@Timeout(120)
class EngineDecisionTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** The number of steps that a thread executes in several turns. */
    private static final int BUSY_STEPS = 50;

    @Test
    void approvedThreadFinishes(RestateServer restate) throws Exception {
        try (RestateDesk desk = RestateDesk.start(restate, Duration.ZERO)) {
            desk.runner.start("approved", "The lamp is broken.");
            ThreadEntry waiting = desk.store.awaitRest("approved", LIMIT).orElseThrow();
            assertEquals(Phase.WAITING, waiting.standing().phase());

            ThreadInbox.of(desk.store, desk.loop).approve("approved", "c0", Approver.of("alice"));

            ThreadEntry ended = desk.store.awaitRest("approved", LIMIT).orElseThrow();
            assertEquals(Phase.FINISHED, ended.standing().phase());
        }
    }

    @Test
    void cancellationPrecedesNextAction(RestateServer restate) throws Exception {
        try (RestateDesk desk = RestateDesk.start(restate, Duration.ofMillis(100))) {
            desk.runner.start("busy", "busy");

            AgentThread cancelled =
                    ThreadInbox.of(desk.store, desk.loop).cancel("busy", Approver.of("alice"), "enough");

            assertTrue(
                    cancelled.usage().steps() < BUSY_STEPS,
                    () -> "the thread must be cancelled soon, not after "
                            + cancelled.usage().steps() + " steps");
            ThreadEntry ended = desk.store.awaitRest("busy", LIMIT).orElseThrow();
            assertEquals(Phase.STOPPED, ended.standing().phase());
        }
    }
}
