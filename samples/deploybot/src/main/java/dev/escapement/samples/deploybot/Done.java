package dev.escapement.samples.deploybot;

import dev.escapement.Tool;

/**
 * Finish when the request is fulfilled or cannot be fulfilled.
 *
 * @param text The actions taken, in one or two sentences
 */
@Tool
record Done(String text) {}
