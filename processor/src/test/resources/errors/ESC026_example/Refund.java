package shop;

import dev.escapement.Describe;
import dev.escapement.Tool;
import jakarta.validation.constraints.Size;

/** Refund an order. */
@Tool
// ERROR ESC026 Size, ValueKind.SIZED_VALUES, ValueKind.NUMBER
record Refund(@Describe("Amount in cents") @Size(max = 1000) int cents) {}
