package dev.escapement.samples.benchmarks.chaos;

import dev.escapement.Tool;

/**
 * Book a carrier for an item.
 *
 * @param item the item, unique to the call
 */
@Tool
public record BookCarrier(String item) {}
