package dev.escapement.samples.deploybot;

import dev.escapement.Tool;

/**
 * Ask the person for the environment to deploy to, if the request does not name it.
 *
 * @param question The question for the person
 */
@Tool
record AskForClarification(String question) {}
