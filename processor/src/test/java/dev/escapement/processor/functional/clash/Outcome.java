package dev.escapement.processor.functional.clash;

/**
 * A result whose name clashes with the outcome of a step.
 *
 * @param distance the distance
 */
record Outcome(long distance) {}
