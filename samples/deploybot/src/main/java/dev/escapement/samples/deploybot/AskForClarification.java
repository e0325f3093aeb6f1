package dev.escapement.samples.deploybot;

import dev.escapement.Tool;

/**
 * Ask the person for the environment to deploy to, if the request does not name it.
 *
 * @param question the question to the person
 */
@Tool
record AskForClarification(String question) {}
