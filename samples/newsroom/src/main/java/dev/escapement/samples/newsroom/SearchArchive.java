package dev.escapement.samples.newsroom;

import dev.escapement.Tool;

/**
 * Searches the archive for facts.
 *
 * @param words Words to search for
 */
@Tool
record SearchArchive(String words) {}
