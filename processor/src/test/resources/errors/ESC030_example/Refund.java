package shop;

import dev.escapement.Describe;
import dev.escapement.Tool;
import jakarta.validation.constraints.DecimalMax;
import java.math.BigDecimal;

/** Refund an order. */
@Tool
// ERROR ESC030 a lot, DecimalMax, Expectation.DECIMAL_LIMIT
record Refund(@Describe("Amount in euros") @DecimalMax("a lot") BigDecimal amount) {}
