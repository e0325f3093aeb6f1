package dev.escapement.spring.ai;

import org.springframework.util.ClassUtils;

/**
 * The names of the providers of Spring AI's chat models in OpenTelemetry's semantic conventions.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/registry/attributes/gen-ai/">Attribute gen_ai.provider.name</a>
 */
final class SpringAiProviders {

    private static final String PREFIX = "org.springframework.ai.";

    private SpringAiProviders() {}

    /** Returns the name of the provider of a chat model by its package; empty for other classes. */
    static String of(Object chatModel) {
        String type = ClassUtils.getUserClass(chatModel).getPackageName() + ".";
        if (!type.startsWith(PREFIX)) {
            return "";
        }
        String rest = type.substring(PREFIX.length());
        String adapter = rest.substring(0, rest.indexOf('.') + 1).replace(".", "");
        return switch (adapter) {
            case "azure" -> "azure.ai.openai";
            case "bedrock" -> "aws.bedrock";
            case "google" -> "gcp.gen_ai";
            case "vertexai" -> "gcp.vertex_ai";
            case "mistralai" -> "mistral_ai";
            case "watsonx" -> "ibm.watsonx.ai";
            default -> adapter; // openai, anthropic, ollama, deepseek and others
        };
    }
}
