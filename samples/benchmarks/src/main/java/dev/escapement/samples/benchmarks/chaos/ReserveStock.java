package dev.escapement.samples.benchmarks.chaos;

import dev.escapement.Tool;

/**
 * Reserve an item.
 *
 * @param item the item, unique to the call
 */
@Tool
public record ReserveStock(String item) {}
