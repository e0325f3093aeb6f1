package dev.escapement.spring.permits;

import dev.escapement.Tool;

/**
 * Notes a plate.
 *
 * @param plate The plate of the car
 */
@Tool
record NotePlate(String plate) {}
