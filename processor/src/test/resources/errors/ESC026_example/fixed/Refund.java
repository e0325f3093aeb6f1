package shop;

import dev.escapement.Describe;
import dev.escapement.Tool;
import jakarta.validation.constraints.Max;

/** Refund an order. */
@Tool
record Refund(@Describe("Amount in cents") @Max(1000) int cents) {}
