package dev.escapement.samples.quickstart;

import dev.escapement.Tool;

/**
 * Close the case once the customer has been helped.
 *
 * @param summary The actions taken, in one or two sentences
 */
@Tool
public record CloseCase(String summary) {}
