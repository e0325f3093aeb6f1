package dev.escapement.anthropic;

import dev.escapement.codegen.JsonWriter;
import dev.escapement.http.client.ProviderJson;
import dev.escapement.json.JsonEncoder;
import dev.escapement.json.JsonText;
import dev.escapement.model.RequestOptions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The settings of one request, in which the options of the request replace those of the client.
 *
 * @param model the name of the model
 * @param maxOutputTokens the maximum length of a reply
 * @param thinking the thinking mode; empty for the model's default
 * @param temperature the temperature; empty for the model's default, and with thinking, which requires the default
 * @param outputConfig the configuration of the output, which contains the effort; empty for the model's default
 * @param properties the other properties of the body
 */
record EffectiveSettings(
        String model,
        int maxOutputTokens,
        Optional<ThinkingMode> thinking,
        OptionalDouble temperature,
        Optional<JsonText> outputConfig,
        Map<String, JsonText> properties) {

    private static final String OUTPUT_CONFIG = "output_config";
    private static final String TEMPERATURE = "temperature";
    private static final String NO_EFFORT = "none";

    /**
     * The default maximum length of a reply in tokens, excluding thinking. It is half of the lowest limit of models since
     * Claude 4.
     */
    private static final int DEFAULT_OUTPUT_TOKENS = 16_384;

    /**
     * Returns the settings of a request.
     *
     * @param thinking the thinking mode that this request can have, if any
     * @param known the model's limit of the length of a reply, which applies to the default length
     */
    static EffectiveSettings of(
            AnthropicSettings settings, RequestOptions options, Optional<ThinkingMode> thinking, OptionalInt known) {
        Optional<ThinkingMode> mode = thinking.flatMap(
                configured -> withEffort(configured, options.effort().orElse("")));
        int limit = options.maxOutputTokens()
                .orElse(settings.client()
                        .maxOutputTokens()
                        .orElse(Math.min(defaultLimit(mode), known.orElse(Integer.MAX_VALUE))));
        mode = mode.flatMap(wanted -> within(limit, wanted));
        Map<String, JsonText> properties = new LinkedHashMap<>(settings.client().properties());
        Optional<JsonText> outputConfig = Optional.ofNullable(properties.remove(OUTPUT_CONFIG));
        if (options.effort().filter(effort -> !effort.equals(NO_EFFORT)).isPresent() && !hasBudget(mode)) {
            outputConfig = Optional.of(withEffort(outputConfig, options.effort().get()));
        }
        if (options.temperature().isPresent()) {
            properties.remove(TEMPERATURE);
        }
        return new EffectiveSettings(
                options.model().orElse(settings.client().model()),
                limit,
                mode,
                mode.isPresent() ? OptionalDouble.empty() : options.temperature(),
                outputConfig,
                properties);
    }

    /** Returns the default maximum length of a reply, including thinking. */
    static int defaultLimit(Optional<ThinkingMode> thinking) {
        return (int) Math.min(Integer.MAX_VALUE, (long) budget(thinking) + DEFAULT_OUTPUT_TOKENS);
    }

    /** Returns the budget for thinking, or 0 if the mode does not have one. */
    static int budget(Optional<ThinkingMode> thinking) {
        return thinking.map(mode -> mode.accept(new ThinkingMode.Visitor<Integer>() {
                    @Override
                    public Integer adaptive(ThinkingMode.Adaptive adaptive) {
                        return 0;
                    }

                    @Override
                    public Integer budget(ThinkingMode.TokenBudget budget) {
                        return budget.tokens();
                    }
                }))
                .orElse(0);
    }

    private static boolean hasBudget(Optional<ThinkingMode> thinking) {
        return budget(thinking) > 0;
    }

    /**
     * Returns a mode with an effort. A budget is the one for high effort and is scaled for another one, because models
     * with a budget do not have an effort.
     */
    private static Optional<ThinkingMode> withEffort(ThinkingMode mode, String effort) {
        if (effort.equals(NO_EFFORT)) {
            return Optional.empty();
        }
        int budget = budget(Optional.of(mode));
        return Optional.of(budget == 0 ? mode : ThinkingMode.budget(scaled(budget, effort)));
    }

    private static int scaled(int budget, String effort) {
        long scaled = switch (effort) {
            case "minimal", "low" -> budget / 4;
            case "medium" -> budget / 2;
            case "xhigh", "max" -> 2L * budget;
            default -> budget;
        };
        return (int) Math.max(ThinkingMode.TokenBudget.LEAST, Math.min(Integer.MAX_VALUE, scaled));
    }

    /** Returns a mode whose budget is below the maximum length of a reply, or empty if that is impossible. */
    private static Optional<ThinkingMode> within(int limit, ThinkingMode mode) {
        if (budget(Optional.of(mode)) < limit) {
            return Optional.of(mode);
        }
        return limit > ThinkingMode.TokenBudget.LEAST ? Optional.of(ThinkingMode.budget(limit - 1)) : Optional.empty();
    }

    private static JsonText withEffort(Optional<JsonText> outputConfig, String effort) {
        JsonEncoder<String> encoder = (out, value) -> writeConfig(out, outputConfig, value);
        return new JsonText(encoder.encode(effort));
    }

    private static void writeConfig(JsonWriter out, Optional<JsonText> outputConfig, String effort) {
        out.beginObject();
        outputConfig
                .map(JsonText::json)
                .map(ProviderJson::parse)
                .ifPresent(config -> config.names().stream()
                        .filter(name -> !name.equals("effort"))
                        .forEach(name ->
                                out.property(name, new JsonText(config.get(name).raw()))));
        out.property("effort", effort);
        out.endObject();
    }
}
