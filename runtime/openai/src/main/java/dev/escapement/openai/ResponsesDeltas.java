package dev.escapement.openai;

import dev.escapement.http.client.ProviderJson;
import dev.escapement.model.Delta;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** A converter from the events or items of a Responses reply to deltas. */
final class ResponsesDeltas {

    private final Consumer<Delta> deltas;
    private final Map<Long, Integer> calls = new HashMap<>();
    private int begun;

    ResponsesDeltas(Consumer<Delta> deltas) {
        this.deltas = deltas;
    }

    /** Passes the delta of a stream event, if any, to the consumer. */
    void event(String type, ProviderJson event) {
        switch (type) {
            case "response.output_text.delta", "response.refusal.delta" -> say(event.get("delta"));
            case "response.reasoning_text.delta", "response.reasoning_summary_text.delta" -> think(event.get("delta"));
            case "response.output_item.added" -> begin(event.get("output_index").count(), event.get("item"));
            case "response.function_call_arguments.delta" ->
                arguments(event.get("output_index").count(), event.get("delta").textOrEmpty());
            default -> {} // other events repeat earlier ones or have no delta
        }
    }

    /** Passes the deltas for an item of a complete reply to the consumer. */
    void whole(long index, ProviderJson item) {
        begin(index, item);
        switch (item.get("type").textOrEmpty()) {
            case "function_call" -> arguments(index, item.get("arguments").textOrJson());
            case "reasoning" -> {
                item.get("summary").items().forEach(part -> think(part.get("text")));
                item.get("content").items().forEach(part -> think(part.get("text")));
            }
            case "message" ->
                item.get("content").items().forEach(part -> {
                    say(part.get("text"));
                    say(part.get("refusal"));
                });
            default -> {} // the work of the provider's own tools
        }
    }

    private void begin(long index, ProviderJson item) {
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

    private void say(ProviderJson text) {
        if (!text.textOrEmpty().isEmpty()) {
            deltas.accept(new Delta.Text(text.text()));
        }
    }

    private void think(ProviderJson text) {
        if (!text.textOrEmpty().isEmpty()) {
            deltas.accept(new Delta.Thinking(text.text()));
        }
    }
}
