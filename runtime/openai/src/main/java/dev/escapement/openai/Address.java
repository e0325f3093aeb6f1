package dev.escapement.openai;

import dev.escapement.model.ModelInfo;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;

/**
 * Where a provider is asked.
 *
 * @param base an absolute address, without a slash at its end
 */
record Address(URI base) {

    /** Where OpenAI itself is asked. */
    static final String OPENAI = "https://api.openai.com/v1";

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

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
    static Address of(String base) {
        try {
            String text = base.strip();
            while (text.endsWith("/")) {
                text = text.substring(0, text.length() - 1);
            }
            URI uri = new URI(text);
            if (!(isHttp(uri) || "https".equalsIgnoreCase(uri.getScheme()))
                    || uri.getHost() == null
                    || uri.getRawUserInfo() != null
                    || uri.getRawQuery() != null
                    || uri.getRawFragment() != null) {
                throw wrong();
            }
            return new Address(uri);
        } catch (URISyntaxException e) {
            throw wrong();
        }
    }

    private static IllegalArgumentException wrong() {
        return new IllegalArgumentException("The base URL has to look like " + OPENAI
                + ": http or https, a host, perhaps a port and a path, and nothing else.");
    }

    private static boolean isHttp(URI uri) {
        return "http".equalsIgnoreCase(uri.getScheme());
    }

    URI of(Protocol protocol) {
        return URI.create(base + protocol.path());
    }

    ModelInfo info(String model) {
        int usual = isHttp(base) ? HTTP_PORT : HTTPS_PORT;
        return new ModelInfo(provider(), model, base.getHost(), base.getPort() >= 0 ? base.getPort() : usual);
    }

    /** The owner of the domain if it is known; whoever else speaks the protocol of OpenAI counts as OpenAI. */
    private String provider() {
        String host = base.getHost().toLowerCase(Locale.ROOT);
        return PROVIDERS.entrySet().stream()
                .filter(owner -> host.equals(owner.getKey()) || host.endsWith("." + owner.getKey()))
                .map(Map.Entry::getValue)
                .findAny()
                .orElse("openai");
    }
}
