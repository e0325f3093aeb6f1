package dev.escapement.samples.quickstart;

/**
 * The result of a thread of the refund desk.
 *
 * @param summary what was done
 */
public record CaseClosed(String summary) {}
