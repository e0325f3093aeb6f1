package dev.escapement.model;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The options of one request. An empty option leaves the setting to the client.
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
        if (model.filter(String::isBlank).isPresent()) {
            throw new IllegalArgumentException("The name of the model must not be blank.");
        }
        if (effort.filter(String::isBlank).isPresent()) {
            throw new IllegalArgumentException("The effort must not be blank.");
        }
        if (!(temperature.orElse(0) >= 0) || Double.isInfinite(temperature.orElse(0))) {
            throw new IllegalArgumentException("The temperature must be a number of 0 or more.");
        }
        if (maxOutputTokens.orElse(1) < 1) {
            throw new IllegalArgumentException("The maximum length of a reply must be 1 token or more.");
        }
    }

    /**
     * Returns these options, with empty ones taken from others.
     *
     * @param others the options of lower precedence
     * @return the combined options
     */
    public RequestOptions or(RequestOptions others) {
        return new RequestOptions(
                model.or(others::model),
                temperature.isPresent() ? temperature : others.temperature,
                effort.or(others::effort),
                maxOutputTokens.isPresent() ? maxOutputTokens : others.maxOutputTokens);
    }
}
