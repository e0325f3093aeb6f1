package dev.escapement.openai;

import dev.escapement.model.ModelInfo;
import dev.escapement.wire.BaseUrl;
import java.net.URI;
import java.util.Locale;
import java.util.Map;

/**
 * Where a provider is asked.
 *
 * @param base what stands before the paths of the protocols
 */
record Address(BaseUrl base) {

    /** Where OpenAI itself is asked. */
    static final String OPENAI = "https://api.openai.com/v1";

    /** What the semantic conventions of OpenTelemetry call those who own a domain and speak the protocol. */
    private static final Map<String, String> PROVIDERS = Map.of(
            "deepseek.com", "deepseek",
            "googleapis.com", "gcp.gemini",
            "groq.com", "groq",
            "mistral.ai", "mistral_ai",
            "openai.azure.com", "azure.ai.openai",
            "perplexity.ai", "perplexity",
            "x.ai", "x_ai");

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException if it cannot be one; the message does not repeat what may be a secret in it
     */
    static Address of(String text) {
        return new Address(BaseUrl.of(text, OPENAI));
    }

    URI of(Protocol protocol) {
        return base.with(protocol.path());
    }

    ModelInfo info(String model) {
        return base.info(provider(), model);
    }

    /** The owner of the domain if it is known; whoever else speaks the protocol of OpenAI counts as OpenAI. */
    private String provider() {
        String host = base.uri().getHost().toLowerCase(Locale.ROOT);
        return PROVIDERS.entrySet().stream()
                .filter(owner -> host.equals(owner.getKey()) || host.endsWith("." + owner.getKey()))
                .map(Map.Entry::getValue)
                .findAny()
                .orElse("openai");
    }
}
