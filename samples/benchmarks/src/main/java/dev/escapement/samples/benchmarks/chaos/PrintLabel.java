package dev.escapement.samples.benchmarks.chaos;

import dev.escapement.Tool;

/**
 * Print the label of an item.
 *
 * @param item the item, unique to the call
 */
@Tool
public record PrintLabel(String item) {}
