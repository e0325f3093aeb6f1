package dev.escapement.samples.deploybot;

/**
 * What a smoke test found.
 *
 * @param tag the tag that runs in production
 * @param passed whether that is the tag that should run there
 */
record SmokeTestReport(String tag, boolean passed) {}
