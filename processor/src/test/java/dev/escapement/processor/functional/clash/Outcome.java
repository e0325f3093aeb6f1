package dev.escapement.processor.functional.clash;

/**
 * A result with the name of what a step comes to.
 *
 * @param distance how far
 */
record Outcome(long distance) {}
