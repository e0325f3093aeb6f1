package dev.escapement.samples.benchmarks.chaos;

import dev.escapement.Tool;

/**
 * Plan the delivery of an item, and print its label.
 *
 * @param item the item, unique to the call
 */
@Tool
public record PlanDelivery(String item) {}
