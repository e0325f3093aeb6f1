package dev.escapement.samples.benchmarks.chaos;

/**
 * A customer's reply to a question.
 *
 * @param text the text
 */
public record CustomerReply(String text) {}
