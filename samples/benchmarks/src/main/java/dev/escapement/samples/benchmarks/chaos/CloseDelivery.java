package dev.escapement.samples.benchmarks.chaos;

import dev.escapement.Tool;

/**
 * Close the order.
 *
 * @param item the item, unique to the call
 */
@Tool
public record CloseDelivery(String item) {}
