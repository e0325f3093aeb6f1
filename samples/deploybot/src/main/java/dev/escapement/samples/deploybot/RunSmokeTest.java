package dev.escapement.samples.deploybot;

import dev.escapement.Tool;

/**
 * Look whether production works after a deployment.
 *
 * @param tag the tag that should run there
 */
@Tool
record RunSmokeTest(String tag) {}
