package dev.escapement.processor.functional.agent.crash;

import dev.escapement.Effect;
import dev.escapement.engine.ModelMessages;
import dev.escapement.thread.Answer;
import dev.escapement.thread.AnsweredByPerson;
import dev.escapement.thread.Event;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/** The events that crashes add to a thread, because the steps that were running start again. */
final class Restarts {

    private Restarts() {}

    /**
     * Returns the events of an uninterrupted thread and those that crashes add.
     *
     * @param crashedAfter selects the indexes of the uninterrupted events that were followed by a crash
     */
    static List<Event> after(List<Event> whole, IntPredicate crashedAfter) {
        List<Event> events = new ArrayList<>();
        Map<String, Event.StepStarted> running = new LinkedHashMap<>();
        for (int i = 0; i < whole.size(); i++) {
            Event event = whole.get(i);
            if (event instanceof Event.StepStarted started) {
                running.put(started.callId(), started);
            } else if (event instanceof Event.OfCall ofCall) {
                running.remove(ofCall.callId());
            }
            if (!events.contains(event) || !isForBudget(event)) {
                events.add(event);
            }
            if (crashedAfter.test(i) && !running.isEmpty()) {
                addRejections(whole, i, running.keySet(), events);
                running.replaceAll((callId, started) -> restart(started, events));
            }
        }
        return events;
    }

    /**
     * Adds the rejections for lack of budget that follow the outcomes of the running steps. A new process makes them
     * first, because the steps have already used the budget.
     */
    private static void addRejections(List<Event> whole, int crash, Set<String> running, List<Event> events) {
        int next = crash + 1;
        while (next < whole.size()
                && whole.get(next) instanceof Event.OfCall ended
                && running.contains(ended.callId())) {
            next++;
        }
        while (next < whole.size() && isForBudget(whole.get(next)) && !events.contains(whole.get(next))) {
            events.add(whole.get(next));
            next++;
        }
    }

    private static boolean isForBudget(Event event) {
        return event instanceof Event.CallRejected rejected && rejected.reason().equals(ModelMessages.KEPT_FOR_THE_END);
    }

    /** Adds the next attempt, which a person permits if the step is DESTRUCTIVE. */
    private static Event.StepStarted restart(Event.StepStarted started, List<Event> events) {
        int attempt = started.attempt() + 1;
        if (started.effect() == Effect.DESTRUCTIVE) {
            attempt = 1; // a person's permission restarts the count
            events.add(new AnsweredByPerson(
                    started.at(), started.callId(), ScriptedPeople.ANN.name(), new Answer.RunAgain(), ""));
        }
        Event.StepStarted next = new Event.StepStarted(
                started.at(), started.callId(), started.effect(), started.idempotencyKey(), attempt, started.flow());
        events.add(next);
        return next;
    }
}
