package dev.escapement.spring.permits;

import dev.escapement.Tool;

/**
 * Renews a permit.
 *
 * @param plate The plate of the car
 */
@Tool
record RenewPermit(String plate) {}
