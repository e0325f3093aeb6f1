package dev.escapement.langchain4j;

import dev.langchain4j.model.ModelProvider;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A mapping from LangChain4j's providers to their names in OpenTelemetry's semantic conventions.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/registry/attributes/gen-ai/">Attribute
 *     gen_ai.provider.name</a>
 */
final class ProviderNames {

    private ProviderNames() {}

    /** Returns the name of a provider, or an empty string for {@code OTHER} and for null. */
    static String name(@Nullable ModelProvider provider) {
        if (provider == null) {
            return "";
        }
        return switch (provider) {
            case OPEN_AI -> "openai";
            case AMAZON_BEDROCK -> "aws.bedrock";
            case AZURE_OPEN_AI -> "azure.ai.openai";
            case GITHUB_MODELS, MICROSOFT_FOUNDRY -> "azure.ai.inference";
            case GOOGLE_AI_GEMINI -> "gcp.gemini";
            case GOOGLE_GENAI -> "gcp.gen_ai";
            case GOOGLE_VERTEX_AI_GEMINI, GOOGLE_VERTEX_AI_ANTHROPIC -> "gcp.vertex_ai";
            case WATSONX -> "ibm.watsonx.ai";
            case OTHER -> "";
            default -> provider.name().toLowerCase(Locale.ROOT); // anthropic, cohere, mistral_ai, and future ones
        };
    }
}
