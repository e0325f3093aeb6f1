package shop;

import dev.escapement.Describe;
import dev.escapement.Tool;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** Refund an order. */
@Tool
record Refund(@Describe("Amount in cents") @Min(1) @Max(5) int cents) {}
