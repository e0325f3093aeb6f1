package dev.escapement.samples.benchmarks.chaos;

import dev.escapement.StepContext;

/** The work of the steps of {@link DeliveryDesk}. */
@FunctionalInterface
interface StepWork {

    /**
     * Performs the work of one step.
     *
     * @param context the context of the step
     * @param item the argument of the step
     * @return the result
     */
    String perform(StepContext context, String item);
}
