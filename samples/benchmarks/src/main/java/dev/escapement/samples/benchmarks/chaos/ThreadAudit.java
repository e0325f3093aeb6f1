package dev.escapement.samples.benchmarks.chaos;

import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Answer;
import dev.escapement.thread.AnsweredByPerson;
import dev.escapement.thread.Event;
import dev.escapement.tool.Call;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The verification of one thread. It uses the events only, not the state that the library derives from them. */
final class ThreadAudit {

    private final AgentThread thread;
    private final Figures figures;
    private final Map<String, CallAudit> calls = new LinkedHashMap<>();
    private final Map<String, Call> arguments = new HashMap<>();
    private final List<Event.StepStarted> starts = new ArrayList<>();
    private final List<String> outcomes = new ArrayList<>();
    private final Set<String> doubtful = new HashSet<>();
    private int replies;

    private ThreadAudit(AgentThread thread, Figures figures) {
        this.thread = thread;
        this.figures = figures;
    }

    /** Verifies a thread and adds its figures. */
    static ThreadAudit of(AgentThread thread, Figures figures) {
        ThreadAudit audit = new ThreadAudit(thread, figures);
        audit.read();
        audit.checkCalls();
        return audit;
    }

    private void read() {
        boolean ended = false;
        for (Event event : thread.events()) {
            figures.require0(
                    "second starts or events at the wrong position",
                    event instanceof Event.Started == (event == thread.events().get(0)) ? 0 : 1,
                    thread.id());
            if (event instanceof Event.ModelReplied reply && !ended) {
                replies++;
                reply.calls().forEach(this::selected);
            }
            if (event instanceof Event.OfCall ofCall) {
                read(ofCall, ended);
            }
            ended |= event instanceof Event.End || isEnd(event);
        }
    }

    private static boolean isEnd(Event event) {
        return event instanceof AnsweredByPerson person && person.answer() instanceof Answer.Finished;
    }

    private void selected(Call call) {
        figures.require0(
                "call ids that occur twice in a thread",
                calls.put(call.id(), new CallAudit()) == null ? 0 : 1,
                thread.id());
        arguments.put(call.id(), call);
    }

    private void read(Event.OfCall event, boolean ended) {
        if (event.callId().isEmpty()) {
            return; // the end of a thread by text
        }
        CallAudit call = calls.get(event.callId());
        figures.require0("events of unknown calls", call == null ? 1 : 0, thread.id() + " " + event.callId());
        if (call == null) {
            return;
        }
        if (event instanceof Event.StepStarted start) {
            figures.require0("steps started after the end of a thread", ended ? 1 : 0, thread.id());
            checkKey(start);
            starts.add(start);
        } else if (isOutcome(event) && !call.starts().isEmpty()) {
            outcomes.add(call.starts().get(0).idempotencyKey());
        }
        if (!ended) {
            int answers = call.answers();
            call.add(event);
            if (call.answers() > answers) {
                answered(event, call);
            }
        }
        if (event instanceof Event.CallSelected selection) {
            selected(selection.next());
        } else if (event instanceof AnsweredByPerson person) {
            person.next().ifPresent(this::selected);
        } else if (event instanceof Event.Approved approved) {
            approved.editedArguments()
                    .ifPresent(edited -> arguments.computeIfPresent(
                            approved.callId(), (id, before) -> new Call(id, before.tool(), edited)));
        }
    }

    /** Returns whether an event records that a step ended normally. */
    private static boolean isOutcome(Event.OfCall event) {
        return switch (event.kind()) {
            case STEP_RETURNED, CALL_SELECTED, REPLY_ASKED, FINISHED -> true;
            default -> false;
        };
    }

    /**
     * Checks that a key contains the number of the last reply, unless the call repeats one whose outcome is unknown, and
     * has its key.
     */
    private void checkKey(Event.StepStarted start) {
        String key = start.idempotencyKey();
        boolean isAttempt = starts.stream().anyMatch(earlier -> isSameCall(earlier, start));
        boolean isRepeated = !isAttempt && doubtful.contains(key);
        boolean isNew =
                starts.stream().noneMatch(earlier -> earlier.idempotencyKey().equals(key))
                        && key.startsWith(thread.id() + "/" + replies + "/");
        figures.add("calls with the key of an equal call in doubt", isRepeated ? 1 : 0);
        figures.require0(
                "keys with the number of another reply",
                isAttempt || isRepeated || isNew ? 0 : 1,
                key + " after reply " + replies);
    }

    private static boolean isSameCall(Event.StepStarted earlier, Event.StepStarted start) {
        return earlier.callId().equals(start.callId())
                && earlier.idempotencyKey().equals(start.idempotencyKey());
    }

    /** Keeps the keys of calls in doubt. The answer to a later call with the key ends the doubt. */
    private void answered(Event.OfCall answer, CallAudit call) {
        if (!call.starts().isEmpty()) {
            String key = call.starts().get(0).idempotencyKey();
            if (answer instanceof Event.StepFailed failed && failed.mayHaveTakenEffect()) {
                doubtful.add(key);
            } else {
                doubtful.remove(key);
            }
        }
    }

    private void checkCalls() {
        boolean finished =
                thread.end().filter(end -> end instanceof Event.Finished).isPresent();
        calls.forEach((id, call) -> {
            boolean isAnswered = call.answers() == 1 || (call.answers() == 0 && !finished);
            figures.add("calls", 1);
            figures.require0(
                    "calls without exactly one answer",
                    isAnswered ? 0 : 1,
                    thread.id() + " " + id + " has " + call.answers());
            figures.require0(
                    "calls that break the rules of attempts",
                    call.fault().isEmpty() ? 0 : 1,
                    thread.id() + " " + id + ": " + call.fault());
            figures.require0(
                    "destructive steps started without an approval", call.isApproved() ? 0 : 1, thread.id() + " " + id);
            figures.add("repeated attempts", Math.max(0, call.starts().size() - 1));
            figures.add("permissions to run again", call.permissions());
        });
    }

    /** Returns the starts of all steps. */
    List<Event.StepStarted> starts() {
        return starts;
    }

    /** Returns the keys of the steps that ended normally according to the thread. */
    List<String> outcomes() {
        return outcomes;
    }

    /** Returns the arguments with which the call of a start was to run. */
    String arguments(Event.StepStarted start) {
        Call call = arguments.get(start.callId());
        return call == null ? "" : call.arguments();
    }
}
