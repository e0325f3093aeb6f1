package dev.escapement.samples.benchmarks.chaos;

import dev.escapement.Tool;

/**
 * Ask the customer about an item.
 *
 * @param item the item, unique to the call
 */
@Tool
public record AskCustomer(String item) {}
