package shop;

import dev.escapement.Describe;
import dev.escapement.Tool;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;

/** Refund an order. */
@Tool
// ERROR ESC028 NotNull, Optional
record Refund(@Describe("Reason for the refund") @NotNull Optional<String> reason) {}
