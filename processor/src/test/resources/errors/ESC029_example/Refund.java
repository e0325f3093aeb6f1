package shop;

import dev.escapement.Describe;
import dev.escapement.Tool;
import jakarta.validation.constraints.Pattern;

/** Refund an order. */
@Tool
// ERROR ESC029 "(?=A)[A-Z]-\\d+", PatternConstruct.LOOKAHEAD, 0, PatternRemedy.CODE
record Refund(@Describe("Order number") @Pattern(regexp = "(?=A)[A-Z]-\\d+") String orderId) {}
