package dev.escapement.spring.permits;

import dev.escapement.Tool;

/**
 * Issues a permit in a method with a transaction.
 *
 * @param plate The plate of the car
 */
@Tool
record IssuePermit(String plate) {}
