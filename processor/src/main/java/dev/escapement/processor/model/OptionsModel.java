package dev.escapement.processor.model;

import java.util.Optional;

/**
 * The options for requests that {@code @ModelOptions} declares on an agent or a step. An option that is not set is
 * empty.
 *
 * @param model the name of the model
 * @param temperature the temperature of sampling
 * @param effort the effort of thinking
 * @param maxOutputTokens the maximum length of a reply
 * @param source the place of the annotation
 */
public record OptionsModel(
        Setting<Optional<String>> model,
        Setting<Optional<Double>> temperature,
        Setting<Optional<String>> effort,
        Setting<Optional<Integer>> maxOutputTokens,
        SourceRef source) {

    /** Returns whether no option is set. */
    public boolean isEmpty() {
        return model.value().isEmpty()
                && temperature.value().isEmpty()
                && effort.value().isEmpty()
                && maxOutputTokens.value().isEmpty();
    }
}
