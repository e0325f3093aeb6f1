package shop;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.escapement.Describe;
import dev.escapement.Tool;

/** Refund an order. */
@Tool
record Refund(@Describe("Order number") @JsonProperty("order_id") String orderId) {}
