package dev.escapement.engine;

import dev.escapement.codegen.JsonReader;
import dev.escapement.json.Decoded;
import dev.escapement.json.JsonDecoder;
import dev.escapement.json.ReadOptions;
import dev.escapement.json.Upcasts;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.thread.StepVersion;
import dev.escapement.tool.Call;
import dev.escapement.tool.ToolSpec;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A decoder of the results of finished threads. Generated loops contain a method {@code resultOf…} for each step that
 * finishes, which calls {@link #of}.
 *
 * <pre>{@code
 * Optional<Order> placed = ThreadResults.of(thread, "place_order", OrderCodec.INSTANCE);
 * }</pre>
 */
public final class ThreadResults {

    private ThreadResults() {}

    /**
     * Returns the result of a thread that a call of a given tool finished. Times in the result are not compared with
     * the clock.
     *
     * @param thread the thread
     * @param tool the tool of a step whose flow is {@link Flow#FINISHES}
     * @param decoder the decoder of the result
     * @param <R> the type of the result
     * @return the result; empty if the thread has not ended, or ended in another way
     * @throws IllegalStateException if the recorded result is not valid for the current type; the message lists the
     *     violations
     */
    public static <R> Optional<R> of(AgentThread thread, String tool, JsonDecoder<R> decoder) {
        return end(thread)
                .filter(end -> toolOf(thread, end).equals(Optional.of(tool)))
                .map(end -> decoded(thread, tool, decoder, end.result()));
    }

    /**
     * Returns the result of a thread that a call of a given tool finished. The call may have an earlier name, and the
     * result an earlier form. If the thread has not recorded its version of the agent, the result is converted only if
     * it is not valid and exactly one earlier form results in a valid one.
     *
     * @param thread the thread
     * @param tool the tool of a step whose flow is {@link Flow#FINISHES}
     * @param upcasts the conversions of earlier forms of the result
     * @param decoder the decoder of the result
     * @param <R> the type of the result
     * @return the result; empty if the thread has not ended, or ended in another way
     * @throws IllegalStateException if the recorded result is not valid for the current type; the message lists the
     *     violations
     * @throws dev.escapement.json.UpcastException if a conversion fails
     */
    public static <R> Optional<R> of(AgentThread thread, ToolSpec<?> tool, Upcasts upcasts, JsonDecoder<R> decoder) {
        return end(thread)
                .filter(end -> toolOf(thread, end)
                        .filter(name ->
                                name.equals(tool.name()) || tool.formerly().contains(name))
                        .isPresent())
                .map(end -> decoded(thread, tool.name(), decoder, current(thread, end, upcasts, decoder)));
    }

    private static <R> boolean isAccepted(String text, JsonDecoder<R> decoder) {
        return RecordedReply.guarded(() -> read(text, decoder), defect -> {}) instanceof Decoded.Accepted<?>;
    }

    private static <R> String current(AgentThread thread, Event.Finished end, Upcasts upcasts, JsonDecoder<R> decoder) {
        StepVersion version = toolOf(thread, end)
                .map(name -> thread.state().versions().get(name))
                .orElse(null);
        return version == null || version.result().isEmpty()
                ? upcasts.upcastUnknown(end.result(), text -> isAccepted(text, decoder))
                : upcasts.upcast(version.result(), end.result());
    }

    /** Returns the event with which a thread finished, empty if it has not ended or was stopped. */
    static Optional<Event.Finished> end(AgentThread thread) {
        return thread.state().end().filter(Event.Finished.class::isInstance).map(Event.Finished.class::cast);
    }

    /** Returns the recorded name of the tool whose step finished a thread, empty if the text of the model did. */
    static Optional<String> toolOf(AgentThread thread, Event.Finished end) {
        return thread.call(end.callId()).map(Call::tool);
    }

    private static <R> R decoded(AgentThread thread, String tool, JsonDecoder<R> decoder, String json) {
        return decoded(
                decoder,
                json,
                "The result of the thread " + thread.id() + " is not valid for the current result type of the tool "
                        + tool + ". Read it as JSON from Event.Finished, or restore the type.");
    }

    /**
     * Decodes a result in its current form. Times in the result are not compared with the clock. Generated loops call this
     * method in {@link AgentLoop#readResult}.
     *
     * @param json the result as JSON text
     * @param decoder the decoder of the result
     * @param <R> the type of the result
     * @return the result, or its violations
     */
    public static <R> Decoded<R> read(String json, JsonDecoder<R> decoder) {
        return JsonReader.decode(decoder, json, new ReadOptions(Set.of(), null));
    }

    /**
     * Decodes a result in the form of the current release of an agent. An exception from the constructor of a record is a
     * violation.
     *
     * @param loop the agent
     * @param tool the tool of a step whose flow is {@link Flow#FINISHES}
     * @param json the result as JSON text
     * @param defects the receiver of exceptions
     * @return the result, or its violations
     */
    public static Decoded<?> read(AgentLoop loop, String tool, String json, Consumer<Throwable> defects) {
        return RecordedReply.guarded(() -> loop.readResult(tool, json), defects);
    }

    /**
     * Returns the result of a hand-written loop that does not decode results.
     *
     * @throws IllegalArgumentException if the step does not finish the thread
     */
    static Decoded<String> undecoded(AgentLoop loop, String tool, String json) {
        if (!loop.flow(tool).endsThread()) {
            throw doesNotFinish(loop, tool);
        }
        return new Decoded.Accepted<>(json, List.of());
    }

    /** Returns the exception for a step without a result of the thread. */
    static IllegalArgumentException doesNotFinish(AgentLoop loop, String tool) {
        return new IllegalArgumentException("The agent " + loop.agent() + " does not have a step for the tool " + tool
                + " that finishes the thread.");
    }

    /**
     * Returns the result of the child thread that a call started. Times in the result are not compared with the clock.
     *
     * @param call the call whose step delegated
     * @param result the result of the child as JSON text
     * @param decoder the decoder of the result
     * @param <R> the type of the result
     * @return the result
     * @throws ChildResultException if the recorded result is not valid for the current type. The result is then the answer
     *     to the call; any other exception of {@link AgentLoop#join} is a failure
     */
    public static <R> R ofChild(Call call, String result, JsonDecoder<R> decoder) {
        return ofChild(call, result, Upcasts.NONE, decoder);
    }

    /**
     * Returns the result of the child thread that a call started, whose version of the agent is unknown to its parent. The
     * result is converted only if it is not valid and exactly one earlier form results in a valid one.
     *
     * @param call the call whose step delegated
     * @param result the result of the child as JSON text
     * @param upcasts the conversions of earlier forms of the result
     * @param decoder the decoder of the result
     * @param <R> the type of the result
     * @return the result
     * @throws ChildResultException if the recorded result is not valid for the current type, or its conversion failed
     */
    public static <R> R ofChild(Call call, String result, Upcasts upcasts, JsonDecoder<R> decoder) {
        return new ChildResult<>(call, decoder).value(result, upcasts);
    }

    private static <R> R decoded(JsonDecoder<R> decoder, String json, String heading) {
        return read(json, decoder).fold(accepted -> accepted.value(), rejected -> {
            throw new IllegalStateException(rejected.report(heading));
        });
    }
}
