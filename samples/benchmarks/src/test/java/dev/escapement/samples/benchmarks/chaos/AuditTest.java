package dev.escapement.samples.benchmarks.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.Effect;
import dev.escapement.model.Usage;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Answer;
import dev.escapement.thread.AnsweredByPerson;
import dev.escapement.thread.Event;
import dev.escapement.tool.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests that the audits of the kill test detect violations. */
class AuditTest {

    private static final Instant AT = Instant.EPOCH;
    private static final String KEY = "t/1/c";
    private static final Event APPROVED = new Event.Approved(AT, "c", "alice", "", Optional.empty());
    private static final Event RETURNED = new Event.StepReturned(AT, "c", "\"done\"");
    private static final Event FINISHED = new Event.Finished(AT, "", "\"end\"");
    private static final Event RUN_AGAIN = new AnsweredByPerson(AT, "c", "alice", new Answer.RunAgain(), "");

    private final Figures figures = new Figures();
    private final LedgerAudit effects = new LedgerAudit(figures);

    @Test
    void correctThreadViolatesNoRule() {
        audit(APPROVED, started(1), RETURNED, FINISHED);
        effects.check(ledger(effect(1, "lamp")));
        assertEquals(List.of(), figures.violations());
    }

    @Test
    void secondDestructiveEffectIsDetected() {
        audit(APPROVED, started(1), RUN_AGAIN, started(1), RETURNED);
        effects.check(ledger(effect(1, "lamp"), effect(1, "lamp")));
        assertViolation("destructive keys with more than one effect");
    }

    @Test
    void destructiveRerunWithoutPermissionIsDetected() {
        audit(APPROVED, started(1), started(2), RETURNED);
        assertViolation("calls that break the rules of attempts");
    }

    @Test
    void missingApprovalIsDetected() {
        audit(started(1), RETURNED);
        assertViolation("destructive steps started without an approval");
    }

    @Test
    void effectWithoutStartIsDetected() {
        audit(APPROVED, started(1), RETURNED);
        effects.check(ledger(effect(1, "lamp"), new Ledger.Entry(KEY, Effect.WRITE, 2, "lamp")));
        assertViolation("effects without a recorded start of their attempt");
    }

    @Test
    void outcomeWithoutEffectIsDetected() {
        audit(APPROVED, started(1), RETURNED);
        effects.check(ledger());
        assertViolation("recorded outcomes without an effect");
    }

    @Test
    void otherArgumentIsDetected() {
        audit(APPROVED, started(1), RETURNED);
        effects.check(ledger(effect(1, "desk")));
        assertViolation("effects of arguments other than the selected or approved ones");
    }

    @Test
    void secondAnswerIsDetected() {
        audit(APPROVED, started(1), RETURNED, RETURNED);
        assertViolation("calls without exactly one answer");
    }

    @Test
    void unansweredCallOfFinishedThreadIsDetected() {
        audit(FINISHED);
        assertViolation("calls without exactly one answer");
    }

    @Test
    void keyOfOtherReplyIsDetected() {
        audit(APPROVED, new Event.StepStarted(AT, "c", Effect.DESTRUCTIVE, "t/2/c", 1, ""), RETURNED);
        assertViolation("keys with the number of another reply");
    }

    @Test
    void keyOfAnsweredCallIsDetected() {
        Call equal = new Call("d", "charge_card", "{\"item\":\"lamp\",\"cents\":1}");
        Event again = new Event.ModelReplied(AT, "", List.of(equal), Usage.NONE);
        Event started = new Event.StepStarted(AT, "d", Effect.WRITE, KEY, 1, "");
        audit(APPROVED, started(1), RETURNED, again, started);
        assertViolation("keys with the number of another reply");
    }

    @Test
    void keyOfCallInDoubtIsPermitted() {
        Call equal = new Call("d", "charge_card", "{\"item\":\"lamp\",\"cents\":1}");
        Event doubt = new Event.StepFailed(AT, "c", "unknown", false, true, Duration.ZERO);
        Event again = new Event.ModelReplied(AT, "", List.of(equal), Usage.NONE);
        Event started = new Event.StepStarted(AT, "d", Effect.WRITE, KEY, 1, "");
        audit(APPROVED, started(1), doubt, again, started);
        assertEquals(List.of(), figures.violations());
        assertEquals(1, figures.get("calls with the key of an equal call in doubt"));
    }

    @Test
    void lostEventIsCounted() {
        Acknowledgements acknowledged = new Acknowledgements();
        acknowledged.add(thread(APPROVED, started(1)));
        assertEquals(1, acknowledged.lost("t", thread(APPROVED).events()));
        assertEquals(1, acknowledged.lost("t", thread(APPROVED, RETURNED).events()));
        assertEquals(
                0, acknowledged.lost("t", thread(APPROVED, started(1), RETURNED).events()));
        acknowledged.add(thread(APPROVED, RETURNED));
        assertEquals(1, acknowledged.contradictions());
    }

    private void audit(Event... events) {
        effects.add(ThreadAudit.of(thread(events), figures));
    }

    private static AgentThread thread(Event... events) {
        List<Event> all = new ArrayList<>();
        all.add(new Event.Started(AT, "desk", "lamp"));
        Call call = new Call("c", "charge_card", "{\"item\":\"lamp\",\"cents\":1}");
        all.add(new Event.ModelReplied(AT, "", List.of(call), Usage.NONE));
        all.addAll(Arrays.asList(events));
        return new AgentThread("t", all);
    }

    private static Event started(int attempt) {
        return new Event.StepStarted(AT, "c", Effect.DESTRUCTIVE, KEY, attempt, "");
    }

    private static Ledger.Entry effect(int attempt, String item) {
        return new Ledger.Entry(KEY, Effect.DESTRUCTIVE, attempt, item);
    }

    private static Ledger.Entries ledger(Ledger.Entry... entries) {
        return new Ledger.Entries(List.of(entries), 0);
    }

    private void assertViolation(String rule) {
        assertEquals(
                List.of(rule),
                figures.violations().stream()
                        .map(violation -> violation.substring(0, violation.indexOf(": ")))
                        .toList());
    }
}
