package dev.escapement.processor.functional.agent.crash;

import dev.escapement.engine.Command;
import dev.escapement.run.Approver;
import dev.escapement.run.Runner;
import dev.escapement.run.ThreadInbox;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Budget;
import dev.escapement.thread.Event;
import dev.escapement.thread.EventKind;
import dev.escapement.thread.Reply;
import dev.escapement.thread.StopCause;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The scripted decisions of people when a thread waits. They depend only on the thread, so that a repeated question has
 * the same answer after a crash.
 */
final class ScriptedPeople {

    /** The approver of all decisions. */
    static final Approver ANN = Approver.of("ann");

    /** A decision to be passed to a runner, or to an inbox without a loop before the thread is resumed. */
    @FunctionalInterface
    interface Decision {
        AgentThread tell(Runner runner, ThreadInbox unchecked, String thread);
    }

    /** The call and the kind of command that decisions apply to. */
    private record Place(String callId, Class<? extends Command> on) {}

    private final Map<Place, List<Decision>> decisions = new HashMap<>();
    private final List<String> messages = new ArrayList<>();
    private final List<Budget> extensions = new ArrayList<>();

    ScriptedPeople approve(String callId) {
        return decide(callId, Command.AwaitApproval.class, (runner, unchecked, id) -> runner.approve(id, callId, ANN));
    }

    ScriptedPeople approveEdited(String callId, String arguments) {
        return decide(
                callId,
                Command.AwaitApproval.class,
                (runner, unchecked, id) -> runner.approveEdited(id, callId, ANN, arguments));
    }

    /** Approves edited arguments without the loop, so that the next process checks them. */
    ScriptedPeople approveUnchecked(String callId, String arguments) {
        return decide(callId, Command.AwaitApproval.class, (runner, unchecked, id) -> {
            unchecked.approveEdited(id, callId, ANN, arguments);
            return runner.resume(id);
        });
    }

    ScriptedPeople refuse(String callId, String reason) {
        return decide(
                callId, Command.AwaitApproval.class, (runner, unchecked, id) -> runner.refuse(id, callId, ANN, reason));
    }

    ScriptedPeople reply(String callId, Reply reply) {
        return decide(callId, Command.AwaitReply.class, (runner, unchecked, id) -> runner.reply(id, callId, reply));
    }

    ScriptedPeople reply(String callId, String json) {
        return decide(callId, Command.AwaitReply.class, (runner, unchecked, id) -> runner.reply(id, callId, json));
    }

    /** Replies without the loop, so that the next process checks the reply. */
    ScriptedPeople replyUnchecked(String callId, String json) {
        return decide(callId, Command.AwaitReply.class, (runner, unchecked, id) -> {
            unchecked.reply(id, callId, json);
            return runner.resume(id);
        });
    }

    /** Cancels the thread in place of deciding about a call. */
    ScriptedPeople cancel(String callId, String reason) {
        return decide(callId, Command.AwaitForCall.class, (runner, unchecked, id) -> runner.cancel(id, reason));
    }

    /** Adds the next message of a person when the thread waits for one. */
    ScriptedPeople say(String text) {
        messages.add(text);
        return this;
    }

    /** Adds the next extension when the thread has stopped because of its budget. */
    ScriptedPeople extend(Budget more) {
        extensions.add(more);
        return this;
    }

    private ScriptedPeople decide(String callId, Class<? extends Command> on, Decision decision) {
        decisions
                .computeIfAbsent(new Place(callId, on), place -> new ArrayList<>())
                .add(decision);
        return this;
    }

    /** Returns the decision where a thread waits now; empty if it remains waiting. */
    Optional<Decision> decide(AgentThread thread, Command command) {
        if (command instanceof Command.AwaitMessage) {
            return next(messages, count(thread, EventKind.MESSAGE_RECEIVED))
                    .map(text -> (runner, unchecked, id) -> runner.reply(id, text));
        } else if (command instanceof Command.AwaitForCall wait) {
            String callId = wait.call().id();
            return decisions.entrySet().stream()
                    .filter(entry -> entry.getKey().callId().equals(callId))
                    .filter(entry -> entry.getKey().on().isInstance(command))
                    .findFirst()
                    .flatMap(entry -> next(entry.getValue(), decided(thread, callId, command)));
        } else if (isOutOfBudget(thread)) {
            return next(extensions, count(thread, EventKind.BUDGET_EXTENDED))
                    .map(more -> (runner, unchecked, id) -> runner.extend(id, ANN, more));
        }
        return Optional.empty();
    }

    private static <T> Optional<T> next(List<T> script, long used) {
        return used < script.size() ? Optional.of(script.get((int) used)) : Optional.empty();
    }

    private static boolean isOutOfBudget(AgentThread thread) {
        return thread.end().orElse(null) instanceof Event.Stopped stopped && stopped.cause() == StopCause.BUDGET;
    }

    private static long count(AgentThread thread, EventKind kind) {
        return thread.events().stream().filter(event -> event.kind() == kind).count();
    }

    /** Returns the number of decisions of the same kind about a call, which were not valid. */
    private static long decided(AgentThread thread, String callId, Command command) {
        EventKind kind = command instanceof Command.AwaitReply ? EventKind.REPLY_RECEIVED : EventKind.APPROVED;
        return thread.events().stream()
                .filter(event ->
                        event.kind() == kind && ((Event.OfCall) event).callId().equals(callId))
                .count();
    }
}
