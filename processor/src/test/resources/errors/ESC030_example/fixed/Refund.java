package shop;

import dev.escapement.Describe;
import dev.escapement.Tool;
import jakarta.validation.constraints.DecimalMax;
import java.math.BigDecimal;

/** Refund an order. */
@Tool
record Refund(@Describe("Amount in euros") @DecimalMax("1000.00") BigDecimal amount) {}
