package dev.escapement.samples.newsroom;

import dev.escapement.Tool;

/**
 * Returns the draft to the writer.
 *
 * @param remarks Changes that the writer is to make
 */
@Tool
record RequestChanges(String remarks) {}
