package dev.escapement.samples.deploybot;

import dev.escapement.Tool;

/**
 * Ask the person where to deploy, if that is not clear.
 *
 * @param question what the person is asked
 */
@Tool
record AskForClarification(String question) {}
