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
import java.util.function.Predicate;

/**
 * A factory for events that record the execution of commands. All methods are pure functions: the engine, such as the
 * {@link dev.escapement.run.Runner} or a durable engine, passes the results and the time.
 *
 * <pre>{@code
 * ModelReply reply = model.reply(request);
 * AgentThread next = thread.with(EventFactory.replied(thread, Instant.now(), reply));
 * }</pre>
 */
public final class EventFactory {

    private EventFactory() {}

    /**
     * Returns the event that records the reply to a {@link Command.AskModel} request. Providers guarantee call ids
     * that are unique in a reply; this method makes them unique in the thread, so that a decision about a call is
     * unambiguous.
     *
     * @param thread the thread before the event
     * @param at the time of the event
     * @param reply the reply of the model
     * @return the event
     */
    public static Event.ModelReplied replied(AgentThread thread, Instant at, ModelReply reply) {
        return new Event.ModelReplied(
                at,
                reply.text(),
                withFreeIds(reply.calls(), thread),
                reply.usage(),
                reply.stop(),
                reply.provenance(),
                reply.state());
    }

    private static List<Call> withFreeIds(List<Call> selected, AgentThread thread) {
        TakenIds taken = new TakenIds(thread, new HashSet<>(selected.size()));
        List<Call> calls = new ArrayList<>(selected.size());
        for (Call call : selected) {
            String id = FreeCallId.of(call.id(), taken);
            taken.inReply().add(id);
            calls.add(id.equals(call.id()) ? call : new Call(id, call.tool(), call.arguments()));
        }
        return calls;
    }

    /**
     * Returns the event that records the verdict for a {@link Command.CheckGate} command.
     *
     * @param command the command
     * @param at the time of the event
     * @param verdict the verdict of the gates
     * @return the event
     */
    public static Event reviewed(Command.CheckGate command, Instant at, Verdict verdict) {
        Objects.requireNonNull(verdict, "verdict"); // fail before a null verdict lets the call pass
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
     * Returns the event that records the outcome of a {@link Command.RunStep} command. An exception that the step does
     * not declare has no outcome; its event is {@link Event.StepFailed}.
     *
     * @param thread the thread before the event
     * @param call the call whose step ran
     * @param at the time of the event
     * @param outcome the outcome of the step
     * @return the event
     */
    public static Event ran(AgentThread thread, Call call, Instant at, Outcome outcome) {
        return outcome.accept(new StepEvents(thread, call.id(), at));
    }

    /**
     * Returns the event that records the outcome of a {@link Command.FetchContext} command. An exception that the
     * agent's method does not declare has no outcome; its event is {@link Event.ContextFailed}.
     *
     * @param source the name of the source
     * @param at the time of the event
     * @param outcome the outcome of the method
     * @return the event
     * @throws IllegalArgumentException if the outcome is neither {@link Outcome.Returned} nor {@link Outcome.Failed}
     */
    public static Event fetched(String source, Instant at, Outcome outcome) {
        return outcome.accept(new ContextEvents(source, at));
    }

    /**
     * Returns the event that records the execution of a {@link Command.FinishWithText} command.
     *
     * @param command the command
     * @param at the time of the event
     * @return the event
     */
    public static Event.Finished finished(Command.FinishWithText command, Instant at) {
        JsonEncoder<String> string = JsonWriter::writeString;
        return new Event.Finished(at, "", string.encode(command.text()));
    }

    /**
     * Returns the reason why arguments edited by a person are invalid, or empty if they are valid.
     *
     * @param loop the agent
     * @param thread the thread
     * @param edited the call with the edited arguments
     * @return the reason in the words that the model would receive; empty if the arguments are valid
     */
    public static Optional<String> fault(AgentLoop loop, AgentThread thread, Call edited) {
        ReplyProgress reply = thread.state().reply();
        Instant selected = reply == null ? thread.last().at() : reply.at();
        return CallCheck.fault(edited, selected, loop.tools());
    }

    /**
     * Returns the event that records a person's approval.
     *
     * @param loop the agent
     * @param at the time of the event
     * @param by the name of the person
     * @param command the command for which the thread waits
     * @param editedArguments valid arguments that replace the model's; empty if the model's are approved unchanged
     * @return the event, bound to the hash of the arguments
     */
    public static Event.Approved approved(
            AgentLoop loop, Instant at, String by, Command.AwaitApproval command, Optional<String> editedArguments) {
        Call call = command.call();
        String sha256 = editedArguments
                .map(edited -> CallCheck.argumentsSha256(new Call(call.id(), call.tool(), edited), loop.tools()))
                .orElse(command.argumentsSha256());
        return new Event.Approved(at, call.id(), by, sha256, editedArguments);
    }

    /** The test whether an id belongs to a call of the thread or to an earlier call of the reply. */
    private record TakenIds(AgentThread thread, Set<String> inReply) implements Predicate<String> {

        @Override
        public boolean test(String id) {
            return inReply.contains(id) || thread.call(id).isPresent();
        }
    }
}
