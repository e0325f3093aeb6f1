package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.Problems;

/**
 * A rule for models of one type. Implementations are stateless.
 *
 * @param <M> the kind of model
 */
@FunctionalInterface
interface Validator<M> {

    /** Checks a model, and adds a problem for each violation of the rule. */
    void validate(M model, Problems problems);
}
