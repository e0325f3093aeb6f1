package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.Problems;

/**
 * A rule for every model of one type. Implementations are stateless.
 *
 * @param <M> the kind of model
 */
@FunctionalInterface
interface Validator<M> {

    /** Adds a problem for each violation of the rule. */
    void validate(M model, Problems problems);
}
