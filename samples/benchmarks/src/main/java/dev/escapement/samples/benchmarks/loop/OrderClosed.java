package dev.escapement.samples.benchmarks.loop;

/**
 * The result of the agent.
 *
 * @param summary the summary of the reservations
 */
public record OrderClosed(String summary) {}
