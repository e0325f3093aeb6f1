package dev.escapement.processor.functional.agent.crash;

import static dev.escapement.thread.EventKind.ANSWERED_BY_PERSON;
import static dev.escapement.thread.EventKind.STEP_FAILED;
import static dev.escapement.thread.EventKind.STEP_IN_DOUBT;
import static dev.escapement.thread.EventKind.STEP_STARTED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.escapement.Effect;
import dev.escapement.thread.Event;
import dev.escapement.thread.EventKind;
import java.util.ArrayList;
import java.util.List;

/**
 * The table of the recovery from unknown outcomes.
 *
 * @param step the step with the fault
 * @param moment the moment of the fault
 * @param policy the decision of a person about an uncertain step
 */
record RecoveryTable(StepCall step, World.Moment moment, UncertainStepDecision policy) {

    private static final int ATTEMPTS = 3;

    /**
     * Asserts that the events of the call are those of the table, and that the effects in the world match the attempts.
     *
     * @param always whether each attempt has the fault, rather than the first one only
     */
    void verify(ScenarioRun run, StepFault fault, boolean always, String where) {
        List<EventKind> kinds = RecoveryRules.attempts(run, step.callId()).stream()
                .map(Event.OfCall::kind)
                .toList();
        List<EventKind> expected = expected(fault, always);
        assertEquals(expected, kinds.subList(0, Math.min(expected.size(), kinds.size())), where);
        assertFalse(kinds.subList(expected.size(), kinds.size()).contains(STEP_STARTED), () -> where + ": " + kinds);
        RecoveryRules.verify(run, where);
        verifyEffects(run, fault, always, where);
        if (fault != StepFault.KILL && !(fault == StepFault.IGNORED_INTERRUPTION && step.fails())) {
            RecoveryRules.verifyNoOutcomeLost(run, where);
        }
    }

    /** Each recorded attempt called the step once; the attempts that a fault ended before the effect had none. */
    private void verifyEffects(ScenarioRun run, StepFault fault, boolean always, String where) {
        long attempts = run.events().stream()
                .filter(event -> event instanceof Event.StepStarted started
                        && started.idempotencyKey().equals(step.key()))
                .count();
        boolean ended = moment == World.Moment.BEFORE && fault != StepFault.IGNORED_INTERRUPTION;
        long withoutEffect = !ended ? 0 : always ? attempts : 1;
        assertEquals(attempts, run.world().begun(step.key()), where);
        assertEquals(step.changes() ? attempts - withoutEffect : 0, run.world().effects(step.key()), where);
    }

    /** Returns the events of the first attempt, if the step does not recover. */
    List<EventKind> firstAttempt(StepFault fault) {
        if (isLost(fault)) {
            return List.of(STEP_STARTED);
        }
        return List.of(STEP_STARTED, step.effect() == Effect.READ ? STEP_FAILED : STEP_IN_DOUBT);
    }

    /**
     * Returns the events of the call from the first start of its step to its outcome.
     *
     * @param always whether each attempt has the fault, rather than the first one only
     */
    List<EventKind> expected(StepFault fault, boolean always) {
        if (fault == StepFault.IGNORED_INTERRUPTION && !step.fails()) {
            return List.of(STEP_STARTED, step.outcome());
        }
        return isLost(fault) ? afterCrash(always) : afterException(always);
    }

    /** Returns whether the attempt has no recorded outcome. A failure may result from the interruption. */
    private boolean isLost(StepFault fault) {
        return switch (fault) {
            case EXCEPTION, ERROR -> false;
            case INTERRUPTION, KILL -> true;
            case IGNORED_INTERRUPTION -> step.fails();
        };
    }

    private List<EventKind> afterException(boolean always) {
        return switch (step.effect()) {
            case READ -> List.of(STEP_STARTED, STEP_FAILED);
            case IDEMPOTENT ->
                always
                        ? attempts(List.of(STEP_STARTED, STEP_IN_DOUBT), STEP_FAILED)
                        : List.of(STEP_STARTED, STEP_IN_DOUBT, STEP_STARTED, step.outcome());
            case WRITE -> List.of(STEP_STARTED, STEP_IN_DOUBT, STEP_FAILED);
            case DESTRUCTIVE -> byPerson(STEP_STARTED, STEP_IN_DOUBT);
            case TRANSACTIONAL -> throw new IllegalArgumentException("the scenarios have no such step");
        };
    }

    private List<EventKind> afterCrash(boolean always) {
        return switch (step.effect()) {
            case READ, IDEMPOTENT ->
                always
                        ? attempts(List.of(STEP_STARTED), STEP_FAILED)
                        : List.of(STEP_STARTED, STEP_STARTED, step.outcome());
            case WRITE ->
                always
                        ? attempts(List.of(STEP_STARTED), ANSWERED_BY_PERSON)
                        : List.of(STEP_STARTED, STEP_STARTED, step.outcome());
            case DESTRUCTIVE -> byPerson(STEP_STARTED);
            case TRANSACTIONAL -> throw new IllegalArgumentException("the scenarios have no such step");
        };
    }

    private List<EventKind> byPerson(EventKind... before) {
        List<EventKind> kinds = new ArrayList<>(List.of(before));
        kinds.add(ANSWERED_BY_PERSON);
        boolean seen = step.changes() && moment == World.Moment.AFTER;
        if (policy == UncertainStepDecision.LOOK_IT_UP && !seen) {
            kinds.add(STEP_STARTED);
            kinds.add(step.outcome());
        }
        return kinds;
    }

    private static List<EventKind> attempts(List<EventKind> each, EventKind end) {
        List<EventKind> kinds = new ArrayList<>();
        for (int i = 0; i < ATTEMPTS; i++) {
            kinds.addAll(each);
        }
        kinds.add(end);
        return kinds;
    }
}
