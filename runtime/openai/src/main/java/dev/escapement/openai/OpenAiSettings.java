package dev.escapement.openai;

import dev.escapement.http.ClientSettings;

/**
 * The settings of an {@link OpenAiModel} that apply to every request.
 *
 * @param client the settings that every client has
 * @param flavor the differences between the server and the protocol
 * @param encryptedReasoning whether Responses replies contain the model's encrypted reasoning
 */
record OpenAiSettings(ClientSettings client, Flavor flavor, boolean encryptedReasoning) {}
