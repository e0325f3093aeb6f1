package dev.escapement.run;

import dev.escapement.json.Decoded;
import dev.escapement.loop.AgentThread;
import dev.escapement.loop.Command;
import dev.escapement.loop.Event;
import dev.escapement.loop.Flow;
import dev.escapement.loop.Recording;
import dev.escapement.loop.Reply;
import dev.escapement.tool.Call;
import dev.escapement.tool.ToolSpec;
import java.util.Optional;

/**
 * Turns what people decide into events, if the thread waits for just that. All throw {@link NotWaitingException} if it
 * does not.
 */
final class Decisions {

    private final Equipment equipment;

    Decisions(Equipment equipment) {
        this.equipment = equipment;
    }

    Event approved(AgentThread thread, String callId, Approver approver) {
        Command.AwaitApproval approval = awaited(thread, callId, Command.AwaitApproval.class);
        return Recording.approved(equipment.loop(), equipment.now(), approver.name(), approval, Optional.empty());
    }

    Event approvedEdited(AgentThread thread, String callId, Approver approver, String arguments) {
        Command.AwaitApproval approval = awaited(thread, callId, Command.AwaitApproval.class);
        Call edited = new Call(callId, approval.call().tool(), arguments);
        Recording.fault(equipment.loop(), thread, edited).ifPresent(fault -> {
            throw new InvalidInputException(fault);
        });
        return Recording.approved(equipment.loop(), equipment.now(), approver.name(), approval, Optional.of(arguments));
    }

    Event refused(AgentThread thread, String callId, Approver approver, String reason) {
        awaited(thread, callId, Command.AwaitApproval.class);
        return new Event.Refused(equipment.now(), callId, approver.name(), reason);
    }

    Event replied(AgentThread thread, String callId, String json) {
        Call call = awaited(thread, callId, Command.AwaitReply.class).call();
        if (equipment.loop().readReply(call.tool(), json) instanceof Decoded.Rejected<?> rejected) {
            throw new InvalidInputException(rejected.report("The reply to " + call.tool() + " was rejected."));
        }
        return new Event.ReplyReceived(equipment.now(), callId, json);
    }

    Event replied(AgentThread thread, String callId, Reply reply) {
        Call call = awaited(thread, callId, Command.AwaitReply.class).call();
        if (!call.tool().equals(reply.tool())) {
            throw new InvalidInputException("This is a reply to " + reply.tool() + ", and the question came from "
                    + call.tool() + ". Use the method of the generated loop that is named after that step.");
        }
        return replied(thread, callId, reply.json());
    }

    Event said(AgentThread thread, String text) {
        Command command = equipment.loop().next(thread);
        if (!(command instanceof Command.AwaitMessage)) {
            throw new NotWaitingException(thread, "does not wait for a message. " + Standing.of(thread, command));
        }
        return new Event.MessageReceived(equipment.now(), text);
    }

    Event confirmed(AgentThread thread, String callId, Approver approver, String note) {
        Call call = awaited(thread, callId, Command.AwaitDecision.class).call();
        if (flow(call) != Flow.RETURNS) {
            throw new InvalidInputException(
                    "What follows " + call.tool() + " is decided by what its step returns, and a"
                            + " note cannot say that. Let the step run again, with the same idempotency key, or stop the thread.");
        }
        return new Event.StepConfirmed(equipment.now(), callId, approver.name(), note);
    }

    /** What follows the step of a call. Nothing can follow a step that this release of the agent does not have. */
    private Flow flow(Call call) {
        boolean known = ToolSpec.named(call.tool(), equipment.loop().tools()).isPresent();
        return known ? equipment.loop().flow(call.tool()) : Flow.RETURNS;
    }

    Event rerunAllowed(AgentThread thread, String callId, Approver approver) {
        awaited(thread, callId, Command.AwaitDecision.class);
        return new Event.RerunAllowed(equipment.now(), callId, approver.name());
    }

    Event stopped(AgentThread thread, String reason) {
        if (thread.hasEnded()) { // not next: a thread for which that fails must be stoppable too
            throw new NotWaitingException(thread, "cannot be stopped. " + Standing.of(thread, new Command.Rest()));
        }
        return new Event.Stopped(equipment.now(), reason);
    }

    private <T extends Command.AwaitForCall> T awaited(AgentThread thread, String callId, Class<T> type) {
        Command command = equipment.loop().next(thread);
        if (type.isInstance(command)) {
            T awaited = type.cast(command);
            if (awaited.call().id().equals(callId)) {
                return awaited;
            }
        }
        throw new NotWaitingException(thread, Standing.of(thread, command, callId));
    }
}
