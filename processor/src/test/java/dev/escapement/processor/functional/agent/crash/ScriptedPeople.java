package dev.escapement.processor.functional.agent.crash;

import dev.escapement.engine.Command;
import dev.escapement.run.Approver;
import dev.escapement.run.Runner;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.thread.Reply;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The scripted decisions of people when a thread waits. They are stateless: repeated questions have equal answers. */
final class ScriptedPeople {

    /** The approver of all decisions. */
    static final Approver ANN = Approver.of("ann");

    /** A decision to be passed to a runner. */
    @FunctionalInterface
    interface Decision {
        AgentThread tell(Runner runner, String thread);
    }

    /** The call and the kind of command that a decision applies to. */
    private record Place(String callId, Class<? extends Command> on) {}

    private final Map<Place, Decision> decisions = new HashMap<>();
    private final List<String> messages = new ArrayList<>();

    ScriptedPeople approve(String callId) {
        return decide(callId, Command.AwaitApproval.class, (runner, thread) -> runner.approve(thread, callId, ANN));
    }

    ScriptedPeople approveEdited(String callId, String arguments) {
        return decide(
                callId,
                Command.AwaitApproval.class,
                (runner, thread) -> runner.approveEdited(thread, callId, ANN, arguments));
    }

    ScriptedPeople refuse(String callId, String reason) {
        return decide(
                callId, Command.AwaitApproval.class, (runner, thread) -> runner.refuse(thread, callId, ANN, reason));
    }

    ScriptedPeople reply(String callId, Reply reply) {
        return decide(callId, Command.AwaitReply.class, (runner, thread) -> runner.reply(thread, callId, reply));
    }

    ScriptedPeople reply(String callId, String json) {
        return decide(callId, Command.AwaitReply.class, (runner, thread) -> runner.reply(thread, callId, json));
    }

    /** Cancels the thread in place of deciding about a call. */
    ScriptedPeople cancel(String callId, String reason) {
        return decide(callId, Command.AwaitForCall.class, (runner, thread) -> runner.cancel(thread, reason));
    }

    /** Adds the next message of a person when the thread waits for one. */
    ScriptedPeople say(String text) {
        messages.add(text);
        return this;
    }

    private ScriptedPeople decide(String callId, Class<? extends Command> on, Decision decision) {
        decisions.put(new Place(callId, on), decision);
        return this;
    }

    /** Returns the decision where a thread waits now; empty if it remains waiting. */
    Optional<Decision> decide(AgentThread thread, Command command) {
        if (command instanceof Command.AwaitMessage) {
            long said = thread.events().stream()
                    .filter(Event.MessageReceived.class::isInstance)
                    .count();
            return said < messages.size()
                    ? Optional.of((runner, id) -> runner.reply(id, messages.get((int) said)))
                    : Optional.empty();
        } else if (command instanceof Command.AwaitForCall wait) {
            return decisions.entrySet().stream()
                    .filter(entry -> entry.getKey().callId().equals(wait.call().id()))
                    .filter(entry -> entry.getKey().on().isInstance(command))
                    .map(Map.Entry::getValue)
                    .findFirst();
        }
        return Optional.empty();
    }
}
