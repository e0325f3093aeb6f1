package dev.escapement.samples.deploybot;

/**
 * The result of a smoke test.
 *
 * @param tag the tag that runs in production
 * @param passed whether this is the expected tag
 */
record SmokeTestReport(String tag, boolean passed) {}
