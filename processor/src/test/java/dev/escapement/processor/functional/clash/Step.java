package dev.escapement.processor.functional.clash;

import dev.escapement.Tool;

/**
 * A tool whose name clashes with the enum in a loop.
 *
 * @param width the width of the step
 */
@Tool
record Step(int width) {}
