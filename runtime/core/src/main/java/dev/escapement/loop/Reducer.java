package dev.escapement.loop;

import dev.escapement.tool.Call;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rules of the control loop that all agents share: what comes next, given what happened. A pure function; the
 * generated {@link AgentLoop#next} calls it.
 *
 * <p>The calls of a reply are answered in the model's order, with one exception: a call that finishes the thread comes
 * last, and only if all others of the reply succeeded: the model chose it before it saw their answers.
 */
public final class Reducer {

    private static final String OTHERS_FAILED =
            "Not run, because another call of the same reply did not succeed. Read its answer, then decide again.";
    private static final String TWO_ENDS =
            "Not run, because the same reply finishes the thread in more than one way. Choose one.";

    private Reducer() {}

    /**
     * Decides what comes next.
     *
     * @param loop the agent
     * @param thread what happened so far
     * @return what is to be done
     */
    public static Command next(AgentLoop loop, AgentThread thread) {
        Event last = thread.last();
        if (last instanceof Event.Finished || last instanceof Event.Stopped) {
            return new Command.Stop();
        }
        if (last instanceof Event.Started || last instanceof Event.ReplyReceived) {
            return new Command.AskModel();
        }
        return afterReply(loop, thread);
    }

    /** The model's last reply is somewhere behind: its calls are answered one after the other. */
    private static Command afterReply(AgentLoop loop, AgentThread thread) {
        Turn turn = Turn.last(thread);
        if (turn.calls().isEmpty()) {
            return new Command.AwaitReply();
        }
        Call end = null;
        boolean othersFailed = false;
        for (Call call : turn.calls()) {
            Event.Answer answer = turn.answers().get(call.id());
            if (answer != null) {
                othersFailed |= !(answer instanceof Event.StepReturned);
                continue;
            }
            Optional<String> fault = CallCheck.fault(call, turn.at(), loop.tools());
            if (fault.isPresent()) {
                return new Command.RejectCall(call, fault.get());
            }
            if (!loop.finishes(call)) {
                return runStep(loop, thread, turn, call);
            }
            end = end == null ? call : end;
        }
        if (end == null) {
            return new Command.AskModel();
        }
        if (turn.calls().stream().filter(call -> isEnd(loop, turn, call)).count() > 1) {
            return new Command.RejectCall(end, TWO_ENDS);
        }
        return othersFailed ? new Command.RejectCall(end, OTHERS_FAILED) : runStep(loop, thread, turn, end);
    }

    private static boolean isEnd(AgentLoop loop, Turn turn, Call call) {
        return CallCheck.fault(call, turn.at(), loop.tools()).isEmpty() && loop.finishes(call);
    }

    private static Command runStep(AgentLoop loop, AgentThread thread, Turn turn, Call call) {
        // Providers promise ids that differ within a reply, not within a thread: the turn makes the key unique.
        // Without a slash in its last part, a key can be read in one way only, whatever the id of the thread is.
        String callId = call.id().replace("%", "%25").replace("/", "%2F");
        String key = thread.id() + "/" + turn.number() + "/" + callId;
        return new Command.RunStep(call, loop.effect(call), new StepContext(thread.id(), call.id(), key));
    }

    /** A reply of the model, the first one being number 1, when it came, and the answers to its calls so far. */
    private record Turn(int number, Instant at, List<Call> calls, Map<String, Event.Answer> answers) {

        static Turn last(AgentThread thread) {
            int number = 0;
            Instant at = Instant.EPOCH;
            List<Call> calls = List.of();
            Map<String, Event.Answer> answers = new HashMap<>();
            for (Event event : thread.events()) {
                if (event instanceof Event.ModelReplied reply) {
                    number++;
                    at = reply.at();
                    calls = reply.calls();
                    answers.clear();
                } else if (event instanceof Event.Answer answer) {
                    answers.put(answer.callId(), answer);
                }
            }
            if (number == 0) {
                throw new IllegalStateException(
                        "Thread " + thread.id() + " is broken: it has answers to calls, but no reply that made them.");
            }
            return new Turn(number, at, calls, answers);
        }
    }
}
