package ${package};

import dev.escapement.Describe;
import dev.escapement.Tool;

/** Look up the status of an order. */
@Tool
record LookUpOrder(@Describe("The order number, like A-1042") String orderId) {}
