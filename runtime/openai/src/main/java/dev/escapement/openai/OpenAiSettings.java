package dev.escapement.openai;

import dev.escapement.http.ClientSettings;
import dev.escapement.model.RequestOptions;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The settings of an {@link OpenAiModel} that apply to every request.
 *
 * @param client the settings that every client has
 * @param flavor the differences between the server and the protocol
 * @param encryptedReasoning whether Responses replies contain the model's encrypted reasoning; empty if that depends on
 *     the model
 * @param cacheRetention the time for which the provider keeps a cached prompt; empty for its default
 */
record OpenAiSettings(
        ClientSettings client, Flavor flavor, Optional<Boolean> encryptedReasoning, Optional<String> cacheRetention) {

    /** The names of OpenAI's models that reason. Others reject a request for encrypted reasoning. */
    private static final Pattern REASONING_MODEL = Pattern.compile(
            "(?:.*[/:._-])?(?:o[1-9]|gpt-?[5-9]|gpt-oss|codex)(?![0-9a-z])(?!.*chat).*", Pattern.CASE_INSENSITIVE);

    /** Returns whether a request to a model asks for encrypted reasoning. */
    boolean requestsReasoning(String model, RequestOptions options) {
        return encryptedReasoning.orElseGet(() -> options.effort().isPresent()
                || client.properties().containsKey("reasoning")
                || REASONING_MODEL.matcher(model).matches());
    }
}
