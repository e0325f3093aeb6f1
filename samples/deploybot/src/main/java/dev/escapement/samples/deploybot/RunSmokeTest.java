package dev.escapement.samples.deploybot;

import dev.escapement.Tool;

/**
 * Check that production works after a deployment.
 *
 * @param tag The tag expected in production
 */
@Tool
record RunSmokeTest(String tag) {}
