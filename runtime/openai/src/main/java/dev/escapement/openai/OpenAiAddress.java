package dev.escapement.openai;

import dev.escapement.http.request.BaseUrl;
import dev.escapement.model.ModelInfo;
import java.net.URI;
import java.util.Locale;
import java.util.Map;

/**
 * The base address of a server that uses OpenAI's protocols.
 *
 * @param base the address without the path of a protocol
 */
record OpenAiAddress(BaseUrl base) {

    /** OpenAI's own base URL. */
    static final String OPENAI = "https://api.openai.com/v1";

    /** The providers' names in OpenTelemetry's semantic conventions, by domain. */
    private static final Map<String, String> PROVIDERS = Map.of(
            "deepseek.com", "deepseek",
            "googleapis.com", "gcp.gemini",
            "groq.com", "groq",
            "mistral.ai", "mistral_ai",
            "openai.azure.com", "azure.ai.openai",
            "perplexity.ai", "perplexity",
            "x.ai", "x_ai");

    /**
     * Parses a base address.
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

    /** Returns the name of the provider that owns the host's domain, or {@code openai} if the domain is unknown. */
    private String provider() {
        String host = base.host().toLowerCase(Locale.ROOT);
        return PROVIDERS.entrySet().stream()
                .filter(owner -> host.equals(owner.getKey()) || host.endsWith("." + owner.getKey()))
                .map(Map.Entry::getValue)
                .findAny()
                .orElse("openai");
    }
}
