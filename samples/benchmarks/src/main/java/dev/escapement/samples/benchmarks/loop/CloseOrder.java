package dev.escapement.samples.benchmarks.loop;

import dev.escapement.Tool;

/**
 * Close the order after the last reservation.
 *
 * @param summary the summary of the reservations
 */
@Tool
public record CloseOrder(String summary) {}
