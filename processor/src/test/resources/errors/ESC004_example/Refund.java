package shop;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.escapement.Describe;
import dev.escapement.Tool;

/** Refund an order. */
@Tool
// ERROR ESC004 order-id, Refund, @JsonProperty
record Refund(@Describe("Order number") @JsonProperty("order-id") String orderId) {}
