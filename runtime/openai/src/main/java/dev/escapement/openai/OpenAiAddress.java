package dev.escapement.openai;

import dev.escapement.http.request.BaseUrl;
import dev.escapement.model.ModelInfo;
import java.net.URI;
import java.util.Locale;
import java.util.Map;

/**
 * The address of a provider.
 *
 * @param base the address without the path of a protocol
 */
record OpenAiAddress(BaseUrl base) {

    /** The base URL of OpenAI. */
    static final String OPENAI = "https://api.openai.com/v1";

    /** The names of providers in the semantic conventions of OpenTelemetry, by domain. */
    private static final Map<String, String> PROVIDERS = Map.of(
            "deepseek.com", "deepseek",
            "googleapis.com", "gcp.gemini",
            "groq.com", "groq",
            "mistral.ai", "mistral_ai",
            "openai.azure.com", "azure.ai.openai",
            "perplexity.ai", "perplexity",
            "x.ai", "x_ai");

    /**
     * Parses an address.
     *
     * @throws IllegalArgumentException if it is invalid; the message contains no part of it
     */
    static OpenAiAddress of(String text) {
        return new OpenAiAddress(BaseUrl.of(text, OPENAI));
    }

    URI of(Protocol protocol) {
        return base.with(protocol.path());
    }

    ModelInfo info(String model) {
        return base.info(provider(), model);
    }

    /** Returns the owner of the domain; OpenAI if it is unknown. */
    private String provider() {
        String host = base.uri().getHost().toLowerCase(Locale.ROOT);
        return PROVIDERS.entrySet().stream()
                .filter(owner -> host.equals(owner.getKey()) || host.endsWith("." + owner.getKey()))
                .map(Map.Entry::getValue)
                .findAny()
                .orElse("openai");
    }
}
