package dev.escapement.samples.supportdesk;

import dev.escapement.Tool;
import jakarta.validation.constraints.Pattern;

/**
 * Look up an order, with its price and the refunds so far.
 *
 * @param orderId The order number, like B-2001
 */
@Tool
record FindPurchase(@Pattern(regexp = "B-\\d+") String orderId) {}
