package dev.escapement.engine;

import dev.escapement.codegen.JsonReader;
import dev.escapement.json.JsonDecoder;
import dev.escapement.json.ReadOptions;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.util.Optional;
import java.util.Set;

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
        return thread.state()
                .end()
                .filter(Event.Finished.class::isInstance)
                .map(Event.Finished.class::cast)
                .filter(end -> thread.call(end.callId())
                        .filter(call -> call.tool().equals(tool))
                        .isPresent())
                .map(end -> decoded(thread, tool, decoder, end.result()));
    }

    private static <R> R decoded(AgentThread thread, String tool, JsonDecoder<R> decoder, String json) {
        return JsonReader.decode(decoder, json, new ReadOptions(Set.of(), null))
                .fold(accepted -> accepted.value(), rejected -> {
                    throw new IllegalStateException(rejected.report("The result of the thread " + thread.id()
                            + " is not valid for the current result type of the tool " + tool
                            + ". Read it as JSON from Event.Finished, or restore the type."));
                });
    }
}
