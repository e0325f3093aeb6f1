package dev.escapement.samples.quickstart;

/**
 * The result of a thread of the refund desk.
 *
 * @param summary a summary of the actions taken
 */
public record CaseClosed(String summary) {}
