package shop;

import dev.escapement.Describe;
import dev.escapement.Tool;
import jakarta.validation.constraints.Pattern;

/** Refund an order. */
@Tool
record Refund(@Describe("Order number") @Pattern(regexp = "A-\\d+") String orderId) {}
