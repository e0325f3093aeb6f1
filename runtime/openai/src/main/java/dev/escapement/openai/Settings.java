package dev.escapement.openai;

import dev.escapement.json.JsonText;
import dev.escapement.json.JsonWriter;
import dev.escapement.wire.ToolSelection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What stands in every request beside the conversation.
 *
 * @param model the name of the model
 * @param flavor how the server departs from the protocol
 * @param selection which tools to call; empty if the agent decides
 * @param parallelToolCalls whether one reply may have several calls; empty if the provider decides
 * @param maxOutputTokens how long a reply may be; empty if the provider decides
 * @param properties other properties of the body, in the order in which they are written
 */
record Settings(
        String model,
        Flavor flavor,
        Optional<ToolSelection> selection,
        Optional<Boolean> parallelToolCalls,
        OptionalInt maxOutputTokens,
        Map<String, JsonText> properties) {

    void writeProperties(JsonWriter out) {
        properties.forEach((name, value) -> {
            out.name(name);
            out.writeJson(value);
        });
    }
}
