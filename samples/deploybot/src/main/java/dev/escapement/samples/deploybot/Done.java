package dev.escapement.samples.deploybot;

import dev.escapement.Tool;

/**
 * Finish, once everything is done or it is clear that it cannot be.
 *
 * @param text what was done, in one or two sentences
 */
@Tool
record Done(String text) {}
