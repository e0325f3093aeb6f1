package dev.escapement.engine;

import dev.escapement.Verdict;
import dev.escapement.codegen.JsonWriter;
import dev.escapement.json.JsonEncoder;
import dev.escapement.model.ModelReply;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.thread.ReplyProgress;
import dev.escapement.tool.Call;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Turns what came of performing a command into the event that records it. Pure functions: whoever performs commands (the
 * {@link dev.escapement.run.Runner}, or a durable engine) says what happened and when.
 */
public final class EventFactory {

    private static final JsonEncoder<String> STRING = JsonWriter::writeString;

    private EventFactory() {}

    /**
     * The event of {@link Command.AskModel}. Providers promise ids that differ within a reply; here each call gets one
     * that differs within the thread, so that a decision about a call can mean no other.
     *
     * @param thread the thread before
     * @param at when
     * @param reply what the model replied
     * @return the event
     */
    public static Event.ModelReplied replied(AgentThread thread, Instant at, ModelReply reply) {
        List<Call> calls = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Call call : reply.calls()) {
            String id = FreeCallId.of(
                    call.id(), free -> taken.contains(free) || thread.call(free).isPresent());
            taken.add(id);
            calls.add(new Call(id, call.tool(), call.arguments()));
        }
        return new Event.ModelReplied(
                at, reply.text(), calls, reply.usage(), reply.stop(), reply.provenance(), reply.state());
    }

    /**
     * The event of {@link Command.CheckGate}.
     *
     * @param command the command
     * @param at when
     * @param verdict what the gates decided
     * @return the event
     */
    public static Event reviewed(Command.CheckGate command, Instant at, Verdict verdict) {
        Objects.requireNonNull(verdict, "verdict"); // null must let nothing pass
        String callId = command.call().id();
        return switch (verdict.kind()) {
            case PROCEED -> new Event.GatePassed(at, callId);
            case DENY -> new Event.GateDenied(at, callId, ((Verdict.Deny) verdict).reason());
            case ASK ->
                command.approved()
                        ? new Event.GatePassed(at, callId)
                        : new Event.ApprovalAsked(
                                at, callId, ((Verdict.Ask) verdict).question(), command.argumentsSha256());
        };
    }

    /**
     * The event of {@link Command.RunStep}, if the step did not throw anything but what it declares.
     *
     * @param thread the thread before
     * @param call the call whose step it was
     * @param at when
     * @param outcome what came of the step
     * @return the event
     */
    public static Event ran(AgentThread thread, Call call, Instant at, Outcome outcome) {
        return outcome.accept(new StepEvents(thread, call.id(), at));
    }

    /**
     * The event of {@link Command.FetchContext}, if the agent's method did not throw anything but what it declares.
     *
     * @param source the name of the source
     * @param at when
     * @param outcome what came of it
     * @return the event
     * @throws IllegalArgumentException if that can be no outcome of fetching
     */
    public static Event fetched(String source, Instant at, Outcome outcome) {
        return outcome.accept(new ContextEvents(source, at));
    }

    /**
     * The event of {@link Command.FinishWithText}.
     *
     * @param command the command
     * @param at when
     * @return the event
     */
    public static Event.Finished finished(Command.FinishWithText command, Instant at) {
        return new Event.Finished(at, "", STRING.encode(command.text()));
    }

    /**
     * What is wrong with arguments that a person wrote in place of the model's, if anything is.
     *
     * @param loop the agent
     * @param thread the thread
     * @param edited the call with the person's arguments
     * @return the faults, in the words that the model would read; empty if there are none
     */
    public static Optional<String> fault(AgentLoop loop, AgentThread thread, Call edited) {
        ReplyProgress reply = thread.state().reply();
        Instant selected = reply == null ? thread.last().at() : reply.at();
        return CallCheck.fault(edited, selected, loop.tools());
    }

    /**
     * The event of an approval.
     *
     * @param loop the agent
     * @param at when
     * @param by who approved
     * @param command what the thread waits for
     * @param editedArguments arguments without a fault that the person wrote in place of the model's, if so
     * @return the event, bound to the arguments
     */
    public static Event.Approved approved(
            AgentLoop loop, Instant at, String by, Command.AwaitApproval command, Optional<String> editedArguments) {
        Call call = command.call();
        String sha256 = editedArguments
                .map(edited -> CallCheck.argumentsSha256(new Call(call.id(), call.tool(), edited), loop.tools()))
                .orElse(command.argumentsSha256());
        return new Event.Approved(at, call.id(), by, sha256, editedArguments);
    }
}
