package dev.escapement.samples.deploybot;

/**
 * The result of a smoke test.
 *
 * @param tag the tag that runs in production
 * @param passed whether that is the tag that should run there
 */
record SmokeTestReport(String tag, boolean passed) {}
