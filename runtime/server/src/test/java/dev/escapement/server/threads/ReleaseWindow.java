package dev.escapement.server.threads;

import dev.escapement.Describe;
import jakarta.validation.constraints.Min;

/**
 * A reply of a person.
 *
 * @param hours the number of hours
 */
record ReleaseWindow(
        @Describe("The number of hours") @Min(1) int hours) {}
