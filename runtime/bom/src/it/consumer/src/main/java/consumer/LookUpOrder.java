package consumer;

import dev.escapement.Describe;
import dev.escapement.Tool;

/** Look up an order. */
@Tool
public record LookUpOrder(@Describe("The order number, like A-1042") String orderId) {}
