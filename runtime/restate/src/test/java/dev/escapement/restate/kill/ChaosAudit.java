package dev.escapement.restate.kill;

import dev.escapement.Effect;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Answer;
import dev.escapement.thread.AnsweredByPerson;
import dev.escapement.thread.DelegateEnded;
import dev.escapement.thread.Event;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The verification of threads and of the effects in the ledger, by the events only. */
final class ChaosAudit {

    private final ChaosFigures figures;
    private final Map<String, Integer> starts = new HashMap<>();
    private final Map<String, Integer> permissions = new HashMap<>();
    private final Set<String> outcomes = new HashSet<>();

    ChaosAudit(ChaosFigures figures) {
        this.figures = figures;
    }

    /** Verifies a thread that has ended. */
    void add(AgentThread thread) {
        figures.add("events", thread.events().size());
        Map<String, Integer> answers = new HashMap<>();
        Map<String, String> keys = new HashMap<>();
        Set<String> approved = new HashSet<>();
        for (Event event : thread.events()) {
            if (event instanceof Event.ModelReplied reply) {
                reply.calls().forEach(call -> answers.put(call.id(), 0));
            } else if (event instanceof Event.StepStarted start) {
                started(thread, start, approved, keys);
            } else if (event instanceof Event.Approved approval) {
                approved.add(approval.callId());
            } else if (event instanceof AnsweredByPerson person) {
                answered(person, answers, keys);
            } else if (event instanceof DelegateEnded ended) {
                answers.merge(ended.callId(), 1, Integer::sum);
            } else if (event instanceof Event.CallAnswer answer) {
                answers.merge(answer.callId(), 1, Integer::sum);
                outcome(thread, answer, keys);
            }
        }
        answers.forEach(
                (call, count) -> figures.require(count == 1, thread.id() + " " + call + " has " + count + " answers."));
    }

    private void started(AgentThread thread, Event.StepStarted start, Set<String> approved, Map<String, String> keys) {
        String key = start.idempotencyKey();
        String other = keys.put(start.callId(), key);
        figures.require(other == null || other.equals(key), thread.id() + ": " + start.callId() + " has two keys.");
        int repeated = starts.merge(key, 1, Integer::sum) > 1 ? 1 : 0;
        figures.add("repeated starts: " + start.effect(), repeated);
        figures.add("repeated starts", repeated);
        if (start.effect() == Effect.DESTRUCTIVE) {
            figures.require(approved.contains(start.callId()), thread.id() + " " + start.callId() + ": no approval.");
            permissions.putIfAbsent(key, 1);
            int permitted = permissions.get(key);
            figures.require(starts.get(key) <= permitted, key + " started again without a permission.");
        }
    }

    private void answered(AnsweredByPerson person, Map<String, Integer> answers, Map<String, String> keys) {
        if (person.answer().kind() == Answer.Kind.RUN_AGAIN) {
            permissions.merge(keys.get(person.callId()), 1, Integer::sum);
        } else {
            answers.merge(person.callId(), 1, Integer::sum);
        }
    }

    private void outcome(AgentThread thread, Event.CallAnswer answer, Map<String, String> keys) {
        switch (answer.kind()) {
            case STEP_RETURNED, CALL_SELECTED, FINISHED -> {
                String key = keys.get(answer.callId());
                figures.require(key != null, thread.id() + ": the outcome of " + answer.callId() + " has no start.");
                if (key != null) {
                    outcomes.add(key);
                }
            }
            default -> {}
        }
    }

    /** Counts the kills during executions, the threads that were open during a kill, and those that were executed. */
    void addKills(List<Instant> kills, List<AgentThread> threads) {
        Set<String> open = new HashSet<>();
        Set<String> executed = new HashSet<>();
        for (Instant kill : kills) {
            boolean isDuringExecution = false;
            for (AgentThread thread : threads) {
                Optional<Event> next = next(thread, kill);
                next.ifPresent(event -> open.add(thread.id()));
                if (next.filter(event -> !ofOther(event)).isPresent()) {
                    executed.add(thread.id());
                    isDuringExecution = true;
                }
            }
            figures.add("kills during an execution", isDuringExecution ? 1 : 0);
        }
        figures.add("threads that are open during a kill", open.size());
        figures.add("threads that are executed during a kill", executed.size());
    }

    /** Returns the first event after a time at which the thread had begun and had not ended. */
    private static Optional<Event> next(AgentThread thread, Instant time) {
        return thread.events().get(0).at().isBefore(time)
                ? thread.events().stream()
                        .filter(event -> event.at().isAfter(time))
                        .findFirst()
                : Optional.empty();
    }

    /** Returns whether a person or another thread caused an event, for which the thread waited and was not executed. */
    private static boolean ofOther(Event event) {
        return switch (event.kind()) {
            case APPROVED,
                    REFUSED,
                    REPLY_RECEIVED,
                    ANSWERED_BY_PERSON,
                    MESSAGE_RECEIVED,
                    BUDGET_EXTENDED,
                    DELEGATE_ENDED,
                    EXPIRED -> true;
            default -> false;
        };
    }

    /** Verifies the effects. */
    void check(List<EffectFile.Taken> ledger) {
        Map<String, Integer> counts = new HashMap<>();
        Map<String, Effect> effects = new HashMap<>();
        for (EffectFile.Taken taken : ledger) {
            counts.merge(taken.key(), 1, Integer::sum);
            effects.put(taken.key(), taken.effect());
            figures.add("effects: " + taken.effect(), 1);
        }
        figures.add(
                "processes with effects",
                ledger.stream()
                        .map(EffectFile.Taken::pid)
                        .collect(Collectors.toSet())
                        .size());
        counts.forEach((key, count) -> {
            Effect effect = effects.get(key);
            figures.add("keys with an effect: " + effect, 1);
            figures.max("most effects of one key: " + effect, count);
            figures.require(
                    count <= starts.getOrDefault(key, 0),
                    String.format(
                            Locale.ROOT, "%s has %d effects and %d starts.", key, count, starts.getOrDefault(key, 0)));
            figures.require(effect != Effect.DESTRUCTIVE || count == 1, key + " has " + count + " effects.");
        });
        outcomes.forEach(key -> figures.require(counts.containsKey(key), key + " has an outcome and no effect."));
    }
}
