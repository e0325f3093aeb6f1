package dev.escapement.run;

import dev.escapement.engine.Command;
import dev.escapement.engine.EventFactory;
import dev.escapement.engine.Flow;
import dev.escapement.run.InvalidInputException.Reason;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.thread.Reply;
import dev.escapement.tool.Call;
import dev.escapement.tool.ToolSpec;
import java.util.Optional;

/**
 * A validator that checks people's decisions and converts them to events. All methods throw {@link NotWaitingException}
 * if the thread does not wait for the decision.
 */
final class Decisions {

    private final RunnerConfig config;

    Decisions(RunnerConfig config) {
        this.config = config;
    }

    Event approved(AgentThread thread, String callId, Approver approver) {
        Command.AwaitApproval approval = awaited(thread, callId, Command.AwaitApproval.class);
        return EventFactory.approved(config.loop(), config.now(), approver.name(), approval, Optional.empty());
    }

    Event approvedEdited(AgentThread thread, String callId, Approver approver, String arguments) {
        Command.AwaitApproval approval = awaited(thread, callId, Command.AwaitApproval.class);
        Call edited = new Call(callId, approval.call().tool(), arguments);
        EventFactory.fault(config.loop(), thread, edited).ifPresent(fault -> {
            throw new InvalidInputException(callId, Reason.INVALID_ARGUMENTS, fault);
        });
        return EventFactory.approved(config.loop(), config.now(), approver.name(), approval, Optional.of(arguments));
    }

    Event refused(AgentThread thread, String callId, Approver approver, String reason) {
        awaited(thread, callId, Command.AwaitApproval.class);
        return new Event.Refused(config.now(), callId, approver.name(), reason);
    }

    Event replied(AgentThread thread, String callId, String json) {
        Call call = awaited(thread, callId, Command.AwaitReply.class).call();
        return config.loop()
                .readReply(call.tool(), json)
                .fold(accepted -> new Event.ReplyReceived(config.now(), callId, json), rejected -> {
                    throw new InvalidInputException(
                            callId, Reason.INVALID_REPLY, rejected.report(RunMessages.replyRejected(call.tool())));
                });
    }

    Event replied(AgentThread thread, String callId, Reply reply) {
        Call call = awaited(thread, callId, Command.AwaitReply.class).call();
        if (!call.tool().equals(reply.tool())) {
            throw new InvalidInputException(
                    callId, Reason.REPLY_TO_OTHER_STEP, RunMessages.replyToOtherStep(reply.tool(), call.tool()));
        }
        return replied(thread, callId, reply.json());
    }

    Event said(AgentThread thread, String text) {
        Command command = config.loop().next(thread);
        if (!(command instanceof Command.AwaitMessage)) {
            throw NotWaitingException.forMessage(thread, command);
        }
        return new Event.MessageReceived(config.now(), text);
    }

    Event confirmed(AgentThread thread, String callId, Approver approver, String note) {
        Call call = awaited(thread, callId, Command.AwaitDecision.class).call();
        if (!flow(call).returnsResult()) {
            throw new InvalidInputException(callId, Reason.RESULT_REQUIRED, RunMessages.resultRequired(call.tool()));
        }
        return new Event.StepConfirmed(config.now(), callId, approver.name(), note);
    }

    /**
     * Returns the flow of a call's step, or {@link Flow#RETURNS} if the current release of the agent does not have the
     * step.
     */
    private Flow flow(Call call) {
        boolean known = ToolSpec.named(call.tool(), config.loop().tools()).isPresent();
        return known ? config.loop().flow(call.tool()) : Flow.RETURNS;
    }

    Event rerunAllowed(AgentThread thread, String callId, Approver approver) {
        awaited(thread, callId, Command.AwaitDecision.class);
        return new Event.RerunAllowed(config.now(), callId, approver.name());
    }

    Event stopped(AgentThread thread, String reason) {
        if (thread.hasEnded()) { // does not call next, which can fail for a damaged thread
            throw NotWaitingException.forStop(thread);
        }
        return new Event.Stopped(config.now(), reason);
    }

    private <T extends Command.AwaitForCall> T awaited(AgentThread thread, String callId, Class<T> type) {
        Command command = config.loop().next(thread);
        if (type.isInstance(command)) {
            T awaited = type.cast(command);
            if (awaited.call().id().equals(callId)) {
                return awaited;
            }
        }
        throw NotWaitingException.forDecision(thread, command, callId);
    }
}
