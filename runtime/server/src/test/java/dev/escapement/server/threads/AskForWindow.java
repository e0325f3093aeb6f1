package dev.escapement.server.threads;

import dev.escapement.Tool;

/**
 * Asks for a window.
 *
 * @param question The question
 */
@Tool
record AskForWindow(String question) {}
