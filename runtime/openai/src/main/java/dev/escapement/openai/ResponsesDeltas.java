package dev.escapement.openai;

import dev.escapement.http.client.ProviderJson;
import dev.escapement.model.Delta;
import java.util.List;
import java.util.function.Consumer;

/** A converter from the parts of a Responses reply to deltas. It passes each part once. */
final class ResponsesDeltas {

    private final Consumer<Delta> deltas;
    private final StringBuilder shown = new StringBuilder();
    private int begun;

    ResponsesDeltas(Consumer<Delta> deltas) {
        this.deltas = deltas;
    }

    void say(String text) {
        if (!text.isEmpty()) {
            shown.append(text);
            deltas.accept(new Delta.Text(text));
        }
    }

    void think(String text) {
        if (!text.isEmpty()) {
            deltas.accept(new Delta.Thinking(text));
        }
    }

    /** Begins a call and returns its number. */
    int begin(String tool) {
        deltas.accept(new Delta.CallBegun(begun, tool));
        return begun++;
    }

    void arguments(int call, String fragment) {
        if (!fragment.isEmpty()) {
            deltas.accept(new Delta.Arguments(call, fragment));
        }
    }

    /** Passes the parts of a complete reply that have not been passed in fragments. */
    void rest(List<ProviderJson> output) {
        StringBuilder text = new StringBuilder();
        int call = 0;
        for (ProviderJson item : output) {
            switch (LenientJson.text(item.get("type"))) {
                case "function_call" -> {
                    if (call++ >= begun) {
                        arguments(
                                begin(ResponsesItem.tool(item)),
                                item.get("arguments").textOrJson());
                    }
                }
                case "message" -> text.append(ResponsesMessage.textOf(item));
                default -> {} // reasoning, and the work of the provider's own tools
            }
        }
        if (text.length() > shown.length() && text.indexOf(shown.toString()) == 0) {
            say(text.substring(shown.length()));
        }
    }

    /** Passes the thinking in the items of a reply that is not streamed. */
    void thinking(List<ProviderJson> output) {
        for (ProviderJson item : output) {
            if (LenientJson.text(item.get("type")).equals("reasoning")) {
                LenientJson.list(item.get("summary")).forEach(part -> think(LenientJson.text(part.get("text"))));
                LenientJson.list(item.get("content")).forEach(part -> think(LenientJson.text(part.get("text"))));
            }
        }
    }
}
