package dev.escapement.processor.functional.clash;

import dev.escapement.Tool;

/**
 * A tool with the name of the enum in a loop.
 *
 * @param width how long the leg is
 */
@Tool
record Step(int width) {}
