package shop;

import dev.escapement.Describe;
import dev.escapement.Tool;

/** Look an order up. */
@Tool
record LookUp(@Describe("Number of the order") String orderId) {}
