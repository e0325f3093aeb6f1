package dev.escapement.anthropic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A model as the variables of an environment describe it. */
final class Environment {

    private final Function<String, @Nullable String> variables;

    Environment(Function<String, @Nullable String> variables) {
        this.variables = variables;
    }

    /**
     * The model.
     *
     * @throws IllegalStateException if a variable is missing; the message is one line and says which
     */
    AnthropicModel.Builder builder() {
        String model = get("ANTHROPIC_MODEL");
        String key = get("ANTHROPIC_API_KEY");
        String url = get("ANTHROPIC_BASE_URL");
        List<String> missing = new ArrayList<>();
        if (model.isEmpty()) {
            missing.add("ANTHROPIC_MODEL (the name of a model)");
        }
        if (key.isEmpty() && url.isEmpty()) {
            missing.add("ANTHROPIC_API_KEY (or ANTHROPIC_BASE_URL for a server that needs no key)");
        }
        if (!missing.isEmpty()) {
            throw new IllegalStateException("Set in the environment: " + String.join(", ", missing) + ".");
        }
        AnthropicModel.Builder builder = AnthropicModel.builder().model(model);
        if (!key.isEmpty()) {
            builder.apiKey(key);
        }
        if (!url.isEmpty()) {
            builder.baseUrl(url);
        }
        return builder;
    }

    private String get(String name) {
        String value = variables.apply(name);
        return value == null ? "" : value.strip();
    }
}
