package dev.escapement.restate.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Budget;
import dev.escapement.thread.Event;
import dev.escapement.thread.Start;
import dev.escapement.thread.StopCause;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests the minimums of the chaos test. */
class ChaosAuditTest {

    private static final Instant AT = Instant.parse("2026-11-30T09:00:00Z");

    private final ChaosFigures figures = new ChaosFigures();

    /** Adds kills to a thread that runs for ten seconds. */
    private void addKills(Instant... kills) {
        Event started = new Event.Started(AT, "acme.Desk", Start.of("hello"), Budget.UNLIMITED);
        Event stopped = new Event.Stopped(AT.plusSeconds(10), "", StopCause.CANCELLED, "enough");
        new ChaosAudit(figures).addKills(List.of(kills), List.of(new AgentThread("t1", List.of(started, stopped))));
        figures.requireAtLeast("kills during an execution", 1);
        figures.requireAtLeast("threads that are open during a kill", 1);
        figures.requireAtLeast("threads that are executed during a kill", 1);
    }

    @Test
    void killDuringAThreadCounts() {
        addKills(AT.plusSeconds(5), AT.plusSeconds(15));

        assertEquals(List.of(), figures.violations());
    }

    @Test
    void killsAfterTheEndAreAViolation() {
        addKills(AT.plusSeconds(11));

        assertEquals(3, figures.violations().size());
    }
}
