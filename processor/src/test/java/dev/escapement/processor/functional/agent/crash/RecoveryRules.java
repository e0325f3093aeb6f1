package dev.escapement.processor.functional.agent.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.thread.Answer;
import dev.escapement.thread.AnsweredByPerson;
import dev.escapement.thread.Event;
import dev.escapement.thread.EventKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rules of the recovery from unknown outcomes that hold for every thread, whatever faults happened. They compare the
 * attempts that the thread records with the effects in the world, for each idempotency key.
 */
final class RecoveryRules {

    private static final int ATTEMPTS = 3;

    private final ScenarioRun run;
    private final String where;
    private final Map<String, List<Event.OfCall>> calls = new LinkedHashMap<>();

    private RecoveryRules(ScenarioRun run, String where) {
        this.run = run;
        this.where = where;
        for (Event event : run.events()) {
            if (event instanceof Event.OfCall ofCall) {
                calls.computeIfAbsent(ofCall.callId(), id -> new ArrayList<>()).add(ofCall);
            }
        }
    }

    /** Asserts that all rules hold for a run. */
    static void verify(ScenarioRun run, String where) {
        RecoveryRules rules = new RecoveryRules(run, where);
        rules.verifyAnswers();
        rules.calls.values().forEach(rules::verifyAttempts);
        rules.verifyEffects();
    }

    /** Returns the events of a call from the first start of its step. */
    static List<Event.OfCall> attempts(ScenarioRun run, String callId) {
        List<Event.OfCall> events = new RecoveryRules(run, "").calls.getOrDefault(callId, List.of());
        return events.stream()
                .dropWhile(event -> event.kind() != EventKind.STEP_STARTED)
                .toList();
    }

    /** Each call of the model or of code has exactly one answer, unless the thread waits for it or has ended. */
    private void verifyAnswers() {
        Map<String, Integer> answers = new TreeMap<>();
        boolean open = false;
        for (Event event : run.events()) {
            if (event instanceof Event.ModelReplied replied) {
                assertTrue(answers.values().stream().allMatch(count -> count == 1), () -> where + ": " + answers);
                replied.calls().forEach(call -> answers.put(call.id(), 0));
            } else if (event instanceof Event.OfCall ofCall) {
                answers.merge(ofCall.callId(), answers(ofCall), Integer::sum);
                open |= ofCall.kind() == EventKind.APPROVAL_ASKED || ofCall.kind() == EventKind.REPLY_ASKED;
            }
            if (event instanceof Event.CallSelected selected) {
                answers.put(selected.next().id(), 0);
            } else if (event instanceof AnsweredByPerson answered) {
                answered.next().ifPresent(next -> answers.put(next.id(), 0));
            } else if (event instanceof Event.ReplyAsked asked) {
                answers.put(asked.callId(), 0); // a further question replaces an unchecked reply that was not valid
            }
        }
        assertTrue(answers.values().stream().allMatch(count -> count <= 1), () -> where + ": " + answers);
        boolean mayWait = open || run.thread().hasEnded();
        assertTrue(mayWait || answers.values().stream().allMatch(count -> count == 1), () -> where + ": " + answers);
    }

    private static int answers(Event.OfCall event) {
        if (event instanceof AnsweredByPerson answered) {
            return switch (answered.answer().kind()) {
                case RETURNED, NEXT, FINISHED, FAILED -> 1;
                case QUESTION, RUN_AGAIN -> 0;
            };
        }
        return event instanceof Event.CallAnswer ? 1 : 0;
    }

    private void verifyAttempts(List<Event.OfCall> call) {
        int attempt = 0;
        String key = null;
        boolean threw = false;
        for (Event.OfCall event : call) {
            if (event instanceof Event.StepStarted started) {
                attempt++;
                assertEquals(attempt, started.attempt(), () -> where + ": " + call);
                assertTrue(key == null || key.equals(started.idempotencyKey()), () -> where + ": " + call);
                assertTrue(attempt <= attempts(started, threw), () -> where + ": " + call);
                key = started.idempotencyKey();
                threw = false;
            } else if (event.kind() == EventKind.STEP_IN_DOUBT) {
                threw = true;
            } else if (event instanceof AnsweredByPerson answered
                    && answered.answer().kind() == Answer.Kind.RUN_AGAIN) {
                attempt = 0;
                threw = false;
            }
        }
    }

    private static int attempts(Event.StepStarted started, boolean threw) {
        return switch (started.effect()) {
            case READ, IDEMPOTENT -> ATTEMPTS;
            case WRITE -> threw ? 1 : ATTEMPTS;
            case DESTRUCTIVE -> 1;
            case TRANSACTIONAL -> throw new IllegalArgumentException("the scenarios have no such step");
        };
    }

    /** No step runs without a recorded start. */
    private void verifyEffects() {
        Map<String, Integer> starts = new TreeMap<>();
        calls.values()
                .forEach(call -> call.forEach(event -> {
                    if (event instanceof Event.StepStarted started) {
                        starts.merge(started.idempotencyKey(), 1, Integer::sum);
                    }
                }));
        for (World.Entry entry : run.world().journal()) {
            if (!entry.key().isEmpty()) {
                int started = starts.getOrDefault(entry.key(), 0);
                assertTrue(run.world().begun(entry.key()) <= started, () -> where + ": " + entry);
            }
        }
    }

    /** Asserts that each completed step with an effect has its outcome directly after its start. */
    static void verifyNoOutcomeLost(ScenarioRun run, String where) {
        RecoveryRules rules = new RecoveryRules(run, where);
        Map<String, Integer> outcomes = new TreeMap<>();
        rules.calls.values().forEach(call -> {
            for (int i = 0; i + 1 < call.size(); i++) {
                if (call.get(i) instanceof Event.StepStarted started && isOutcome(call.get(i + 1))) {
                    outcomes.merge(started.idempotencyKey(), 1, Integer::sum);
                }
            }
        });
        run.world().journal().stream()
                .filter(entry -> entry.deed() == World.Deed.CHANGE)
                .forEach(entry -> assertTrue(
                        run.world().completed(entry.key()) <= outcomes.getOrDefault(entry.key(), 0),
                        () -> where + ": the outcome of " + entry + " is lost"));
    }

    private static boolean isOutcome(Event.OfCall event) {
        return switch (event.kind()) {
            case STEP_RETURNED, STEP_FAILED, STEP_IN_DOUBT, CALL_SELECTED, REPLY_ASKED, FINISHED -> true;
            default -> false;
        };
    }
}
