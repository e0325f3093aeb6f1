package shop;

import dev.escapement.Describe;
import dev.escapement.Tool;

/** Look up an order. */
@Tool
record LookUp(@Describe("Order number") String orderId) {}
