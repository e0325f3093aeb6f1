package shop;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.escapement.Describe;
import dev.escapement.Tool;

/** Refund an order. */
@Tool
record Refund(@Describe("Number of the order") @JsonProperty("order_id") String orderId) {}
