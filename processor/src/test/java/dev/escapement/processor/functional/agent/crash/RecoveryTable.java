package dev.escapement.processor.functional.agent.crash;

import static dev.escapement.thread.EventKind.ANSWERED_BY_PERSON;
import static dev.escapement.thread.EventKind.STEP_FAILED;
import static dev.escapement.thread.EventKind.STEP_IN_DOUBT;
import static dev.escapement.thread.EventKind.STEP_STARTED;

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
                always ? attempts(List.of(STEP_STARTED), STEP_FAILED) : List.of(STEP_STARTED, STEP_STARTED, step.outcome());
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
