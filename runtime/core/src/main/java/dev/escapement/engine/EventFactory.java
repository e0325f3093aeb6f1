package dev.escapement.engine;

import dev.escapement.Verdict;
import dev.escapement.codegen.JsonWriter;
import dev.escapement.json.Decoded;
import dev.escapement.json.JsonEncoder;
import dev.escapement.json.ReadOptions;
import dev.escapement.json.UpcastException;
import dev.escapement.model.ModelReply;
import dev.escapement.model.StopReason;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.CallProgress;
import dev.escapement.thread.Event;
import dev.escapement.thread.ReplyProgress;
import dev.escapement.tool.Call;
import dev.escapement.tool.ToolSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
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

    /** The maximum number of calls in one reply. A reply with more calls is rejected as a whole. */
    public static final int MAX_CALLS = 100;

    private EventFactory() {}

    /**
     * Returns the event that records a reply, if no event was recorded after the request was rendered, and the time of
     * the request does not count. Otherwise as {@link #replied(AgentThread, AgentThread, Instant, Duration,
     * ModelReply)}.
     *
     * @param thread the thread before the event
     * @param at the time of the event
     * @param reply the reply of the model
     * @return the event
     */
    public static Event.ModelReplied replied(AgentThread thread, Instant at, ModelReply reply) {
        return replied(thread, thread, at, Duration.ZERO, reply);
    }

    /**
     * Returns the event that records the reply to a {@link Command.AskModel} request. Providers guarantee call ids
     * that are unique in a reply; this method makes them unique in the thread, so that a decision about a call is
     * unambiguous. If the reply contains more than {@value #MAX_CALLS} calls, the event contains none of them.
     *
     * @param requested the version of the thread from which the request was rendered
     * @param thread the thread before the event
     * @param at the time of the event
     * @param took the working time
     * @param reply the reply of the model
     * @return the event
     */
    public static Event.ModelReplied replied(
            AgentThread requested, AgentThread thread, Instant at, Duration took, ModelReply reply) {
        boolean isAccepted = reply.calls().size() <= MAX_CALLS;
        return new Event.ModelReplied(
                at,
                reply.text(),
                isAccepted ? withFreeIds(reply.calls(), thread) : List.of(),
                reply.usage(),
                isAccepted ? reply.stop() : StopReason.TOO_MANY_CALLS,
                reply.provenance(),
                isAccepted ? reply.state() : Optional.empty(),
                thread.events().size() - requested.events().size(),
                took);
    }

    private static List<Call> withFreeIds(List<Call> selected, AgentThread thread) {
        if (selected.size() == 1 && thread.call(selected.get(0).id()).isEmpty()) {
            return selected;
        }
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
            case ASK -> command.again() ? new Event.GatePassed(at, callId) : asked(command, at, (Verdict.Ask) verdict);
        };
    }

    private static Event.ApprovalAsked asked(Command.CheckGate command, Instant at, Verdict.Ask ask) {
        Optional<Instant> deadline = Deadlines.after(at, ask.limit());
        return new Event.ApprovalAsked(at, command.call().id(), ask.question(), command.argumentsSha256(), deadline);
    }

    /**
     * Returns the event that records the execution of a {@link Command.ReopenApproval} command.
     *
     * @param command the command
     * @param at the time of the event
     * @return the event
     */
    public static Event.ApprovalAsked reopened(Command.ReopenApproval command, Instant at) {
        return new Event.ApprovalAsked(
                at, command.call().id(), command.question(), command.argumentsSha256(), command.deadline());
    }

    /**
     * Returns the event that records the execution of a {@link Command.ReopenReply} command.
     *
     * @param command the command
     * @param at the time of the event
     * @return the event
     */
    public static Event.ReplyAsked reopened(Command.ReopenReply command, Instant at) {
        return new Event.ReplyAsked(
                at, command.call().id(), command.question(), command.schema(), command.deadline(), command.fallback());
    }

    /**
     * Returns the event that records the start of a step. Must be stored before the step runs.
     *
     * @param step the command
     * @param at the time of the event
     * @return the event
     */
    public static Event.StepStarted started(Command.RunStep step, Instant at) {
        return new Event.StepStarted(
                at,
                step.call().id(),
                step.effect(),
                step.context().idempotencyKey(),
                step.attempt(),
                step.flow().recorded());
    }

    /**
     * Returns the event that records the outcome of a {@link Command.RunStep} command. A pause without a
     * {@linkplain #requireFallback required fallback} is a failure.
     *
     * @param loop the agent
     * @param thread the thread before the event
     * @param step the command
     * @param at the time of the event
     * @param took the working time
     * @param outcome the outcome of the step; {@link Outcome.InDoubt} for an exception that the step does not declare
     * @return the event
     */
    public static Event ran(
            AgentLoop loop, AgentThread thread, Command.RunStep step, Instant at, Duration took, Outcome outcome) {
        return outcome.accept(new StepEvents(loop, thread, step, at, took));
    }

    /**
     * Throws an exception if a step paused with a time limit but without a fallback, although another step selected its
     * call. The exception is for the log; {@link #ran} does not throw it.
     *
     * @param thread the thread before the event
     * @param step the command
     * @param outcome the outcome of the step
     * @throws ResultException if the outcome lacks a fallback
     */
    public static void requireFallback(AgentThread thread, Command.RunStep step, Outcome outcome) {
        if (outcome instanceof Outcome.Paused paused && StepEvents.lacksFallback(thread, step, paused)) {
            throw ResultException.ofMissingFallback();
        }
    }

    /**
     * Returns the event that records the outcome of a {@link Command.FetchContext} command.
     *
     * @param thread the thread before the event
     * @param source the name of the source
     * @param at the time of the event
     * @param took the working time
     * @param outcome the outcome of the method; {@link Outcome.InDoubt} for an exception that the method does not
     *     declare
     * @return the event
     * @throws IllegalArgumentException if the outcome is not one of a context method
     */
    public static Event fetched(AgentThread thread, String source, Instant at, Duration took, Outcome outcome) {
        return outcome.accept(new ContextEvents(source, thread.id() + "/" + source, at, took));
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
     * Returns the reason why arguments written by a person are invalid, or empty if they are valid. They have the current
     * form.
     *
     * @param loop the agent
     * @param thread the thread
     * @param edited the call with the edited arguments
     * @return the reason in the words that the model would receive; empty if the arguments are valid
     */
    public static Optional<String> fault(AgentLoop loop, AgentThread thread, Call edited) {
        ReplyProgress reply = thread.state().reply();
        Instant selected = reply == null ? thread.last().at() : reply.at();
        Optional<String> fault = CallCheck.fault(edited, selected, loop.tools());
        boolean isGated = ToolSpec.named(edited.tool(), loop.tools())
                .filter(tool -> loop.gated(tool.name()))
                .isPresent();
        boolean isUsable = fault.isPresent() || !isGated || CallCheck.isHashable(edited, loop.tools());
        return isUsable ? fault : Optional.of(ModelMessages.ARGUMENTS_UNUSABLE);
    }

    /**
     * Returns the call that the step of a recorded call receives in this release of the agent. Its tool has the current
     * name, and its arguments have passed through the {@link dev.escapement.Upcast} methods.
     *
     * @param loop the agent
     * @param call the call
     * @return the call in the current form; the recorded arguments if they cannot be converted
     */
    public static Call current(AgentLoop loop, CallProgress call) {
        return CurrentCall.of(call.call(), call.version(), loop.tools()).call();
    }

    /**
     * Returns the exception of the {@link dev.escapement.Upcast} method that converts the arguments of a recorded call.
     *
     * @param loop the agent
     * @param call the call
     * @return the exception, for the log; empty if the call is current or was converted
     */
    public static Optional<UpcastException> upcastFailure(AgentLoop loop, CallProgress call) {
        return Optional.ofNullable(
                CurrentCall.of(call.call(), call.version(), loop.tools()).failure());
    }

    /**
     * Decodes a person's reply. An exception or error from the loop, for example from the constructor of a record, is a
     * violation, so that it does not recur at each resume.
     *
     * @param loop the agent
     * @param call a call whose step pauses, with its {@linkplain CallProgress#question question}
     * @param json the reply as JSON text, in the form that the question specifies or the current form
     * @param options the clock with which times are compared, and the receiver of exceptions from constructors
     * @param defects the receiver of other exceptions and of errors
     * @return the reply, or its violations
     */
    public static Decoded<?> decodedReply(
            AgentLoop loop, CallProgress call, String json, ReadOptions options, Consumer<Throwable> defects) {
        Event.ReplyAsked question = Objects.requireNonNull(call.question(), "question");
        String tool = ToolSpec.named(call.call().tool(), loop.tools())
                .<String>map(ToolSpec::name)
                .orElse(call.call().tool());
        return RecordedReply.decoded(loop, tool, question, json, options, defects);
    }

    /**
     * Returns the hash to which the approval of a call is bound.
     *
     * @param loop the agent
     * @param call a call with valid arguments in the current form
     * @return the SHA-256 of the canonical arguments, as hexadecimal digits
     */
    public static String argumentsSha256(AgentLoop loop, Call call) {
        return CallCheck.argumentsSha256(call, loop.tools());
    }

    /**
     * Returns an id for the call that continues another call.
     *
     * @param thread the thread
     * @param callId the id of the call that is continued
     * @return an id that the thread does not contain
     */
    public static String nextCallId(AgentThread thread, String callId) {
        return FreeCallId.of(callId, taken -> thread.call(taken).isPresent());
    }

    /**
     * Returns the events with which a copy of a thread starts. The first one contains the origin of the copy, and open
     * child threads have the ids of children of the copy.
     *
     * @param original the thread
     * @param position the number of events to copy, from 1 to the number of events of the thread
     * @param id the id of the copy
     * @return the events
     * @throws IllegalArgumentException if the position is not in the thread, or the ids are equal
     */
    public static List<Event> forked(AgentThread original, int position, String id) {
        return ForkedEvents.of(original, position, id);
    }

    /** The test whether an id belongs to a call of the thread or to an earlier call of the reply. */
    private record TakenIds(AgentThread thread, Set<String> inReply) implements Predicate<String> {

        @Override
        public boolean test(String id) {
            return inReply.contains(id) || thread.call(id).isPresent();
        }
    }
}
