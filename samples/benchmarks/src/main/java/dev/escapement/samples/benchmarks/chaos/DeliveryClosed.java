package dev.escapement.samples.benchmarks.chaos;

/**
 * The result of a thread.
 *
 * @param item the item of the last call
 */
public record DeliveryClosed(String item) {}
