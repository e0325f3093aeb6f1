package dev.escapement.openai;

import dev.escapement.json.JsonWriter;
import dev.escapement.wire.ClientSettings;

/**
 * What stands in every request beside the conversation.
 *
 * @param client what the client was told
 * @param flavor how the server departs from the protocol
 */
record Settings(ClientSettings client, Flavor flavor) {

    void writeProperties(JsonWriter out) {
        client.properties().forEach((name, value) -> {
            out.name(name);
            out.writeJson(value);
        });
    }
}
