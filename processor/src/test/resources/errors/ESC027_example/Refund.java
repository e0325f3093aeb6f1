package shop;

import dev.escapement.Describe;
import dev.escapement.Tool;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** Refund an order. */
@Tool
// ERROR ESC027 ConstraintConflict.WITH_LIMITS(Max), Expectation.BOTH_LIMITS(Expectation.AT_LEAST(5), Expectation.AT_MOST(1))
record Refund(@Describe("Amount in cents") @Min(5) @Max(1) int cents) {}
