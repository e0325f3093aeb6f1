package dev.escapement.loop;

import dev.escapement.json.JsonEncoder;
import dev.escapement.json.JsonWriter;
import dev.escapement.model.ModelReply;
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
public final class Recording {

    private static final JsonEncoder<String> STRING = JsonWriter::writeString;

    private Recording() {}

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
        Set<String> taken = callIds(thread);
        List<Call> calls = new ArrayList<>();
        for (Call call : reply.calls()) {
            String id = free(call.id(), taken);
            taken.add(id);
            calls.add(new Call(id, call.tool(), call.arguments()));
        }
        return new Event.ModelReplied(
                at, reply.text(), calls, reply.usage(), reply.stop(), reply.exchange(), reply.state());
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
        if (verdict instanceof Verdict.Deny deny) {
            return new Event.GateDenied(at, callId, deny.reason());
        } else if (verdict instanceof Verdict.Ask ask && !command.approved()) {
            return new Event.ApprovalAsked(at, callId, ask.question(), command.argumentsSha256());
        }
        return new Event.GatePassed(at, callId);
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
        String callId = call.id();
        if (outcome instanceof Outcome.Returned returned) {
            return new Event.StepReturned(at, callId, returned.result());
        } else if (outcome instanceof Outcome.Selected selected) {
            String id = free(callId, callIds(thread));
            return new Event.CallSelected(at, callId, new Call(id, selected.tool(), selected.arguments()));
        } else if (outcome instanceof Outcome.Paused paused) {
            return new Event.ReplyAsked(at, callId, paused.question(), paused.schema());
        } else if (outcome instanceof Outcome.Finished finished) {
            return new Event.Finished(at, callId, finished.result());
        }
        return new Event.StepFailed(at, callId, ((Outcome.Failed) outcome).message(), true);
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
        if (outcome instanceof Outcome.Returned returned) {
            return new Event.ContextFetched(at, source, returned.result());
        } else if (outcome instanceof Outcome.Failed failed) {
            return new Event.ContextFailed(at, source, failed.message(), true);
        }
        throw new IllegalArgumentException("fetching " + source + " cannot give " + outcome);
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
        Turn turn = ThreadState.of(thread).turn();
        Instant selected = turn == null ? thread.last().at() : turn.at();
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

    private static Set<String> callIds(AgentThread thread) {
        Set<String> ids = new HashSet<>();
        for (Event event : thread.events()) {
            if (event instanceof Event.ModelReplied replied) {
                replied.calls().forEach(call -> ids.add(call.id()));
            } else if (event instanceof Event.CallSelected selected) {
                ids.add(selected.next().id());
            }
        }
        return ids;
    }

    /** The id itself if it is free, else with the first number that makes it so. */
    private static String free(String id, Set<String> taken) {
        String free = id;
        for (int i = 2; taken.contains(free); i++) {
            free = id + "-" + i;
        }
        return free;
    }
}
