package dev.escapement.model;

import java.util.Objects;

/**
 * What a model is called and where it is asked, for logs, traces and price tables. Holds no secret.
 *
 * @param provider the provider as the semantic conventions of OpenTelemetry call it, {@code openai} for example; empty
 *     if unknown
 * @param model the model's name in requests; empty if unknown
 * @param host the name of the host that is asked; empty if unknown
 * @param port its port; 0 if unknown
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/gen-ai/">Semantic conventions for generative AI</a>
 */
public record ModelInfo(String provider, String model, String host, int port) {

    /** Nothing is known. */
    public static final ModelInfo UNKNOWN = new ModelInfo("", "", "", 0);

    public ModelInfo {
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(host, "host");
    }
}
