package dev.escapement.openai;

import dev.escapement.http.request.BaseUrl;
import dev.escapement.model.ModelInfo;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The base address of a server that uses OpenAI's protocols.
 *
 * @param base the address without the path of a protocol
 */
record OpenAiAddress(BaseUrl base) {

    /** OpenAI's own base URL. */
    static final String OPENAI = "https://api.openai.com/v1";

    private static final String AZURE = "azure.ai.openai";

    private static final String OPENAI_NAME = "openai";
    private static final Pattern DEPLOYMENT = Pattern.compile("/openai/deployments/[^/?]+/");
    private static final int OLLAMA_PORT = 11434;

    /** The providers' names in OpenTelemetry's semantic conventions, by domain. */
    private static final Map<String, String> PROVIDERS = Map.of(
            "deepseek.com", "deepseek",
            "googleapis.com", "gcp.gemini",
            "groq.com", "groq",
            "mistral.ai", "mistral_ai",
            "openai.azure.com", AZURE,
            "services.ai.azure.com", AZURE,
            "cognitiveservices.azure.com", AZURE,
            "perplexity.ai", "perplexity",
            "x.ai", "x_ai");

    /** The flavors of known servers, by domain. */
    private static final Map<String, Flavor> FLAVORS = Map.ofEntries(
            Map.entry("deepseek.com", Flavor.DEEPSEEK),
            Map.entry("moonshot.ai", Flavor.DEEPSEEK),
            Map.entry("moonshot.cn", Flavor.DEEPSEEK),
            Map.entry("googleapis.com", Flavor.GEMINI),
            Map.entry("groq.com", Flavor.GROQ),
            Map.entry("mistral.ai", Flavor.MISTRAL),
            Map.entry("openai.azure.com", Flavor.AZURE),
            Map.entry("services.ai.azure.com", Flavor.AZURE),
            Map.entry("cognitiveservices.azure.com", Flavor.AZURE),
            Map.entry("openrouter.ai", Flavor.OPENROUTER),
            Map.entry("ollama.com", Flavor.OLLAMA),
            Map.entry("cloud.databricks.com", Flavor.DATABRICKS),
            Map.entry("gcp.databricks.com", Flavor.DATABRICKS),
            Map.entry("azuredatabricks.net", Flavor.DATABRICKS));

    /**
     * Parses a base address.
     *
     * @throws IllegalArgumentException if it is invalid; the message contains no part of it
     */
    static OpenAiAddress of(String text) {
        return new OpenAiAddress(BaseUrl.of(text, OPENAI));
    }

    /**
     * Returns the address of requests to another model. Only that of a deployment at Azure depends on the model.
     *
     * @param uri the address of requests to the model of the settings
     */
    static URI of(URI uri, String model) {
        return URI.create(DEPLOYMENT
                .matcher(uri.toString())
                .replaceFirst(Matcher.quoteReplacement("/openai/deployments/" + AzureAddress.encoded(model) + "/")));
    }

    URI of(Protocol protocol) {
        return base.with(protocol.path());
    }

    ModelInfo info(String model) {
        return base.info(provider(), model);
    }

    /** Returns the name of the provider that owns the host's domain, or {@code openai} if the domain is unknown. */
    private String provider() {
        return ofDomain(PROVIDERS).orElse(OPENAI_NAME);
    }

    /** Returns the flavor of the server, or {@link Flavor#OPENAI} if the address does not reveal it. */
    Flavor flavor() {
        boolean isOllama = base.port() == OLLAMA_PORT;
        return ofDomain(FLAVORS).orElse(isOllama ? Flavor.OLLAMA : Flavor.OPENAI);
    }

    private <T> Optional<T> ofDomain(Map<String, T> domains) {
        String host = base.host().toLowerCase(Locale.ROOT);
        return domains.entrySet().stream()
                .filter(owner -> host.equals(owner.getKey()) || host.endsWith("." + owner.getKey()))
                .map(Map.Entry::getValue)
                .findAny();
    }
}
