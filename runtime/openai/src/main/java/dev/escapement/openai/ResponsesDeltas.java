package dev.escapement.openai;

import dev.escapement.model.Delta;
import dev.escapement.wire.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Shows a reply of Responses to whoever watches. */
final class ResponsesDeltas {

    private final Consumer<Delta> deltas;
    private final Map<Long, Integer> calls = new HashMap<>();
    private int begun;

    ResponsesDeltas(Consumer<Delta> deltas) {
        this.deltas = deltas;
    }

    /** Shows what an event of a stream adds. */
    void event(String type, Json event) {
        switch (type) {
            case "response.output_text.delta", "response.refusal.delta" -> say(event.get("delta"));
            case "response.reasoning_text.delta", "response.reasoning_summary_text.delta" -> think(event.get("delta"));
            case "response.output_item.added" -> begin(event.get("output_index").count(), event.get("item"));
            case "response.function_call_arguments.delta" ->
                arguments(event.get("output_index").count(), event.get("delta").textOrEmpty());
            default -> {} // the rest says again, or says nothing that anybody watches
        }
    }

    /** Shows an item of a reply that came in one piece. */
    void whole(long index, Json item) {
        begin(index, item);
        switch (item.get("type").textOrEmpty()) {
            case "function_call" -> arguments(index, Arguments.verbatim(item.get("arguments")));
            case "reasoning" -> {
                item.get("summary").items().forEach(part -> think(part.get("text")));
                item.get("content").items().forEach(part -> think(part.get("text")));
            }
            case "message" ->
                item.get("content").items().forEach(part -> {
                    say(part.get("text"));
                    say(part.get("refusal"));
                });
            default -> {} // what the provider's own tools did
        }
    }

    private void begin(long index, Json item) {
        if (item.get("type").textOrEmpty().equals("function_call")) {
            calls.put(index, begun);
            deltas.accept(new Delta.CallBegun(begun, item.get("name").textOrEmpty()));
            begun++;
        }
    }

    private void arguments(long index, String fragment) {
        Integer call = calls.get(index);
        if (call != null && !fragment.isEmpty()) {
            deltas.accept(new Delta.Arguments(call, fragment));
        }
    }

    private void say(Json text) {
        if (!text.textOrEmpty().isEmpty()) {
            deltas.accept(new Delta.Text(text.text()));
        }
    }

    private void think(Json text) {
        if (!text.textOrEmpty().isEmpty()) {
            deltas.accept(new Delta.Thinking(text.text()));
        }
    }
}
