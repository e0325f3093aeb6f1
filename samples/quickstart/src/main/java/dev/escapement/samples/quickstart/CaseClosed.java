package dev.escapement.samples.quickstart;

/**
 * The result of one of the refund desk's threads.
 *
 * @param summary a summary of the actions taken
 */
public record CaseClosed(String summary) {}
