package dev.escapement.jdbc.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.Effect;
import dev.escapement.engine.Flow;
import dev.escapement.model.Usage;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.tool.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests that the proof finds threads that break the rules of WRITE steps. */
class ThreadProofTest {

    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");

    private final ChaosReport report = new ChaosReport();
    private final List<Event> events = new ArrayList<>(List.of(new Event.Started(AT, ChaosLoop.AGENT, "order")));

    private void select(String callId) {
        Call call = new Call(
                callId, ChaosStep.BOOK.tool().name(), ChaosStep.BOOK.tool().encode("room"));
        events.add(new Event.ModelReplied(AT, "", List.of(call), Usage.NONE));
    }

    private void start(String callId, String key, int attempt) {
        events.add(new Event.StepStarted(AT, callId, Effect.WRITE, key, attempt, Flow.RETURNS.name()));
    }

    private void fail(String callId) {
        events.add(new Event.StepInDoubt(AT, callId, "java.lang.IllegalStateException", Duration.ZERO));
        events.add(new Event.StepFailed(AT, callId, "unknown", false, true, Duration.ZERO));
    }

    private List<String> violations() {
        ThreadProof.of(new AgentThread("t", events), report);
        return report.violations();
    }

    private void assertViolation(String rule) {
        List<String> violations = violations();
        assertTrue(violations.size() == 1 && violations.get(0).startsWith(rule), violations::toString);
    }

    @Test
    void keyOfDoubtfulCallIsReusedOnce() {
        select("c1");
        start("c1", "t/1/c1", 1);
        fail("c1");
        select("c2");
        start("c2", "t/1/c1", 1);
        events.add(new Event.StepReturned(AT, "c2", "\"done\""));
        select("c3");
        start("c3", "t/3/c3", 1);
        events.add(new Event.StepReturned(AT, "c3", "\"done\""));

        assertEquals(List.of(), violations());
        assertEquals(1, report.get("keys of doubtful calls in use again"));
    }

    @Test
    void attemptAfterExceptionIsViolation() {
        select("c1");
        start("c1", "t/1/c1", 1);
        events.add(new Event.StepInDoubt(AT, "c1", "java.lang.IllegalStateException", Duration.ZERO));
        start("c1", "t/1/c1", 2);
        events.add(new Event.StepReturned(AT, "c1", "\"done\""));

        assertViolation("write repeated after an exception");
    }

    @Test
    void otherKeyAfterDoubtIsViolation() {
        select("c1");
        start("c1", "t/1/c1", 1);
        fail("c1");
        select("c2");
        start("c2", "t/2/c2", 1);
        events.add(new Event.StepReturned(AT, "c2", "\"done\""));

        assertViolation("other key than that of an equal doubtful call");
    }

    @Test
    void keyOfAnsweredCallIsViolation() {
        select("c1");
        start("c1", "t/1/c1", 1);
        events.add(new Event.StepReturned(AT, "c1", "\"done\""));
        select("c2");
        start("c2", "t/1/c1", 1);
        events.add(new Event.StepReturned(AT, "c2", "\"done\""));

        assertViolation("key of another call");
    }
}
