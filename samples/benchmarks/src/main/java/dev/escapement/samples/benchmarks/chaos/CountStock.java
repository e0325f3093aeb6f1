package dev.escapement.samples.benchmarks.chaos;

import dev.escapement.Tool;

/**
 * Check the stock of an item.
 *
 * @param item the item, unique to the call
 */
@Tool
public record CountStock(String item) {}
