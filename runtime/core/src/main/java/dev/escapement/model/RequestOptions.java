package dev.escapement.model;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The options of one request. An empty option leaves the setting to the client.
 *
 * <pre>{@code
 * Runner runner = Runner.of(loop)
 *     .model(model)
 *     .options(RequestOptions.NONE.withTemperature(0.2).withMaxOutputTokens(4_000))
 *     .build();
 * }</pre>
 *
 * <p>The options of the step whose result precedes the request take precedence over those of the agent, which take
 * precedence over those of the runner. {@link dev.escapement.ModelOptions} sets the first two.
 *
 * @param model the name of the model, not blank
 * @param temperature the temperature of sampling, 0 or more; the maximum depends on the provider
 * @param effort the effort of thinking in the provider's words, for example {@code low}, not blank
 * @param maxOutputTokens the maximum length of the reply in tokens, 1 or more
 */
public record RequestOptions(
        Optional<String> model, OptionalDouble temperature, Optional<String> effort, OptionalInt maxOutputTokens) {

    /** Options that leave every setting to the client. */
    public static final RequestOptions NONE =
            new RequestOptions(Optional.empty(), OptionalDouble.empty(), Optional.empty(), OptionalInt.empty());

    public RequestOptions {
        Objects.requireNonNull(temperature, "temperature");
        Objects.requireNonNull(maxOutputTokens, "maxOutputTokens");
        if (model.isPresent() && model.get().isBlank()) {
            throw new IllegalArgumentException("The name of the model must not be blank: \"" + model.get() + "\".");
        }
        if (effort.isPresent() && effort.get().isBlank()) {
            throw new IllegalArgumentException("The effort must not be blank: \"" + effort.get() + "\".");
        }
        if (!(temperature.orElse(0) >= 0) || Double.isInfinite(temperature.orElse(0))) {
            throw new IllegalArgumentException(
                    "The temperature must be a number of 0 or more, not " + temperature.getAsDouble() + ".");
        }
        if (maxOutputTokens.orElse(1) < 1) {
            throw new IllegalArgumentException(
                    "The maximum length of a reply must be 1 token or more, not " + maxOutputTokens.getAsInt() + ".");
        }
    }

    /**
     * Returns a copy with a given model.
     *
     * @param name the name of the model, not blank
     * @return the options
     */
    public RequestOptions withModel(String name) {
        return new RequestOptions(Optional.of(name), temperature, effort, maxOutputTokens);
    }

    /**
     * Returns a copy with a given temperature.
     *
     * @param degree the temperature of sampling, 0 or more
     * @return the options
     */
    public RequestOptions withTemperature(double degree) {
        return new RequestOptions(model, OptionalDouble.of(degree), effort, maxOutputTokens);
    }

    /**
     * Returns a copy with a given effort of thinking.
     *
     * @param word the effort in the provider's words, not blank
     * @return the options
     */
    public RequestOptions withEffort(String word) {
        return new RequestOptions(model, temperature, Optional.of(word), maxOutputTokens);
    }

    /**
     * Returns a copy with a given maximum length of the reply.
     *
     * @param tokens the maximum length in tokens, 1 or more
     * @return the options
     */
    public RequestOptions withMaxOutputTokens(int tokens) {
        return new RequestOptions(model, temperature, effort, OptionalInt.of(tokens));
    }

    /**
     * Returns these options, with empty ones taken from others.
     *
     * @param others the options of lower precedence
     * @return the combined options
     */
    public RequestOptions or(RequestOptions others) {
        if (others.isNone()) {
            return this;
        }
        return new RequestOptions(
                model.isPresent() ? model : others.model,
                temperature.isPresent() ? temperature : others.temperature,
                effort.isPresent() ? effort : others.effort,
                maxOutputTokens.isPresent() ? maxOutputTokens : others.maxOutputTokens);
    }

    /** Returns whether these options equal {@link #NONE}. Does not use the equality of records, which is slow to start. */
    private boolean isNone() {
        return model.isEmpty() && temperature.isEmpty() && effort.isEmpty() && maxOutputTokens.isEmpty();
    }
}
