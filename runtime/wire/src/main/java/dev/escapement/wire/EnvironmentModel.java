package dev.escapement.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A model as the variables of an environment describe it.
 *
 * @param model its name
 * @param apiKey the key, if there is one
 * @param baseUrl where it is asked, if that is said
 */
public record EnvironmentModel(String model, Optional<String> apiKey, Optional<String> baseUrl) {

    private static final String EXAMPLE = "https://api.example.com/v1";

    /**
     * Reads the variables {@code …_MODEL}, {@code …_API_KEY} and {@code …_BASE_URL}.
     *
     * @param prefix what their names begin with, {@code OPENAI} for example
     * @param variables gives the value of a variable, or null
     * @return what they say; without a base URL there is a key
     * @throws IllegalStateException if a variable is missing, or has a value that cannot be one; the message is one line
     *     that says which and does not repeat the value
     */
    public static EnvironmentModel of(String prefix, Function<String, @Nullable String> variables) {
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
        return new EnvironmentModel(model.orElseThrow(), apiKey, baseUrl);
    }

    private static void checkKey(String name, String key) {
        if (!ClientBuilder.isKey(key)) {
            throw new IllegalStateException(
                    "Mend " + name + " in the environment. It has white space or other characters that no key has.");
        }
    }

    private static void checkBaseUrl(String name, String address) {
        try {
            BaseUrl unused = BaseUrl.of(address, EXAMPLE);
        } catch (IllegalArgumentException fault) {
            throw new IllegalStateException("Mend " + name + " in the environment. " + fault.getMessage(), fault);
        }
    }

    /**
     * Tells a builder of a client what the environment says.
     *
     * @param builder the builder
     * @param <B> its type
     * @return the builder
     */
    public <B extends ClientBuilder<B>> B applyTo(B builder) {
        apiKey.ifPresent(builder::apiKey);
        baseUrl.ifPresent(builder::baseUrl);
        return builder.model(model);
    }

    private static Optional<String> get(String name, Function<String, @Nullable String> variables) {
        return Optional.ofNullable(variables.apply(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** Does not show the key. */
    @Override
    public String toString() {
        return "EnvironmentModel[" + model + "]";
    }
}
