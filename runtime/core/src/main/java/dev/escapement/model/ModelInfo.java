package dev.escapement.model;

import java.util.Objects;

/**
 * The provider, name and address of a model, for logs, traces and price tables. Does not contain secrets.
 *
 * @param provider the name of the provider as in the semantic conventions of OpenTelemetry, for example {@code openai};
 *     empty if unknown
 * @param model the name of the model in requests; empty if unknown
 * @param host the host name of the provider's API; empty if unknown
 * @param port the port of the provider's API; 0 if unknown
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/gen-ai/">Semantic conventions for generative AI</a>
 */
public record ModelInfo(String provider, String model, String host, int port) {

    /** The description of an unknown model. */
    public static final ModelInfo UNKNOWN = new ModelInfo("", "", "", 0);

    public ModelInfo {
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(host, "host");
    }

    /**
     * Returns the description of the model that a request addresses.
     *
     * @param options the options of the request, which may name another model of the same provider
     * @return this description, or one with the name of the other model
     */
    public ModelInfo with(RequestOptions options) {
        return options.model()
                .map(name -> new ModelInfo(provider, name, host, port))
                .orElse(this);
    }
}
