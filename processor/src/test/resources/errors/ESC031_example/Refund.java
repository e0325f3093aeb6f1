package shop;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.escapement.Describe;
import dev.escapement.Tool;

/** Refund an order. */
@Tool
// ERROR ESC031 ten, Declaration.COMPONENT(cents, Refund), Expectation.INTEGER_OF_BITS(32)
record Refund(@Describe("Amount in cents") @JsonProperty(defaultValue = "ten") int cents) {}
