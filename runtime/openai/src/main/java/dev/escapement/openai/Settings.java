package dev.escapement.openai;

import dev.escapement.codegen.JsonWriter;
import dev.escapement.wire.ClientSettings;

/**
 * What stands in every request beside the conversation.
 *
 * @param client what the client was told
 * @param flavor how the server departs from the protocol
 * @param encryptedReasoning whether Responses is asked for the reasoning of the model
 */
record Settings(ClientSettings client, Flavor flavor, boolean encryptedReasoning) {

    private static final String INCLUDE = "include";

    void writeParallelToolCalls(JsonWriter out) {
        client.parallelToolCalls().ifPresent(parallel -> {
            out.name("parallel_tool_calls");
            out.writeBoolean(parallel);
        });
    }

    void writeInclude(JsonWriter out) {
        if (encryptedReasoning && !client.properties().containsKey(INCLUDE)) {
            out.name(INCLUDE);
            out.beginArray();
            out.writeString("reasoning.encrypted_content");
            out.endArray();
        }
    }

    void writeProperties(JsonWriter out) {
        client.properties().forEach((name, value) -> {
            out.name(name);
            out.writeJson(value);
        });
    }
}
