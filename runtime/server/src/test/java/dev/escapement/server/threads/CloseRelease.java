package dev.escapement.server.threads;

import dev.escapement.Tool;

/**
 * Ends the work.
 *
 * @param text The summary
 */
@Tool
record CloseRelease(String text) {}
