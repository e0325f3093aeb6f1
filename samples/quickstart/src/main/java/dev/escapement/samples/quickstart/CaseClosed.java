package dev.escapement.samples.quickstart;

/**
 * What a thread of the refund desk ends with.
 *
 * @param summary what was done
 */
public record CaseClosed(String summary) {}
