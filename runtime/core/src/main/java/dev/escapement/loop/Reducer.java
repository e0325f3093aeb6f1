package dev.escapement.loop;

import dev.escapement.tool.Call;
import java.util.ArrayList;
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
        Map<String, Event.Answer> answers = new HashMap<>();
        int position = thread.events().size() - 1;
        while (!(thread.events().get(position) instanceof Event.ModelReplied)) {
            if (thread.events().get(position) instanceof Event.Answer answer) {
                answers.put(answer.callId(), answer);
            }
            position--;
        }
        List<Call> calls = ((Event.ModelReplied) thread.events().get(position)).calls();
        if (calls.isEmpty()) {
            return new Command.AwaitReply();
        }
        List<Call> finishing = new ArrayList<>();
        boolean othersFailed = false;
        for (Call call : calls) {
            Event.Answer answer = answers.get(call.id());
            if (answer != null) {
                othersFailed |= !(answer instanceof Event.StepReturned);
                continue;
            }
            Optional<String> fault = CallCheck.fault(call, loop.tools());
            if (fault.isPresent()) {
                return new Command.RejectCall(call, fault.get());
            }
            if (!loop.finishes(call)) {
                return runStep(loop, thread, position, call);
            }
            finishing.add(call);
        }
        if (finishing.isEmpty()) {
            return new Command.AskModel();
        }
        Call last = finishing.get(0);
        if (othersFailed) {
            return new Command.RejectCall(last, OTHERS_FAILED);
        }
        return finishing.size() > 1 ? new Command.RejectCall(last, TWO_ENDS) : runStep(loop, thread, position, last);
    }

    private static Command runStep(AgentLoop loop, AgentThread thread, int position, Call call) {
        // Providers promise ids that differ within a reply, not within a thread: the position makes the key unique.
        String key = thread.id() + "/" + position + "/" + call.id();
        return new Command.RunStep(call, loop.effect(call), new StepContext(thread.id(), call.id(), key));
    }
}
