package dev.escapement.http.client;

import dev.escapement.http.ClientBuilder;
import dev.escapement.http.request.ApiKey;
import dev.escapement.http.request.BaseUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The client settings that environment variables specify.
 *
 * @param model the name of the model
 * @param apiKey the key, if there is one
 * @param baseUrl the address of the server, unless it is the provider's own
 */
public record EnvironmentSettings(String model, Optional<String> apiKey, Optional<String> baseUrl) {

    private static final String EXAMPLE = "https://api.example.com/v1";

    /**
     * Reads the settings from the variables {@code …_MODEL}, {@code …_API_KEY} and {@code …_BASE_URL}.
     *
     * @param prefix the beginning of their names, {@code OPENAI} for example
     * @param variables returns the value of a variable, or null
     * @return the settings; without a base URL they contain a key
     * @throws IllegalStateException if a variable is missing or invalid; the message is one line that names the variables
     *     and contains no values
     */
    public static EnvironmentSettings of(String prefix, Function<String, @Nullable String> variables) {
        Optional<String> model = get(prefix + "_MODEL", variables);
        Optional<String> apiKey = get(prefix + "_API_KEY", variables);
        Optional<String> baseUrl = get(prefix + "_BASE_URL", variables);
        List<String> missing = new ArrayList<>();
        if (model.isEmpty()) {
            missing.add(prefix + "_MODEL (the name of a model)");
        }
        if (apiKey.isEmpty() && baseUrl.isEmpty()) {
            missing.add(prefix + "_API_KEY (or " + prefix + "_BASE_URL for a server that needs no key)");
        }
        if (!missing.isEmpty()) {
            throw new IllegalStateException("Set in the environment: " + String.join(", ", missing) + ".");
        }
        apiKey.ifPresent(key -> checkKey(prefix + "_API_KEY", key));
        baseUrl.ifPresent(address -> checkBaseUrl(prefix + "_BASE_URL", address));
        return new EnvironmentSettings(model.orElseThrow(), apiKey, baseUrl);
    }

    private static void checkKey(String name, String key) {
        if (!ApiKey.isValid(key)) {
            throw new IllegalStateException(
                    "The environment variable " + name
                            + " contains white space or other characters that a key cannot contain. Remove them and the prefix Bearer.");
        }
    }

    private static void checkBaseUrl(String name, String address) {
        try {
            BaseUrl unused = BaseUrl.of(address, EXAMPLE);
        } catch (IllegalArgumentException fault) {
            throw new IllegalStateException(
                    "The environment variable " + name + " is invalid. " + fault.getMessage(), fault);
        }
    }

    /**
     * Applies the settings to a client builder.
     *
     * @param builder the builder
     * @param <B> its type
     * @return the builder
     */
    public <B extends ClientBuilder<B>> B applyTo(B builder) {
        apiKey.ifPresent(key -> builder.apiKey(key));
        baseUrl.ifPresent(builder::baseUrl);
        return builder.model(model);
    }

    private static Optional<String> get(String name, Function<String, @Nullable String> variables) {
        return Optional.ofNullable(variables.apply(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** Returns a description that contains the model's name but not the API key. */
    @Override
    public String toString() {
        return "EnvironmentSettings[" + model + "]";
    }
}
