package dev.escapement.samples.benchmarks.chaos;

import dev.escapement.Tool;

/**
 * Charge the customer's card for an item.
 *
 * @param item the item, unique to the call
 * @param cents the amount in cents
 */
@Tool
public record ChargeCard(String item, long cents) {}
